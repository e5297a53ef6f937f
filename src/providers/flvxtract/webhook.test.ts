import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { AppError } from '../../errors.ts'
import type { WebhookReceiver, WebhookRequest } from '../provider.ts'
import { createWebhookReceiver } from './webhook.ts'

const body = readFixture(import.meta.dirname, 'completed-event')
const organizationId = '123e4567-e89b-12d3-a456-426614174000'

function createReceiver(webhookSecrets: readonly string[], organisation: string | null = null): WebhookReceiver {
  const receiver = createWebhookReceiver({ webhookSecrets, organizationId: organisation })
  if (!receiver) throw new Error('There is no receiver.')
  return receiver
}

function request(headers: WebhookRequest['headers'], bytes: Buffer = body): WebhookRequest {
  return { headers, body: bytes, token: null }
}

test('P9 the header must be a signature under one of the secrets, without which there is no receiver', () => {
  const { verify } = createReceiver(['secret-new', 'secret-old'])
  const signature = `sha256=${createHmac('sha256', 'secret-old').update(body).digest('hex')}`
  expect(verify(request({ 'x-webhook-signature': signature }))).toBe(true)
  expect(verify(request({ 'x-signature': signature }))).toBe(false)
  expect(createWebhookReceiver({ webhookSecrets: [], organizationId: null })).toBeNull()
})

describe('an event', () => {
  const { parse } = createReceiver(['secret'], organizationId)
  const event = (members: object): WebhookRequest => request({}, Buffer.from(JSON.stringify(members)))
  const notice = { eventId: 'e-1', ours: true }

  test('of completion names its statement', () => {
    expect(parse(request({}))).toEqual({
      eventId: '550e8400-e29b-41d4-a716-446655440000',
      eventType: 'extraction.completed',
      ours: true,
      references: ['789e0123-e45b-67c8-d901-234567890abc'],
    })
  })

  test.each(['extraction.failed', 'extraction.partial'])('%s names its statement', eventType => {
    const data = { statementId: 'st-1', status: 'whatever', error: { message: 'unread' } }
    expect(parse(event({ eventType, eventId: 'e-1', organizationId, data }))).toEqual({
      ...notice,
      eventType,
      references: ['st-1'],
    })
  })

  test.each([
    ['con-1', ['st-1', 'con-1']],
    [null, ['st-1']],
    [7, ['st-1']],
  ])('whose statement came by the consent request %j has the references %j', (consentRequestId, references) => {
    const data = { statementId: 'st-1', consentRequestId }
    expect(parse(event({ eventType: 'extraction.completed', eventId: 'e-1', data })).references).toEqual(references)
  })

  test.each(['webhook.test', 'consent.granted'])('%s is accepted and has no references', eventType => {
    expect(parse(event({ eventType, eventId: 'e-1', organizationId, data: null }))).toEqual({
      ...notice,
      eventType,
      references: [],
    })
  })

  test('of another organisation is not ours; of our organisation in capitals, or without one, it is', () => {
    const ofOrganisation = (id: unknown) =>
      parse(event({ eventType: 'webhook.test', eventId: 'e-1', organizationId: id })).ours
    expect(ofOrganisation('00000000-0000-0000-0000-000000000000')).toBe(false)
    expect(ofOrganisation(organizationId.toUpperCase())).toBe(true)
    expect(ofOrganisation(null)).toBe(true)
    expect(ofOrganisation(undefined)).toBe(true)
  })

  test('of any organisation is ours when none is configured', () => {
    const notOurs = event({ eventType: 'webhook.test', eventId: 'e-1', organizationId: 'somebody' })
    expect(createReceiver(['secret']).parse(notOurs).ours).toBe(true)
  })

  test.each([
    ['no JSON', 'hello'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['without an id', JSON.stringify({ eventType: 'webhook.test' })],
    ['of a numeric type', JSON.stringify({ eventType: 7, eventId: 'e-1' })],
    ['about no statement', JSON.stringify({ eventType: 'extraction.failed', eventId: 'e-1', data: {} })],
    [
      'about a numeric statement',
      JSON.stringify({ eventType: 'extraction.failed', eventId: 'e-1', data: { statementId: 7 } }),
    ],
    ['with an id that is too long', JSON.stringify({ eventType: 'webhook.test', eventId: 'e'.repeat(201) })],
  ])('P16 whose body is %s is BAD_USER_INPUT', (_, text) => {
    const parseText = () => parse(request({}, Buffer.from(text)))
    expect(parseText).toThrow(AppError)
    expect(parseText).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
  })
})

import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../errors.ts'
import type { WebhookReceiver, WebhookRequest } from '../provider.ts'
import { createWebhookReceiver } from './webhook.ts'

const news = { event: 'new_report', requestId: '65f1c0ffee00000000000001', reportId: '65f1c0ffee0000000000beef' }
const body = Buffer.from(`${JSON.stringify(news, null, 1)}\n`)

function createReceiver(webhookKeys: readonly string[], webhookTokens: readonly string[] = []): WebhookReceiver {
  const receiver = createWebhookReceiver({ webhookKeys, webhookTokens })
  if (!receiver) throw new Error('There is no receiver.')
  return receiver
}

const request = (headers: WebhookRequest['headers'], bytes = body, token: string | null = null): WebhookRequest => ({
  headers,
  body: bytes,
  token,
})

test('P9 without a key or a token there is no receiver', () => {
  expect(createWebhookReceiver({ webhookKeys: [], webhookTokens: [] })).toBeNull()
})

test('P9 with keys the header must be a signature under one of them, even at an address with the right token', () => {
  const { verify } = createReceiver(['key-new', 'key-old'], ['token-1'])
  const signature = `sha256=${createHmac('sha256', 'key-old').update(body).digest('hex')}`
  expect(verify(request({ 'x-october-signature': signature }))).toBe(true)
  expect(verify(request({ 'x-signature': signature }))).toBe(false)
  expect(verify(request({}, body, 'token-1'))).toBe(false)
})

test('P9 without a key the address must have one of the tokens', () => {
  const { verify, token } = createReceiver([], ['token-new', 'token-old'])
  expect(token).toBe('token-new')
  expect(verify(request({}, body, 'token-old'))).toBe(true)
  expect(verify(request({}, body, 'token'))).toBe(false)
  expect(verify(request({}))).toBe(false)
})

describe('an event', () => {
  const { parse } = createReceiver(['key'])
  const event = (members: unknown) => parse(request({}, Buffer.from(JSON.stringify(members))))

  test('of a new report names request and report', () => {
    expect(parse(request({}))).toEqual({
      eventId: expect.stringMatching(/^[\w-]{43}$/),
      eventType: 'new_report',
      ours: true,
      references: [news.requestId, news.reportId],
    })
  })

  test('P2 has the same id in every copy of one report, and another id for another report', () => {
    const { eventId } = event(news)
    expect(parse(request({})).eventId).toBe(eventId)
    expect(event({ ...news, sentAt: 7 }).eventId).toBe(eventId)
    expect(event({ ...news, reportId: 'r-2' }).eventId).not.toBe(eventId)
    expect(event({ ...news, requestId: 'q-2' }).eventId).not.toBe(eventId)
  })

  test('P2 of another kind gets a new id each time, because the same body may mean a new event', () => {
    const update = { event: 'update_request', requestId: 'q-1' }
    const first = event(update)
    expect(first).toMatchObject({ eventType: 'update_request', ours: true, references: ['q-1'] })
    expect(event(update).eventId).not.toBe(first.eventId)
  })

  test.each([
    [{ event: 'ping' }, []],
    [{ event: 'ping', requestId: null, reportId: 7 }, []],
    [{ event: 'update_report', reportId: 'r-1' }, ['r-1']],
  ])('of an undocumented kind is accepted: %j has the references %j', (members, references) => {
    expect(event(members)).toMatchObject({ ours: true, references })
  })

  test.each([
    ['not JSON', 'hello'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['without a kind', JSON.stringify({ requestId: 'q-1' })],
    ['of a numeric kind', JSON.stringify({ event: 7 })],
    ['about no request', JSON.stringify({ event: 'new_report', reportId: 'r-1' })],
    ['about no report', JSON.stringify({ event: 'new_report', requestId: 'q-1' })],
    ['about a numeric request', JSON.stringify({ ...news, requestId: 7 })],
    ['about a request with an id that is too long', JSON.stringify({ ...news, requestId: 'q'.repeat(201) })],
    ['with a null character', JSON.stringify({ ...news, requestId: 'q\0' })],
  ])('P16 whose body is %s is BAD_USER_INPUT', (_, text) => {
    const parseText = () => parse(request({}, Buffer.from(text)))
    expect(parseText).toThrow(AppError)
    expect(parseText).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
  })
})

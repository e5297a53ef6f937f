import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../../test/support/any-text.ts'
import { AppError } from '../../errors.ts'
import type { WebhookReceiver, WebhookRequest } from '../provider.ts'
import { createWebhookReceiver } from './webhook.ts'

const news = { event: 'new_report', requestId: '65f1c0ffee00000000000001', reportId: '65f1c0ffee0000000000beef' }
const body = Buffer.from(`${JSON.stringify(news, null, 1)}\n`)

function sign(bytes: Buffer, key: string): string {
  return `sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`
}

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
const signed = (value: string | readonly string[] | undefined) => request({ 'x-october-signature': value })

test('P9 without a key or a token there is no receiver', () => {
  expect(createWebhookReceiver({ webhookKeys: [], webhookTokens: [] })).toBeNull()
})

describe('a signature', () => {
  const { verify } = createReceiver(['key-new', 'key-old'], ['token-1'])

  test('P9 over the raw bytes under any of the keys is valid', () => {
    expect(verify(signed(sign(body, 'key-new')))).toBe(true)
    expect(verify(signed(sign(body, 'key-old')))).toBe(true)
  })

  test('P9 over bytes that are not UTF-8 is valid', () => {
    const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28])
    expect(verify(request({ 'x-october-signature': sign(bytes, 'key-new') }, bytes))).toBe(true)
  })

  test('P9 over the same JSON with other white space is not valid', () => {
    const rewritten = Buffer.from(JSON.stringify(news))
    expect(verify(request({ 'x-october-signature': sign(body, 'key-new') }, rewritten))).toBe(false)
  })

  const hex = sign(body, 'key-new').slice('sha256='.length)
  test.each<[string, WebhookRequest]>([
    ['missing', request({})],
    ['undefined', signed(undefined)],
    ['empty', signed('')],
    ['sent twice', signed([sign(body, 'key-new'), sign(body, 'key-new')])],
    ['under another key', signed(sign(body, 'key-stolen'))],
    ['under an empty key', signed(sign(body, ''))],
    ['without its prefix', signed(hex)],
    ['of another algorithm', signed(`sha1=${hex}`)],
    ['too short', signed(`sha256=${hex.slice(0, -2)}`)],
    ['too long', signed(`sha256=${hex}00`)],
    ['followed by a line break', signed(`sha256=${hex}\n`)],
    ['missing, at an address with the right token', request({}, body, 'token-1')],
  ])('P9 that is %s is refused without an exception', (_, refused) => {
    expect(verify(refused)).toBe(false)
  })

  test('P9 of any other text is refused without an exception', () => {
    fc.assert(
      fc.property(anyText(), text => {
        expect(verify(signed(text))).toBe(false)
        expect(verify(signed(`sha256=${text}`))).toBe(false)
      }),
    )
  })
})

describe('a token', () => {
  const { verify } = createReceiver([], ['token-new', 'token-old'])

  test('P9 of the configured ones is accepted', () => {
    expect(verify(request({}, body, 'token-new'))).toBe(true)
    expect(verify(request({}, body, 'token-old'))).toBe(true)
  })

  test('P9 of any other text, or none, is refused without an exception', () => {
    expect(verify(request({}))).toBe(false)
    fc.assert(
      fc.property(anyText(), text => {
        expect(verify(request({}, body, text))).toBe(false)
        expect(verify(request({}, body, `token-new${text} `))).toBe(false)
      }),
    )
  })
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

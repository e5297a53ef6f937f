import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOf as failureOfPromise } from '../../test/support/failure-of.ts'
import { AppError } from '../errors.ts'
import { NumberLiteral, parseExactJson } from './exact-json.ts'
import type { JsonPart, StreamJsonOptions } from './stream-json.ts'
import { streamJson } from './stream-json.ts'

const inChunks = (text: string, size = 7): Readable => {
  const bytes = Buffer.from(text)
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  return Readable.from(chunks, { objectMode: false })
}

const partsOf = async (body: Readable, paths: readonly string[], options?: StreamJsonOptions): Promise<JsonPart[]> =>
  Array.fromAsync(streamJson(body, paths, options))

const failureOf = (body: Readable, options?: StreamJsonOptions) =>
  failureOfPromise(partsOf(body, ['$.rows.*'], options))

describe('streamJson', () => {
  test('yields only the values at its paths, in the order of the text', async () => {
    const text = JSON.stringify({
      rows: [
        { id: 'a', tags: ['x'] },
        { id: 'b', tags: [] },
      ],
      ignored: { rows: [1, 2], deep: [[[{}]]] },
      header: { bank: 'B', none: null, yes: true },
      'odd key': 'text',
    })
    expect(await partsOf(inChunks(text), ['$.header', '$.rows.*', '$.odd key', '$.absent'])).toEqual([
      { path: '$.rows.*', key: 0, value: { id: 'a', tags: ['x'] }, wildcards: ['0'] },
      { path: '$.rows.*', key: 1, value: { id: 'b', tags: [] }, wildcards: ['1'] },
      { path: '$.header', key: 'header', value: { bank: 'B', none: null, yes: true }, wildcards: [] },
      { path: '$.odd key', key: 'odd key', value: 'text', wildcards: [] },
    ])
  })

  test('reads a bare list, a list at an index, and the whole text', async () => {
    expect(await partsOf(inChunks('[true, [false]]'), ['$.*'])).toEqual([
      { path: '$.*', key: 0, value: true, wildcards: ['0'] },
      { path: '$.*', key: 1, value: [false], wildcards: ['1'] },
    ])
    expect(await partsOf(inChunks('[true, [false]]'), ['$.1.*'])).toEqual([
      { path: '$.1.*', key: 0, value: false, wildcards: ['0'] },
    ])
    expect(await partsOf(inChunks(' 12.50 '), ['$'])).toEqual([
      { path: '$', key: undefined, value: new NumberLiteral('12.50'), wildcards: [] },
    ])
  })

  test('yields the key or index for each wildcard', async () => {
    const text = '{"rows": [{"a": {"x": 1, "y": 2}}, {"b": {"x": 3}}]}'
    const parts = await partsOf(inChunks(text), ['$.rows.*.*.x'])
    expect(parts.map(({ key, wildcards }) => ({ key, wildcards }))).toEqual([
      { key: 'x', wildcards: ['0', 'a'] },
      { key: 'x', wildcards: ['1', 'b'] },
    ])
  })

  test('P15 numbers keep their written digits with any chunk boundaries', async () => {
    const sources = ['0.10', '123456789012345.67', '-0', '1e3', '1E400', '0.1000000000000000055511151231257827']
    const parts = await partsOf(inChunks(`[${sources.join(', ')}]`, 1), ['$.*'])
    expect(parts.map(part => part.value)).toEqual(sources.map(source => new NumberLiteral(source)))
  })

  test('yields the same values as parseExactJson, with any chunk boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.integer({ min: 1, max: 20 }), async (text, size) => {
        expect(await partsOf(inChunks(text, size), ['$'])).toEqual([
          { path: '$', key: undefined, value: parseExactJson(text), wildcards: [] },
        ])
      }),
    )
  })

  test('reads only as far as its values are taken, and destroys the body when the loop ends', async () => {
    let rows = 0
    const body = Readable.from(
      (function* () {
        yield Buffer.from('{"rows":[0')
        for (;;) {
          rows += 1
          yield Buffer.from(`,{"id":${rows}}`)
        }
      })(),
      { objectMode: false, highWaterMark: 1 },
    )
    for await (const part of streamJson(body, ['$.rows.*'])) if (part.key === 100) break
    expect(rows).toBeLessThan(110)
    expect(body.destroyed).toBe(true)
  })

  test('a key __proto__ is left out, and characters that no database can store become U+FFFD', async () => {
    const text = '{"__proto__": {"a": 1}, "rows": [{"__proto__": 1, "b": {"__proto__": [], "c": "\\u0000\\ud800"}}]}'
    const parts = await partsOf(inChunks(text), ['$.*'])
    expect(JSON.stringify(parts.map(part => part.value))).toBe('[[{"b":{"c":"\ufffd\ufffd"}}]]')
  })
})

describe('P16 streamJson throws PROVIDER_BAD_RESPONSE, without quoting the text, for', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n '],
    ['HTML', '<html>Mr Secret</html>'],
    ['a text that is cut off', '{"rows": [{"name": "Mr Secret"}, {"na'],
    ['a text that is cut off between values', '{"rows": [{"name": "Mr Secret"}]'],
    ['a text after the end of the JSON', '{"rows": []} {"name": "Mr Secret"}'],
    ['a wrong token', '{"rows": ["Mr Secret" "Mr Secret"]}'],
    ['a trailing comma', '{"rows": ["Mr Secret",]}'],
    ['an invalid number', '{"rows": [01, 1., -]}'],
  ])('%s', async (_, text) => {
    const failure = await failureOf(inChunks(text), { provider: 'acme', contentType: 'text/html' })
    expect(failure).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
    expect(`${failure.message} ${failure.cause}`).not.toContain('Secret')
  })

  test('bytes that are not UTF-8', async () => {
    const failure = await failureOf(Readable.from([Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d])], { objectMode: false }))
    expect(failure.code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test('10 MB of [', async () => {
    expect((await failureOf(inChunks('['.repeat(10_000_000), 65_536))).code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test('more than maxBytes', async () => {
    const failure = await failureOf(inChunks(`{"rows": [${'1,'.repeat(500)}1]}`), { maxBytes: 1000 })
    expect(failure.message).toContain('larger than 1000 bytes')
  })

  test('a body that fails with another error; an AppError is passed on', async () => {
    const failing = (error: Error): Readable =>
      Readable.from(
        (async function* () {
          yield Buffer.from('{"rows": [')
          throw error
        })(),
        { objectMode: false },
      )
    expect((await failureOf(failing(new Error('reset')))).code).toBe('PROVIDER_BAD_RESPONSE')
    const timeout = new AppError('PROVIDER_TIMEOUT', 'too slow')
    expect(await failureOf(failing(timeout))).toBe(timeout)
  })
})

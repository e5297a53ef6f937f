import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { decodeBase64Member } from './report-file.ts'

const mebibyte = 1_048_576

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function decode(text: string | Buffer, size = 7, maxBytes = mebibyte): Promise<Buffer> {
  const parts = await Array.fromAsync(decodeBase64Member(inChunks(Buffer.from(text), size), 'file', maxBytes))
  expect(parts.every(part => part.byteLength > 0)).toBe(true)
  return Buffer.concat(parts)
}

describe('decodeBase64Member', () => {
  test('decodes any bytes, between any other members, with any chunk boundaries', async () => {
    // Ways to write Base64 in JSON: plain, with escaped slashes, with escaped + / =, with line breaks, without padding.
    const writers = [
      (text: string) => text,
      (text: string) => text.replaceAll('/', '\\/'),
      (text: string) => text.replace(/[+/=]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
      (text: string) => text.replace(/(.{5})/g, '$1\\r\\n'),
      (text: string) => text.replace(/=+$/, ''),
    ] as const
    const member = fc.tuple(
      fc.string({ unit: 'grapheme' }).filter(name => name !== 'file'),
      fc.jsonValue(),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(member, { maxLength: 3 }),
        fc.array(member, { maxLength: 3 }),
        fc.constantFrom(...writers),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, 2),
        async (bytes, before, after, write, size, indent) => {
          const values = Object.fromEntries([...before, ['file', 'HERE'], ...after])
          const file = write(Buffer.from(bytes).toString('base64'))
          const text = JSON.stringify(values, null, indent).replace(/"file":\s*"HERE"/, found =>
            found.replace('HERE', () => file),
          )
          fc.pre(!JSON.stringify([before, after]).includes('file'))
          expect(await decode(text, size)).toEqual(Buffer.from(bytes))
        },
      ),
    )
  })

  test('finds the member at any depth, and skips a text value "file" and a member "file" that is not a text', async () => {
    const text = '{"list":["file","x"],"a":"file","file":null,"report":{"\\u0066ile":1,"file" : "QUJD"}}'
    expect((await decode(text, 1)).toString()).toBe('ABC')
  })

  test('accepts a byte order mark, as in all other answers', async () => {
    expect((await decode('\ufeff{"file":"QUJD"}')).toString()).toBe('ABC')
  })

  test('takes the first of two members with that name', async () => {
    expect((await decode('{"file":"QUJD","file":"WFla"}')).toString()).toBe('ABC')
  })

  test.each([
    ['an HTML page', '<html><body>502</body></html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['an object without the member', '{"other":"QUJD"}'],
    ['a member of another type', '{"file":{"file":7}}'],
    ['cut off inside the member', '{"file":"QUJD'],
    ['cut off after the member', '{"file":"QUJD","more":'],
    ['cut off inside an escape sequence', '{"file":"QUJD\\u00'],
    ['not Base64', '{"file":"QU!D"}'],
    ['padded in the middle', '{"file":"QQ==QUJD"}'],
    ['one Base64 character short', '{"file":"QUJDQ"}'],
    ['Base64 with a quote inside', '{"file":"QUJD\\"QUJD"}'],
  ])('P16 throws PROVIDER_BAD_RESPONSE for an answer that is %s', async (_, text) => {
    for (const size of [1, 3, 1_000]) expect((await failureOf(decode(text, size))).code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test('accepts a file of exactly the largest size and refuses one byte more', async () => {
    const text = JSON.stringify({ file: Buffer.alloc(1_000, 1).toString('base64') })
    expect(await decode(text, 64, 1_000)).toHaveLength(1_000)
    expect((await failureOf(decode(text, 64, 999))).code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test.each([
    ['before its file', '{"list":["'],
    ['after its file', '{"file":"QUJD","list":["'],
  ])('P16 refuses an answer that never ends %s, after little of it was read', async (_, start) => {
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(start)
      for (; sent < 100 * mebibyte; sent += 65_536) yield Buffer.alloc(65_536, 'x')
    }
    const work = Array.fromAsync(decodeBase64Member(endless(), 'file', mebibyte))
    expect((await failureOf(work)).code).toBe('PROVIDER_BAD_RESPONSE')
    expect(sent).toBeLessThan(2 * mebibyte)
  })

  test('yields decoded bytes for each chunk as it arrives, so that it holds at most one chunk', async () => {
    const piece = Buffer.from('%PDF'.repeat(16_384)).toString('base64').replace(/=+$/, '')
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"file":"')
      for (;;) {
        sent += 1
        yield Buffer.from(piece.slice(0, piece.length - (piece.length % 4)))
      }
    }
    const taken: number[] = []
    for await (const bytes of decodeBase64Member(endless(), 'file', 100 * mebibyte)) {
      taken.push(bytes.byteLength)
      expect(sent).toBe(taken.length)
      if (taken.length === 100) break
    }
    expect(Math.max(...taken)).toBeLessThanOrEqual(65_536)
  })
})

import { expect, test } from 'vitest'
import { documentFiles, zipOf } from '../../test/support/document-files.ts'
import { createMediaTypeDetector } from './detect-media-type.ts'
import { documentMediaTypes, extensionOf, normaliseMediaType } from './media-types.ts'

test.each(documentMediaTypes)('%s is told from its bytes, however they are cut', async mediaType => {
  const bytes = documentFiles[mediaType] ?? Buffer.alloc(0)
  expect(await detect(bytes, bytes.length)).toBe(mediaType)
  expect(await detect(bytes, 61)).toBe(mediaType)
})

test('every accepted type has a file to test it with', () => {
  expect(Object.keys(documentFiles).toSorted()).toEqual(documentMediaTypes.toSorted())
})

test.each([
  ['HTML', '<!doctype html><html><body>statement.pdf</body></html>'],
  ['text', 'date,amount\n2025-01-01,1.00\n'],
  ['one byte', '%'],
  ['nothing', ''],
  ['a PDF that begins with something else', 'hello %PDF-1.7'],
])('%s is of no known type', async (_name, text) => {
  expect(await detect(Buffer.from(text), 4)).toBeNull()
})

test('an archive that is no office document is told apart from one', async () => {
  expect(await detect(zipOf([['a.txt', 'hello']]), 10)).toBe('application/zip')
})

test('a type that is certain is answered before the end', async () => {
  const detector = createMediaTypeDetector()
  const verdicts = []
  for (let piece = 0; piece < 5; piece += 1) verdicts.push(await detector.take(Buffer.from('%PDF-1.7\n'.padEnd(5_000))))
  detector.stop()
  expect(verdicts.at(-1)).toBe('application/pdf')
})

test('a detector that is given up says that the type is unknown', async () => {
  const detector = createMediaTypeDetector()
  await detector.take(Buffer.from('%P'))
  detector.stop()
  expect(await detector.end()).toBeNull()
})

test.each([
  ['application/pdf', 'application/pdf'],
  ['Application/PDF; charset=binary', 'application/pdf'],
  ['application/x-pdf', 'application/pdf'],
  ['image/jpg', 'image/jpeg'],
  ['text/html', 'text/html'],
  ['application/octet-stream', null],
  ['', null],
  [null, null],
])('a declared %j means %j', (word, mediaType) => {
  expect(normaliseMediaType(word)).toBe(mediaType)
})

test('a type that no document may be has no extension', () => {
  expect(extensionOf('text/html')).toBeNull()
  expect(extensionOf('image/tiff')).toBe('tif')
})

async function detect(bytes: Buffer, pieceSize: number): Promise<string | null> {
  const detector = createMediaTypeDetector()
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const verdict = await detector.take(bytes.subarray(at, at + pieceSize))
    if (verdict !== undefined) return verdict
  }
  return detector.end()
}

import { expect, test } from 'vitest'
import { documentFiles, zipOf } from '../../test/support/document-files.ts'
import { createMediaTypeDetector } from './detect-media-type.ts'
import { documentMediaTypes, extensionOf, normaliseMediaType } from './media-types.ts'

test.each(documentMediaTypes)('%s is detected from its bytes, with any chunk boundaries', async mediaType => {
  const bytes = documentFiles[mediaType] ?? Buffer.alloc(0)
  expect(await detect(bytes, bytes.length)).toBe(mediaType)
  expect(await detect(bytes, 61)).toBe(mediaType)
})

test('every accepted type has a test file', () => {
  expect(Object.keys(documentFiles).toSorted()).toEqual(documentMediaTypes.toSorted())
})

test.each([
  ['HTML', '<!doctype html><html><body>statement.pdf</body></html>'],
  ['text', 'date,amount\n2025-01-01,1.00\n'],
  ['one byte', '%'],
  ['nothing', ''],
  ['a PDF whose header begins after 1,024 bytes', `${' '.repeat(1_024)}%PDF-1.7\n`],
  ['a header that is cut off', `${' '.repeat(1_023)}%PDF`],
])('%s has no known type', async (_name, text) => {
  expect(await detect(Buffer.from(text), 4)).toBeNull()
})

const prefixes: readonly (readonly [string, string | Buffer])[] = [
  ['a line break', '\n'],
  ['a byte order mark', '\ufeff'],
  ['a byte order mark and a space', '\ufeff '],
  ['NUL characters', '\0'.repeat(16)],
  ['a print job’s PJL', '\x1b%-12345X@PJL SET DUPLEX=ON\r\n@PJL ENTER LANGUAGE=PDF\r\n'],
  ['a stray HTTP header', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'],
  [
    'a mail’s header',
    'Content-Type: application/pdf; name="statement.pdf"\r\nContent-Transfer-Encoding: binary\r\n\r\n',
  ],
  ['a web server’s warning', '<br />\n<b>Warning</b>: Undefined variable $x in <b>statement.php</b>\n'],
  ['a MacBinary header', Buffer.concat([Buffer.from([0, 13]), Buffer.from('statement.pdf'.padEnd(126, '\0'))])],
  ['1,023 spaces', ' '.repeat(1_023)],
]

test.each(prefixes)('a PDF with %s before its header is a PDF, with any chunk boundaries', async (_name, prefix) => {
  const bytes = Buffer.concat([Buffer.from(prefix), documentFiles['application/pdf'] ?? Buffer.alloc(0)])
  for (const pieceSize of [1, 61, 1_027, 1_028, bytes.length])
    expect(await detect(bytes, pieceSize)).toBe('application/pdf')
  // The rest is long, so that the type is known before the end.
  const long = Buffer.concat([bytes, Buffer.alloc(20_000, 'x')])
  const detector = createMediaTypeDetector()
  expect(await detector.take(long.subarray(0, 10_000))).toBe('application/pdf')
  detector.stop()
})

test('an archive or an image that contains a PDF near its start is not a PDF', async () => {
  expect(await detect(zipOf([['statement.pdf', '%PDF-1.7\n']]), 10)).toBe('application/zip')
  const png = documentFiles['image/png'] ?? Buffer.alloc(0)
  expect(await detect(Buffer.concat([png, Buffer.from('%PDF-1.7\n')]), 10)).toBe('image/png')
})

test('an archive that is not an office document is not detected as one', async () => {
  expect(await detect(zipOf([['a.txt', 'hello']]), 10)).toBe('application/zip')
})

test('a certain type is returned before the end', async () => {
  const detector = createMediaTypeDetector()
  const verdicts = []
  for (let piece = 0; piece < 5; piece += 1) verdicts.push(await detector.take(Buffer.from('%PDF-1.7\n'.padEnd(5_000))))
  detector.stop()
  expect(verdicts.at(-1)).toBe('application/pdf')
})

test('a stopped detector returns an unknown type', async () => {
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

test('a type that is not accepted has no extension', () => {
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

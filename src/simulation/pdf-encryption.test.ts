import { PDFDocument } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { createEncryptedPdf } from '../../test/support/encrypted-pdf.ts'
import { createEncryptionScanner } from './pdf-encryption.ts'

function isEncrypted(bytes: Buffer, pieceSize = bytes.length): boolean {
  const scanner = createEncryptionScanner()
  for (let at = 0; at < bytes.length; at += pieceSize) scanner.push(bytes.subarray(at, at + pieceSize))
  return scanner.isEncrypted()
}

async function createPlainPdf(title: string, useObjectStreams: boolean): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setTitle(title)
  document.addPage().drawText(title)
  return Buffer.from(await document.save({ useObjectStreams }))
}

describe.each(['trailer', 'stream'] as const)('a PDF with an encryption entry in its %s', form => {
  const bytes = createEncryptedPdf({ form })

  test('is encrypted also for an independent reader', async () => {
    expect(isEncrypted(bytes)).toBe(true)
    await expect(PDFDocument.load(bytes)).rejects.toThrow('is encrypted')
  })

  test.each([1, 7, 64])('is detected in chunks of %i bytes', pieceSize => {
    expect(isEncrypted(bytes, pieceSize)).toBe(true)
  })

  test('is detected after an incremental update', async () => {
    const update = 'xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n'
    expect(isEncrypted(Buffer.concat([bytes, Buffer.from(update)]))).toBe(true)
  })
})

describe('no encryption is detected in', () => {
  test.each([true, false])('a plain PDF (object streams: %s) whose texts contain the entry', async useObjectStreams => {
    const title = 'trailer << /Encrypt 5 0 R >> startxref'
    for (const pieceSize of [1, 100_000])
      expect(isEncrypted(await createPlainPdf(title, useObjectStreams), pieceSize)).toBe(false)
  })

  test.each([
    [
      'a PDF with an encrypted attachment',
      `%PDF-1.7\n1 0 obj\n<< /Length 99 >>\nstream\n${createEncryptedPdf().toString('latin1').replaceAll('endstream', 'end')}\nendstream\nendobj\ntrailer\n<< /Size 2 /Root 1 0 R >>\n`,
    ],
    ['a PDF whose trailer has a null entry', '%PDF-1.7\ntrailer\n<< /Size 2 /Root 1 0 R /Encrypt null >>\n'],
    [
      'a PDF with the entry in another dictionary',
      '%PDF-1.7\n1 0 obj\n<< /Encrypt 5 0 R >>\nendobj\ntrailer\n<< /Size 2 /Root 1 0 R >>\n',
    ],
    ['a PDF whose trailer has only EncryptMetadata', '%PDF-1.7\ntrailer\n<< /Size 2 /EncryptMetadata 5 0 R >>\n'],
  ])('%s', (_, text) => {
    expect(isEncrypted(Buffer.from(text, 'latin1'))).toBe(false)
  })
})

test('a trailer after a long table is found', () => {
  const table = '0000000016 00000 n \n'.repeat(10_000)
  expect(isEncrypted(Buffer.from(`%PDF-1.7\nxref\n0 10000\n${table}trailer\n<< /Encrypt 5 0 R >>\n`), 4_096)).toBe(true)
})

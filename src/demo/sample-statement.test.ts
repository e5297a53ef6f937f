import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { createSampleStatement } from './sample-statement.ts'

test('the sample is a valid PDF of one page', async () => {
  const text = createSampleStatement()
  const parsed = await PDFDocument.load(Buffer.from(text, 'latin1'), { throwOnInvalidObject: true })
  expect(parsed.getPageCount()).toBe(1)
})

test('the sample is the same every time, and is ASCII', () => {
  expect(createSampleStatement()).toBe(createSampleStatement())
  expect(createSampleStatement()).toMatch(/^[\n -~]+$/)
})

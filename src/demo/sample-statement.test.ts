import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { createSampleStatement } from './sample-statement.ts'

test('the sample is a valid PDF of one page, whose cross-reference table has the offset of each object', async () => {
  const text = createSampleStatement()
  const parsed = await PDFDocument.load(Buffer.from(text, 'latin1'), { throwOnInvalidObject: true })
  expect(parsed.getPageCount()).toBe(1)

  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(match => Number(match[1]))
  expect(offsets).toHaveLength(5)
  for (const [index, offset] of offsets.entries())
    expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`))
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
  expect(text.slice(start)).toMatch(/^xref\n0 6\n/)
  const [, length, drawing] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(text) ?? []
  expect(drawing).toHaveLength(Number(length))
})

test('the sample is the same every time, and is ASCII', () => {
  expect(createSampleStatement()).toBe(createSampleStatement())
  expect(createSampleStatement()).toMatch(/^[\n -~]+$/)
})

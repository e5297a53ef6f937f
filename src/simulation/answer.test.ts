import { expect, test } from 'vitest'
import { collectBytes, collectText, streamJson, toFileAnswer, toHtmlAnswer, toJsonAnswer } from './answer.ts'
import { createFaults } from './faults.ts'

test('answers have a status and a media type, and their parts make one body', () => {
  expect(toJsonAnswer(201, { a: 1 })).toMatchObject({ status: 201, headers: { 'content-type': /json/ } })
  expect(toHtmlAnswer(404, '<p>')).toMatchObject({ status: 404, headers: { 'content-type': /html/ } })
  expect(collectText(streamJson(200, ['[1', ',2', ']']))).toBe('[1,2]')
  const file = toFileAnswer('application/pdf', ['%PDF', Buffer.from([0xff, 0x00])])
  expect(file.headers).toEqual({ 'content-type': 'application/pdf' })
  expect(collectBytes(file)).toEqual(Buffer.from('25504446ff00', 'hex'))
})

test('half of a file is half of its bytes', async () => {
  const faults = createFaults<'report'>(status => ({ status }))
  faults.queue('report', { kind: 'truncated' })
  const ending = await faults.end('report', async () => toFileAnswer('application/pdf', [Buffer.from([1, 0xff, 3, 4])]))
  if (ending.kind === 'reset') throw new Error('There is no answer.')
  expect(collectBytes(ending.answer)).toEqual(Buffer.from([1, 0xff]))
})

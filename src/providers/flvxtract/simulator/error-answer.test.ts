import { expect, test } from 'vitest'
import { collectText } from '../../../simulation/answer.ts'
import { toErrorAnswer, validationError } from './vendor-error.ts'

test('a refusal keeps its status, and anything unforeseen is the vendor’s 500 without what caused it', () => {
  expect(toErrorAnswer(validationError({ file: ['No.'] })).status).toBe(400)
  const answer = toErrorAnswer(new Error('secret detail'))
  expect(answer.status).toBe(500)
  expect(JSON.parse(collectText(answer))).toEqual({
    message: 'An unexpected error occurred.',
    errors: null,
    details: null,
    traceId: expect.any(String),
  })
})

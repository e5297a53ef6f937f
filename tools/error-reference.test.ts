import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createErrorReference } from './error-reference.ts'

test('a code has a row with its retryability, its meaning and what to do', () => {
  const typeDefs = parse(`
    enum Other { "Not a code." ELSE }
    enum ErrorCode {
      """
      Either \`a\` | \`b\`,
      or both.

      Choose one.
      """
      CONFLICT
      """
      A fault.

      Wait.
      """
      INTERNAL
    }
  `)
  expect(createErrorReference(typeDefs)).toBe(
    [
      '| code | retryable | meaning | what to do |',
      '| --- | --- | --- | --- |',
      '| `CONFLICT` | no | Either `a` \\| `b`, or both. | Choose one. |',
      '| `INTERNAL` | yes | A fault. | Wait. |',
      '',
    ].join('\n'),
  )
})

test.each([
  ['does not say what to do', '"A fault." INTERNAL', 'ErrorCode.INTERNAL needs two paragraphs'],
  ['says nothing', 'INTERNAL', 'ErrorCode.INTERNAL needs two paragraphs'],
  ['says too much', '"""\nA fault.\n\nWait.\n\nGo.\n"""\nINTERNAL', 'ErrorCode.INTERNAL needs two paragraphs'],
  ['is not an error code', '"""\nA fault.\n\nWait.\n"""\nNO_CODE', 'the unknown code NO_CODE'],
])('a code that %s is refused', (_what, value, message) => {
  expect(() => createErrorReference(parse(`enum ErrorCode { ${value} }`))).toThrow(message)
})

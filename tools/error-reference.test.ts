import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createErrorReference } from './error-reference.ts'

test('a code has a row: whether a retry may help, what it means, and what to do', () => {
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
  ['says not what to do', '"A fault." INTERNAL', 'INTERNAL takes two paragraphs'],
  ['says nothing', 'INTERNAL', 'INTERNAL takes two paragraphs'],
  ['says too much', '"""\nA fault.\n\nWait.\n\nGo.\n"""\nINTERNAL', 'INTERNAL takes two paragraphs'],
  ['no error has', '"""\nA fault.\n\nWait.\n"""\nNO_CODE', 'NO_CODE, which no error has'],
])('a code that %s is refused', (_what, value, message) => {
  expect(() => createErrorReference(parse(`enum ErrorCode { ${value} }`))).toThrow(message)
})

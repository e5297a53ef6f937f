import { parseJsonExactly } from '../domain/exact-number.ts'
import { AppError } from '../errors.ts'

/** Where a number may be written in another way than JavaScript writes it: only then is the slow way of reading needed. */
const mayHaveExactNumber = /\d[.eE]|\d{16}|-0/

/**
 * The JSON of a request's body, every digit of its numbers kept. Bytes that are not UTF-8 are refused: replaced by U+FFFD, two
 * different texts could become one.
 *
 * @throws AppError BAD_USER_INPUT
 */
export function parseJsonBody(body: Buffer): unknown {
  const text = decode(body)
  if (text === null) throw refusal('The body is not UTF-8.')
  if (text.trim() === '') throw refusal('The body is empty.')
  try {
    return mayHaveExactNumber.test(text) ? parseJsonExactly(text) : JSON.parse(text)
  } catch {
    throw refusal('The body is not JSON.')
  }
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

function refusal(message: string): AppError {
  return new AppError('BAD_USER_INPUT', message)
}

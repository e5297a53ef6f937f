import { parseJsonExactly } from '../domain/exact-number.ts'
import { AppError } from '../errors.ts'

/**
 * Matches if a number may be written differently from how JavaScript would write it. Only then the slow parser is needed. A number
 * follows the beginning of the text or one of these characters, so ids such as app_01e5 do not match.
 */
const mayHaveExactNumber = /(?:^|[\s:,[])(?:-0|-?\d+[.eE]|-?\d{16})/
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The JSON of a request's body, with every digit of its numbers. Bytes that are not UTF-8 are refused: replaced with
 * U+FFFD, two different texts could become equal.
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
    return decoder.decode(body)
  } catch {
    return null
  }
}

function refusal(message: string): AppError {
  return new AppError('BAD_USER_INPUT', message)
}

import { badResponse } from './errors.ts'
import { createMemberScanner } from './member-scanner.ts'

/**
 * The bytes that one text of a JSON answer holds in Base64, decoded as they arrive: an answer that is parsed as a whole
 * would be in memory three times over.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when there is no such text, when it is no Base64, when it has more bytes than
 * allowed, or when the answer breaks off; what was given before that is then worth nothing
 */
export async function* decodeBase64Member(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const scanner = createMemberScanner(name)
  /** Base64 characters left over from the last chunk (at most 3). */
  let waiting = ''
  let isPadded = false
  let size = 0

  function decode(text: string): Buffer {
    const digits = waiting + text.replace(/\s/g, '')
    const usable = scanner.isFound() ? digits.length : digits.length - (digits.length % 4)
    waiting = digits.slice(usable)
    const taken = digits.slice(0, usable)
    if (taken !== '' && (isPadded || taken.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(taken)))
      throw badResponse('A file in an answer of Bank X-Ray is no Base64.')
    isPadded ||= taken.endsWith('=')
    return Buffer.from(taken, 'base64')
  }

  for await (const chunk of chunks) {
    const bytes = decode(scanner.push(Buffer.from(chunk)))
    size += bytes.byteLength
    if (size > maxBytes) throw badResponse(`A file in an answer of Bank X-Ray is larger than ${maxBytes} bytes.`)
    if (bytes.byteLength > 0) yield bytes
  }
  if (!scanner.isFound() || !scanner.isWhole())
    throw badResponse('An answer of Bank X-Ray holds no file, or breaks off.')
}

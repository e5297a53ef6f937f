import { AppError } from '../errors.ts'
import type { ProviderAnswer, StreamedAnswer } from './provider-http.ts'
import { toProviderError } from './to-provider-error.ts'

/**
 * Reads an answer into memory.
 * @throws AppError PROVIDER_BAD_RESPONSE as soon as it is known to be larger than `maxBytes`, and errors of the body
 */
export async function readBody(answer: StreamedAnswer, maxBytes: number, provider: string): Promise<ProviderAnswer> {
  const tooLarge = (): AppError =>
    new AppError('PROVIDER_BAD_RESPONSE', `The answer is larger than ${maxBytes} bytes.`, { provider })
  const { status, headers, body } = answer
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    body.on('error', () => undefined).destroy()
    throw tooLarge()
  }
  const bytes: AsyncIterable<Uint8Array> = body
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw toProviderError(error, provider)
  }
  return { status, headers, body: Buffer.concat(chunks, size) }
}

import { Readable } from 'node:stream'
import { parseExactJson } from '../../http/exact-json.ts'
import type { StreamedAnswer } from '../../http/provider-http.ts'
import { streamJson } from '../../http/stream-json.ts'
import { vendor } from './config.ts'
import type { DateReader } from './dates.ts'
import { badResponse } from './errors.ts'
import { createLoginPartReader, type LoginPart, loginPaths, noLoginsPayload } from './login-payloads.ts'

/** More than an answer without logins can have. */
const startBytes = 64 * 1024

/**
 * The pieces of an answer to "Get Logins", as it arrives.
 * @throws AppError PROVIDER_BAD_RESPONSE when it is not JSON, or when it holds no login and does not say that there are none
 */
export async function* readLoginParts(
  { headers, body }: StreamedAnswer,
  dates: DateReader,
  maxBytes: number,
): AsyncGenerator<LoginPart> {
  const read = createLoginPartReader(dates)
  const origin = { provider: vendor.id, contentType: headers['content-type'], maxBytes }
  const start = keepStart(body, startBytes)
  let isEmpty = true
  for await (const part of streamJson(start.body, loginPaths, origin)) {
    isEmpty = false
    yield read(part)
  }
  if (isEmpty && !noLoginsPayload.safeParse(parseExactJson(start.bytes(), origin)).success)
    throw badResponse('The answer of finoOS lacks the bank logins that its documentation promises.')
}

/** The same body, and its first bytes for inspection. */
function keepStart(body: Readable, length: number) {
  const chunks: AsyncIterable<Uint8Array> = body
  const kept: Uint8Array[] = []
  let size = 0
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (size < length) kept.push(Buffer.from(chunk))
      size += chunk.byteLength
      yield chunk
    }
  }
  return { body: Readable.from(pass(), { objectMode: false }), bytes: () => Buffer.concat(kept).subarray(0, length) }
}

import { Readable } from 'node:stream'
import type { JsonValue } from '../domain/json.ts'

/** A file that becomes a member of a JSON body, as Base64. */
export interface JsonFile {
  readonly member: string
  /** The exact size of the stream that `open` returns. */
  readonly byteSize: number
  open(): Promise<Readable>
}

export interface JsonBody {
  readonly headers: { readonly 'content-type': 'application/json'; readonly 'content-length': string }
  readonly body: Readable
}

/**
 * A JSON object of the given members, with a file as its last one. The file is opened when its turn comes, and encoded as it is
 * read, so it is never in memory as a whole.
 */
export function jsonBodyWithFile(members: { readonly [name: string]: JsonValue }, file: JsonFile): JsonBody {
  const given = JSON.stringify(members).slice(0, -1)
  const head = Buffer.from(`${given}${given === '{' ? '' : ','}${JSON.stringify(file.member)}:"`)
  const tail = Buffer.from('"}')

  async function* encode(): AsyncGenerator<Uint8Array> {
    yield head
    yield* toBase64(await file.open())
    yield tail
  }

  const length = head.byteLength + 4 * Math.ceil(file.byteSize / 3) + tail.byteLength
  return {
    headers: { 'content-type': 'application/json', 'content-length': String(length) },
    body: Readable.from(encode(), { objectMode: false }),
  }
}

/** Base64 of the bytes of a stream, with padding only at the end. */
async function* toBase64(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  /** Bytes left over from the last chunk (at most 2), as only whole groups of three have no padding. */
  let waiting = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = waiting.byteLength === 0 ? Buffer.from(chunk) : Buffer.concat([waiting, chunk])
    const usable = all.byteLength - (all.byteLength % 3)
    waiting = Buffer.from(all.subarray(usable))
    if (usable > 0) yield Buffer.from(all.toString('base64', 0, usable))
  }
  if (waiting.byteLength > 0) yield Buffer.from(waiting.toString('base64'))
}

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

export type MultipartPart = MultipartField | MultipartFile

export interface MultipartField {
  readonly name: string
  readonly value: string
}

export interface MultipartFile {
  readonly name: string
  readonly fileName: string
  readonly mediaType: string
  /** The exact size of the stream that `open` returns. */
  readonly byteSize: number
  open(): Promise<Readable>
}

export interface MultipartBody {
  readonly headers: { readonly 'content-type': string; readonly 'content-length': string }
  readonly body: Readable
}

/**
 * A `multipart/form-data` body, in the order of its parts: https://www.rfc-editor.org/rfc/rfc7578. Each file is opened
 * when its turn comes and streamed.
 */
export function multipartBody(parts: readonly MultipartPart[]): MultipartBody {
  const boundary = `----assay-${randomUUID()}`
  const opened = parts.map(part => ({ part, head: Buffer.from(headOf(part, boundary)) }))
  const tail = Buffer.from(`--${boundary}--\r\n`)
  const byteSize = opened.reduce((sum, { part, head }) => sum + head.byteLength + sizeOf(part) + crlf.byteLength, 0)

  async function* encode(): AsyncGenerator<Uint8Array> {
    for (const { part, head } of opened) {
      yield head
      if ('value' in part) yield Buffer.from(part.value)
      else yield* await part.open()
      yield crlf
    }
    yield tail
  }

  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(byteSize + tail.byteLength),
    },
    body: Readable.from(encode(), { objectMode: false }),
  }
}

const crlf = Buffer.from('\r\n')

function headOf(part: MultipartPart, boundary: string): string {
  const name = `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(part.name)}"`
  if ('value' in part) return `${name}\r\n\r\n`
  const mediaType = part.mediaType.replace(/[\r\n]/g, '')
  return `${name}; filename="${quotable(part.fileName)}"\r\nContent-Type: ${mediaType}\r\n\r\n`
}

/**
 * Escapes a text for a quoted header value as browsers do:
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
function quotable(text: string): string {
  return text.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22')
}

function sizeOf(part: MultipartPart): number {
  return 'value' in part ? Buffer.byteLength(part.value) : part.byteSize
}

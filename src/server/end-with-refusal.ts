import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { AppError } from '../errors.ts'
import { toErrorExtensions } from '../graphql/format-error.ts'

/** Answers an error, in the shape of all errors, on a socket that no route handles, and closes the connection. */
export function endWithRefusal(socket: Duplex, status: number, refusal: AppError): void {
  const { message } = refusal
  const body = JSON.stringify({ error: { message, ...toErrorExtensions(refusal, randomUUID()) } })
  socket.on('error', () => socket.destroy())
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
}

/** Node's errors for bytes that it cannot parse as a request, and their answers. All others are answered 400. */
const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The head of the request is larger than 16 KiB.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of a chunk are too large.'],
}
/** Errors without a client that waits for an answer. */
const silent: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ERR_HTTP_REQUEST_TIMEOUT'])

/** Answers bytes that cannot be parsed as a request, and closes the connection. */
export function refuseConnection({ code }: { readonly code: string }, socket: Socket): void {
  // After the first answer on a connection, another one may be being written.
  if (silent.has(code) || !socket.writable || socket.bytesWritten > 0) {
    socket.destroy()
    return
  }
  const [status, message] = refusals[code] ?? [400, 'This is not an HTTP request.']
  endWithRefusal(socket, status, new AppError('BAD_USER_INPUT', message))
}

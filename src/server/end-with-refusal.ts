import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AppError } from '../errors.ts'
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

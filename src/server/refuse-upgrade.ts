import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError, type ErrorCode } from '../errors.ts'
import { toErrorExtensions } from '../graphql/format-error.ts'

const codes = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 503: 'INTERNAL' } as const satisfies Record<number, ErrorCode>

/** Answers a request that wanted to become a WebSocket with an ordinary HTTP refusal. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof codes, message: string): void {
  const extensions = toErrorExtensions(new AppError(codes[status], message), randomUUID())
  const body = JSON.stringify({ error: { message, ...extensions } })
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

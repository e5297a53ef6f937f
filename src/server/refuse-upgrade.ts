import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const codes: Readonly<Record<number, string>> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 503: 'INTERNAL' }

/** Answers a request that wanted to become a WebSocket with an ordinary HTTP refusal. */
export function refuseUpgrade(socket: Duplex, status: 403 | 404 | 503, message: string): void {
  const body = JSON.stringify({ error: { code: codes[status], message } })
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

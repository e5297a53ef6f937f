import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Timers } from './timers.ts'

export const unreadAnswerLimits = {
  /** Without a byte taken. */
  idleMs: 30_000,
  /** From first to last byte; longer by what the slowest reader takes for an answer of known size. */
  totalMs: 60_000,
  slowestBytesPerSecond: 16 * 1024,
  /** For an answer whose size is not known. */
  unknownSizeMs: 15 * 60_000,
} as const

/** A larger answer is written in pieces, so that it can be seen whether it is read. */
const pieceBytes = 256 * 1024
const lookEveryMs = 5_000

interface OpenAnswer {
  /** Bytes that have left the process. */
  sent: number
  /** Since when no more have left. */
  since: number
  readonly until: number
}

/** Ends connections whose answers are not read: nothing that was made for somebody is kept for ever. */
export function endUnreadAnswers(app: FastifyInstance, timers: Timers, now: () => Date): () => void {
  const open = new Map<ServerResponse, OpenAnswer>()

  function look(): void {
    const time = now().getTime()
    for (const [response, answer] of open) {
      const { socket } = response
      const sent = socket ? socket.bytesWritten - socket.writableLength : answer.sent
      if (sent !== answer.sent) {
        answer.sent = sent
        answer.since = time
      }
      if (time - answer.since >= unreadAnswerLimits.idleMs || time >= answer.until) response.destroy()
    }
  }

  app.addHook('onSend', (_request, reply, payload, done) => {
    const { raw } = reply
    if (raw.destroyed) return done(null, payload)
    const bytes = sizeOf(payload)
    const time = now().getTime()
    open.set(raw, { sent: -1, since: time, until: time + longestMs(bytes) })
    raw.once('close', () => open.delete(raw))
    if (typeof payload !== 'string' || payload.length <= pieceBytes) return done(null, payload)
    const text = Buffer.from(payload)
    reply.header('content-length', text.length)
    done(null, Readable.from(inPieces(text), { objectMode: false }))
  })
  return timers.every(lookEveryMs, look)
}

/** null for a stream. */
function sizeOf(payload: unknown): number | null {
  if (payload === null || payload === undefined) return 0
  return typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : null
}

function longestMs(bytes: number | null): number {
  const { totalMs, slowestBytesPerSecond, unknownSizeMs } = unreadAnswerLimits
  return bytes === null ? unknownSizeMs : totalMs + (bytes / slowestBytesPerSecond) * 1_000
}

function* inPieces(text: Buffer): Generator<Buffer> {
  for (let from = 0; from < text.length; from += pieceBytes) yield text.subarray(from, from + pieceBytes)
}

import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Timers } from './timers.ts'

export const unreadAnswerLimits = {
  /** The longest time in which the client takes no byte. */
  idleMs: 30_000,
  /** The longest time from first to last byte, to which the time of the slowest reader is added for an answer of known size. */
  totalMs: 60_000,
  slowestBytesPerSecond: 16 * 1024,
  /** The same for an answer of unknown size. */
  unknownSizeMs: 15 * 60_000,
} as const

/** A larger answer is written in pieces, to see whether it is being read. */
const pieceBytes = 256 * 1024
const lookEveryMs = 5_000

interface OpenAnswer {
  /** Bytes that have left the process. */
  sent: number
  /** When the last bytes were sent. */
  since: number
  readonly until: number
}

/** Ends connections whose answers are not read, so that answers do not stay in memory. @returns a function that stops the checks */
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
    if (!isText(payload) || payload.length <= pieceBytes) return done(null, payload)
    const text = typeof payload === 'string' ? Buffer.from(payload) : payload
    reply.header('content-length', text.length)
    done(null, Readable.from(inPieces(text), { objectMode: false }))
  })
  return timers.every(lookEveryMs, look)
}

/** Null for a stream. */
function sizeOf(payload: unknown): number | null {
  if (payload === null || payload === undefined) return 0
  return isText(payload) ? payload.length : null
}

function isText(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload)
}

function longestMs(bytes: number | null): number {
  const { totalMs, slowestBytesPerSecond, unknownSizeMs } = unreadAnswerLimits
  return bytes === null ? unknownSizeMs : totalMs + (bytes / slowestBytesPerSecond) * 1_000
}

function* inPieces(text: Buffer): Generator<Buffer> {
  for (let from = 0; from < text.length; from += pieceBytes) yield text.subarray(from, from + pieceBytes)
}

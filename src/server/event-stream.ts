import type { FastifyReply } from 'fastify'
import type { FormattedExecutionResult } from 'graphql'
import type { Connection } from './connection-operations.ts'
import { createConnectionUsage } from './connection-operations.ts'
import { createOutputFlow } from './output-flow.ts'
import { type SocketEnding, usualPartingMs } from './socket-endings.ts'
import type { Timers } from './timers.ts'

/** The answer to one operation, as server-sent events. */
export interface EventStream extends Connection {
  isOpen(): boolean
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number
  /** Bytes that have left the process. */
  readonly sentBytes: number
  /** Resolves when nothing more will be sent. */
  readonly ended: Promise<void>
  /** Resolves when the request has ended. */
  readonly closed: Promise<void>
  /** Sends a result with the id to resume after. Resolves when it was sent or the request has ended. */
  next(result: FormattedExecutionResult, id: string | null): Promise<void>
  /** Says that there are no more results. */
  complete(): void
  /** Sends a comment, because proxies close idle connections. */
  beat(): void
  /** Ends without saying that the operation is complete, so that clients reconnect. */
  breakOff(ending: SocketEnding): void
}

const mediaType = 'text/event-stream'

const headers = {
  'content-type': `${mediaType}; charset=utf-8`,
  'cache-control': 'no-cache, no-transform',
  // Without this, nginx and similar proxies buffer events.
  'x-accel-buffering': 'no',
}

/** Milliseconds after which browsers reconnect. */
const retryMs = 1_000

/** Whether an answer is an event stream. */
export function isEventStream(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith(mediaType)
}

/**
 * Whether a client prefers an event stream to one answer: whether it is the first of the media types with the highest
 * quality.
 */
export function prefersEventStream(accept = ''): boolean {
  const ranges = accept.split(',').map(range => {
    const [type = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase())
    const quality = parameters.find(parameter => parameter.startsWith('q='))?.slice(2)
    return { type, quality: quality === undefined ? 1 : Number(quality) }
  })
  const best = Math.max(...ranges.map(({ quality }) => quality))
  return best > 0 && ranges.find(({ quality }) => quality === best)?.type === mediaType
}

/** Takes over the answer to a request from Fastify and makes it an event stream. */
export function openEventStream(reply: FastifyReply, timers: Timers): EventStream {
  const { raw } = reply
  const closed = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const isOpen = () => !raw.writableEnded && !raw.destroyed
  const flow = createOutputFlow({ unsentBytes: () => raw.writableLength, isOpen })

  function finish(): void {
    ended.resolve()
    closed.resolve()
    flow.wake()
  }
  async function write(text: string): Promise<void> {
    if (!isOpen()) return
    const left = Promise.withResolvers<void>()
    raw.write(text, () => left.resolve())
    await Promise.race([left.promise, closed.promise])
  }

  reply.headers(headers)
  reply.hijack()
  raw.on('drain', flow.wake)
  raw.on('error', finish)
  raw.once('close', finish)
  if (raw.destroyed) finish()
  else {
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
    // Some browsers do not report the answer before its first bytes.
    raw.write(':\n\n')
  }

  return {
    flow,
    usage: createConnectionUsage(),
    isOpen,
    ended: ended.promise,
    closed: closed.promise,
    get bufferedAmount() {
      return raw.writableLength
    },
    get sentBytes() {
      return raw.socket ? raw.socket.bytesWritten - raw.socket.writableLength : 0
    },
    next: (result, id) => write(`${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`),
    complete() {
      if (isOpen()) raw.end('event: complete\ndata:\n\n')
      ended.resolve()
    },
    beat() {
      if (isOpen()) raw.write(':\n\n')
    },
    breakOff({ reason, partingMs = usualPartingMs }) {
      if (!isOpen()) return
      raw.end(`: ${reason}\nretry: ${retryMs}\n\n`)
      ended.resolve()
      flow.wake()
      raw.once(
        'close',
        timers.after(partingMs, () => raw.destroy()),
      )
    },
  }
}

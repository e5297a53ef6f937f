import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ExecutionResult } from 'graphql'
import type { Caller, CallerRequest } from '../auth/caller.ts'
import { AppError } from '../errors.ts'
import type { AskedOperation, ConnectionOperations, PreparedOperation } from './connection-operations.ts'
import { MethodNotAllowedError } from './error-answer.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import type { ServerParts } from './server-parts.ts'
import { createSlowSocketWatch, lookEveryMs } from './slow-sockets.ts'
import { socketEndings } from './socket-endings.ts'
import type { RenewableContext } from './subscribe-afresh.ts'
import { whenExpired } from './when-expired.ts'

/** Operations that are answered by server-sent events. */
export interface EventStreams {
  /**
   * Answers a request of an admitted caller. Errors of the operation are sent on the stream, as the protocol requires.
   *
   * @throws AppError RATE_LIMITED, MethodNotAllowedError before anything is sent
   */
  answer(asked: AskedOperation, caller: Caller, request: FastifyRequest, reply: FastifyReply): void
  /** Lets queries and mutations finish, then ends every stream so that clients reconnect. */
  stop(): Promise<void>
}

const beatEveryMs = 15_000
/** After this many heartbeats in a row without a byte sent, the stream is ended. */
const patience = 4

/**
 * The distinct connections mode of https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. The library's own
 * handler has no event ids and buffers without a limit what a client does not read.
 */
export function createEventStreams<Context extends RenewableContext<Context>>(
  parts: ServerParts<Context>,
  operations: ConnectionOperations<Context>,
): EventStreams {
  const { callers, metrics, logger, now, timers } = parts
  const open = new Map<EventStream, { sentBytes: number; still: number }>()
  const isTooSlow = createSlowSocketWatch(now)
  let stopping = false

  function beat(): void {
    for (const [stream, seen] of open) {
      const { sentBytes } = stream
      seen.still = stream.bufferedAmount > 0 && sentBytes === seen.sentBytes ? seen.still + 1 : 0
      seen.sentBytes = sentBytes
      if (seen.still >= patience) stream.breakOff({ ...socketEndings.tooSlow, partingMs: 0 })
      // Unsent data keep the connection alive when they are sent.
      else if (stream.bufferedAmount === 0) stream.beat()
    }
  }

  function endSlow(): void {
    for (const stream of open.keys()) if (isTooSlow(stream)) stream.breakOff(socketEndings.tooSlow)
  }

  const cancels = [timers.every(beatEveryMs, beat), timers.every(lookEveryMs, endSlow)]

  function keep(stream: EventStream, caller: Caller): void {
    open.set(stream, { sentBytes: 0, still: 0 })
    metrics.sockets(1)
    const cancelExpiry = whenExpired(caller, parts, () => stream.breakOff(socketEndings.expired))
    stream.closed.then(() => {
      open.delete(stream)
      metrics.sockets(-1)
      cancelExpiry()
    })
  }

  async function send(operation: PreparedOperation<Context>, stream: EventStream): Promise<void> {
    const ids = new WeakMap<ExecutionResult, string>()
    const tell = (result: ExecutionResult) =>
      stream.next(toShown(result, operation.correlationId), ids.get(result) ?? null)
    if (operation.type !== 'subscription') {
      // Not awaited: the operation is complete as soon as its answer is written.
      void tell(await operations.execute(operation, stream))
      return
    }

    const results = await operations.subscribe(operation, stream, (result, source) => {
      const id = operation.context.eventIdOf(source)
      if (id !== null) ids.set(result, id)
    })
    if (!(Symbol.asyncIterator in results)) return tell(results)
    stream.ended.then(() => results.return?.())
    for await (const result of results) await tell(result)
  }

  function prepare(asked: AskedOperation, request: CallerRequest) {
    try {
      return { operation: operations.prepare(asked, request), errors: [] }
    } catch (error) {
      return { operation: null, errors: operations.refuse(error) }
    }
  }

  const toShown = ({ errors, ...result }: ExecutionResult, correlationId: string) =>
    errors ? { ...result, errors: operations.format(errors, correlationId) } : result

  return {
    answer(asked, caller, request, reply) {
      const { id: correlationId, ip: address } = request
      if (stopping) throw new AppError('INTERNAL', 'The server is stopping.', { retryable: true, retryAfterSeconds: 1 })
      const { operation, errors } = prepare(asked, {
        caller,
        correlationId,
        address,
        lastEventId: lastEventIdOf(request),
      })
      if (request.method === 'GET' && operation?.type === 'mutation') {
        reply.header('allow', 'POST')
        throw new MethodNotAllowedError('A mutation is sent by POST.')
      }
      reply.raw.once('close', callers.openSocket(caller))
      const stream = openEventStream(reply, timers)
      keep(stream, caller)
      const sending = operation ? send(operation, stream) : stream.next(toShown({ errors }, correlationId), null)
      sending.then(stream.complete).catch(error => {
        logger.error({ err: error, correlationId }, 'event stream failed')
        stream.breakOff(socketEndings.unavailable)
      })
    },
    async stop() {
      stopping = true
      for (const cancel of cancels) cancel()
      await operations.settled()
      const streams = [...open.keys()]
      for (const stream of streams) stream.breakOff(socketEndings.restart)
      await Promise.all(streams.map(({ closed }) => closed))
    },
  }
}

/** Browsers send the id of the last event when they reconnect. */
function lastEventIdOf({ headers }: FastifyRequest): string | null {
  const given = headers['last-event-id']
  return typeof given === 'string' && given !== '' ? given : null
}

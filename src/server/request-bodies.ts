import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { type BodyPace, paceBody } from './pace-body.ts'
import type { Timers } from './timers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes bodies of any type, or reads its body itself, at its own pace, and calls `continueBody` before. */
    readonly body?: 'any-type' | 'read-by-route'
  }
}

/** How long a body of at most 1 MiB may take. */
export const bodyPace: BodyPace = { idleMs: 10_000, totalMs: 30_000 }

/** For so long the rest of a body that nobody wants is read and thrown away, so that its sender can read the answer. */
const lingerMs = 2_000

/** Requests whose senders wait to be told that the body is wanted (`Expect: 100-continue`), and have not been told. */
const awaiting = new WeakSet<IncomingMessage>()

/**
 * Bounds the bodies of all routes in time. A sender that waits for `100 Continue` gets it when its body is about to be
 * read, and not before an answer that needs no body. After an answer that came before the end of the body, the rest is
 * read and thrown away for a short time, so that the answer can be read and the next request be sent.
 */
export function registerRequestBodies(app: FastifyInstance, timers: Timers, pace = bodyPace): void {
  app.server.on('checkContinue', (request, response) => {
    awaiting.add(request)
    app.routing(request, response)
  })

  app.addHook('preParsing', (request, reply, payload, done) => {
    const { raw, routeOptions } = request
    if (routeOptions.config.body === 'read-by-route' || !mayBeRead(request)) return done(null, payload)
    continueBody(request, reply)
    // Most have arrived as a whole by now.
    if (raw.complete) return done(null, payload)
    done(null, Readable.from(paceBody(raw, pace, timers, tooSlow), { objectMode: false }))
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    const { raw } = request
    if (!raw.complete) {
      // Who waits to be told to send does not send; who is too slow does not come to an end.
      if (awaiting.has(raw) || reply.statusCode === 408) reply.header('connection', 'close')
      // Closing while bytes still arrive resets the connection, and the answer is lost with it.
      else reply.removeHeader('connection')
    }
    done(null, payload)
  })

  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete && !raw.destroyed) drain(raw, timers)
    done()
  })
}

/** Tells the sender of a request that its body is wanted, if it waits for that. */
export function continueBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (awaiting.delete(raw)) reply.raw.writeContinue()
}

/** Whether Fastify will read the body: its size and type may be such that it refuses at once. */
function mayBeRead({ headers, mediaType, routeOptions, server }: FastifyRequest): boolean {
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return false
  if (Number(headers['content-length'] ?? 0) > (routeOptions.bodyLimit ?? Number.POSITIVE_INFINITY)) return false
  return routeOptions.config.body === 'any-type' || server.hasContentTypeParser(mediaType ?? '')
}

function drain(raw: IncomingMessage, timers: Timers): void {
  const { socket } = raw
  const cancelTimer = timers.after(lingerMs, () => socket.destroy())
  const cancel = () => {
    cancelTimer()
    socket.off('close', cancel)
  }
  raw.once('end', cancel)
  socket.once('close', cancel)
  raw.on('error', () => {})
  raw.resume()
}

function tooSlow(): AppError {
  return new AppError('DEADLINE_EXCEEDED', 'The body of the request came too slowly. Send it again.')
}

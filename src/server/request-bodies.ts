import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { type BodyPace, paceBody } from './pace-body.ts'
import type { Timers } from './timers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `any-type`: accepts bodies of any type. `read-by-route`: reads its body itself, with its own time limits, after `continueBody`. */
    readonly body?: 'any-type' | 'read-by-route'
    /** Whether the route is also answered while the server stops. */
    readonly whileStopping?: boolean
  }
}

/** How long a body of at most 1 MiB may take. */
export const bodyPace: BodyPace = { idleMs: 10_000, totalMs: 30_000 }

/** How long the rest of an unwanted body is read and discarded, so that its sender can read the answer. */
const lingerMs = 2_000

/** Requests with `Expect: 100-continue` whose senders still wait for `100 Continue`. */
const awaiting = new WeakSet<IncomingMessage>()

/**
 * Limits the time for the bodies of all routes. A sender that waits for `100 Continue` gets it when its body is about
 * to be read, and not if the answer needs no body. When an answer is sent before the end of the body, the rest is read
 * and discarded for a short time, so that the sender can read the answer and send the next request.
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
    // Most bodies have arrived completely by now. Node sets `complete` later than it provides the last byte.
    if (raw.complete || Number(raw.headers['content-length']) <= raw.readableLength) return done(null, payload)
    done(null, Readable.from(paceBody(raw, pace, timers, tooSlow), { objectMode: false }))
  })

  app.addHook('onSend', (request, reply, payload, done) => {
    const { raw } = request
    if (!raw.complete) {
      // A sender that waits for 100 Continue will not send the body, and one that is too slow will not finish it.
      if (awaiting.has(raw) || reply.statusCode === 408) reply.header('connection', 'close')
      // Closing while bytes still arrive would reset the connection, and the answer would be lost.
      else reply.removeHeader('connection')
    }
    done(null, payload)
  })

  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete && !raw.destroyed) drain(raw, timers)
    done()
  })
}

/** Sends `100 Continue` if the sender of a request waits for it. */
export function continueBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (awaiting.delete(raw)) reply.raw.writeContinue()
}

/** Whether Fastify will read the body. It refuses some at once because of their size or type. */
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

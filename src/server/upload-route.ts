import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReceiveUpload } from '../documents/receive-upload.ts'
import { type RefusalReason, UploadRefusal } from '../documents/upload-refusal.ts'
import type { ErrorCode } from '../errors.ts'
import { sendError } from './error-answer.ts'
import { type BodyPace, paceBody } from './pace-body.ts'

export interface UploadRouteOptions {
  readonly receive: ReceiveUpload
  readonly pace: BodyPace
}

const statuses: Readonly<Record<RefusalReason, number>> = {
  unknown: 404,
  expired: 410,
  consumed: 409,
  empty: 422,
  'too-large': 413,
  'wrong-type': 415,
  broken: 400,
  'not-raw': 415,
  'too-slow': 408,
}

/** For so long the rest of a refused body is read and thrown away, so that its sender can read the answer meanwhile. */
const lingerMs = 2_000

/**
 * `PUT /uploads/:token`: the bytes of a document as the body, read as they come. The token is the only credential. Answers
 * 201 `{documentId, status, sha256, byteSize, mediaType}`, or `{error: {code, message, correlationId}}`.
 */
export function registerUploadRoute(app: FastifyInstance, { receive, pace }: UploadRouteOptions): void {
  const url = '/uploads/:token'
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _body, done) => done(null))
    scope.setErrorHandler(answerError)

    scope.put<{ Params: { token: string } }>(url, async (request, reply) => {
      const { 'content-length': length, 'content-type': type, 'content-encoding': encoding } = request.headers
      const chunked = request.headers['transfer-encoding'] !== undefined
      const received = await receive(request.params.token, {
        body: paceBody(request.raw, pace),
        contentLength: chunked ? null : Number(length ?? 0),
        contentType: type ?? null,
        contentEncoding: encoding ?? null,
        correlationId: request.id,
      })
      const { documentId, sha256, byteSize, mediaType } = received
      return reply.code(201).send({ documentId, status: 'STORED', sha256, byteSize, mediaType })
    })

    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      url,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        reply.header('allow', 'PUT, OPTIONS')
        return reply.code(405).send(toBody(request, 'BAD_USER_INPUT', 'Documents are sent to this address with PUT.'))
      },
    })
  })
}

function answerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  if (!(error instanceof UploadRefusal)) {
    sendError(request, reply, error)
    return
  }
  // Who is cut off while still sending does not get to see the answer. Who is too slow would not come to the end anyway.
  if (error.reason === 'too-slow') reply.header('connection', 'close')
  else drain(request)
  reply.code(statuses[error.reason]).send(toBody(request, error.code, error.message))
}

/** Throws away the rest of a body, as far as it comes within a short time. */
function drain({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return
  const timer = setTimeout(() => raw.destroy(), lingerMs).unref()
  raw.once('close', () => clearTimeout(timer))
  raw.on('error', () => {})
  raw.resume()
}

function toBody({ id: correlationId }: FastifyRequest, code: ErrorCode, message: string) {
  return { error: { code, message, correlationId } }
}

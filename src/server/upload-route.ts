import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReceiveUpload } from '../documents/receive-upload.ts'
import { type RefusalReason, UploadRefusal } from '../documents/upload-refusal.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { formatError } from '../graphql/format-error.ts'
import { sendError } from './error-answer.ts'
import { type BodyPace, paceBody } from './pace-body.ts'
import { continueBody } from './request-bodies.ts'

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

/**
 * `PUT /uploads/:token`: the bytes of a document as the body, which is streamed. The token is the only credential.
 * Answers 201 with `{documentId, status, sha256, byteSize, mediaType}`, or `{error}` like every other route.
 */
export function registerUploadRoute(app: FastifyInstance, { receive, pace }: UploadRouteOptions): void {
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _body, done) => done(null))
    scope.setErrorHandler(answerError)

    type Route = { Params: { token: string } }
    scope.put<Route>('/uploads/:token', { config: { body: 'read-by-route' } }, async (request, reply) => {
      const { 'content-length': length, 'content-type': type, 'content-encoding': encoding } = request.headers
      const chunked = request.headers['transfer-encoding'] !== undefined
      const received = await receive(request.params.token, {
        body: readBody(request, reply, pace),
        contentLength: chunked ? null : Number(length ?? 0),
        contentType: type ?? null,
        contentEncoding: encoding ?? null,
        correlationId: request.id,
      })
      const { documentId, sha256, byteSize, mediaType } = received
      return reply.code(201).send({ documentId, status: 'STORED', sha256, byteSize, mediaType })
    })
  })
}

async function* readBody(request: FastifyRequest, reply: FastifyReply, pace: BodyPace): AsyncGenerator<Uint8Array> {
  continueBody(request, reply)
  yield* paceBody(request.raw, pace)
}

function answerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof UploadRefusal)
    reply.code(statuses[error.reason]).send(toBody(request, error.code, error.message))
  else sendError(request, reply, error)
}

function toBody({ id: correlationId }: FastifyRequest, code: ErrorCode, message: string) {
  const { extensions } = formatError(new AppError(code, message), correlationId)
  return { error: { message, ...extensions } }
}

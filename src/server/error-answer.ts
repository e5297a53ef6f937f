import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../errors.ts'
import { AppError } from '../errors.ts'
import { toHttpStatus } from './http-status.ts'

/**
 * Answers a request that failed outside GraphQL: `{error: {code, message, correlationId}}`; under `/graphql` in the
 * shape that GraphQL clients read.
 */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: FastifyError | AppError | Error): void {
  const { status, code, message, retryAfterSeconds } = describe(error)
  if (status >= 500) request.log.error({ err: error }, 'request failed')
  if (retryAfterSeconds !== null) reply.header('retry-after', retryAfterSeconds)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  const correlationId = request.id
  const body =
    request.routeOptions.url === '/graphql'
      ? { errors: [{ message, extensions: { code, correlationId } }] }
      : { error: { code, message, correlationId } }
  reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
}

interface ErrorAnswer {
  readonly status: number
  readonly code: ErrorCode
  readonly message: string
  readonly retryAfterSeconds: number | null
}

const refusals: Readonly<Record<number, ErrorCode>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' }

function describe(error: FastifyError | AppError | Error): ErrorAnswer {
  if (error instanceof AppError)
    return {
      status: toHttpStatus(error.code),
      code: error.code,
      message: error.message,
      retryAfterSeconds: error.retryAfterSeconds,
    }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  return status >= 400 && status < 500
    ? { status, code: refusals[status] ?? 'BAD_USER_INPUT', message: error.message, retryAfterSeconds: null }
    : { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.', retryAfterSeconds: null }
}

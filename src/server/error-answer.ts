import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../errors.ts'
import { AppError } from '../errors.ts'
import { formatError } from '../graphql/format-error.ts'
import { toHttpStatus } from './http-status.ts'

const responseType = 'application/graphql-response+json'

/** Thrown for an HTTP method that `/graphql` does not accept. */
export class MethodNotAllowedError extends Error {
  readonly statusCode = 405
}

/**
 * Answers a request that failed outside GraphQL: `{error: {message, code, provider, retryable, retryAfterSeconds,
 * correlationId}}`; under `/graphql` the same in the shape that GraphQL clients read, `{errors: [{message, extensions}]}`.
 */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: FastifyError | AppError | Error): void {
  const { status, refusal } = describe(error)
  if (status >= 500) request.log.error({ err: error }, 'request failed')
  if (refusal.retryAfterSeconds !== null) reply.header('retry-after', refusal.retryAfterSeconds)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  const { message, extensions } = formatError(refusal, request.id)
  const isGraphql = request.url.split('?')[0] === '/graphql'
  const body = isGraphql ? { errors: [{ message, extensions }] } : { error: { message, ...extensions } }
  // With this type, GraphQL clients read the errors whatever the status is.
  const wantsResponse = isGraphql && request.headers.accept?.includes(responseType)
  const type = wantsResponse ? responseType : 'application/json'
  reply.code(status).type(`${type}; charset=utf-8`).send(JSON.stringify(body))
}

interface ErrorAnswer {
  readonly status: number
  readonly refusal: AppError
}

const refusals: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
}

function describe(error: FastifyError | AppError | Error): ErrorAnswer {
  if (error instanceof AppError) {
    // An internal error that says when to try again is transient.
    const passes = error.code === 'INTERNAL' && error.retryAfterSeconds !== null
    return { status: passes ? 503 : toHttpStatus(error.code), refusal: error }
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  return status >= 400 && status < 500
    ? { status, refusal: new AppError(refusals[status] ?? 'BAD_USER_INPUT', error.message) }
    : { status: 500, refusal: new AppError('INTERNAL', error.message) }
}

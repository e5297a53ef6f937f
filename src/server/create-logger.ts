import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

const secretNames = ['authorization', 'cookie', 'x-api-key', 'apiKey', 'password', 'secret', 'token']

/**
 * A logger that writes no secrets. Addresses are never written either, since uploads, downloads, callbacks and webhooks
 * carry a token in theirs: a request is known by its method and the pattern of its route.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: secretNames.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `["set-cookie"]`]),
      censor: '[redacted]',
    },
    serializers: { err: toLoggedError, req: toLoggedRequest, res: toLoggedResponse },
  }
  return destination ? pino(options, destination) : pino(options)
}

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code: unknown
  readonly stack: string | undefined
  readonly cause: LoggedError | undefined
}

/** Only these members: drivers hang rows, packets and bodies on their errors. */
function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: '', code: undefined, stack: undefined, cause: undefined }
  const cause = error.cause ?? ('originalError' in error ? error.originalError : undefined)
  return {
    type: error.name,
    message: error.message,
    code: 'code' in error ? error.code : undefined,
    stack: error.stack,
    cause: cause === undefined ? undefined : toLoggedError(cause),
  }
}

function toLoggedRequest(request: { readonly method?: string; readonly routeOptions?: { readonly url?: string } }) {
  return { method: request.method, route: request.routeOptions?.url }
}

function toLoggedResponse(response: { readonly statusCode?: number }) {
  return { status: response.statusCode }
}

import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

const secretNames = ['authorization', 'cookie', 'x-api-key', 'apiKey', 'password', 'secret', 'token']

/**
 * A logger that writes no secrets. It does not write URLs either, because those of uploads, downloads, callbacks and
 * webhooks contain tokens: a request is logged with its method and the pattern of its route.
 */
export function createLogger(level: string, destination: DestinationStream = writeByTurn()): Logger {
  const options = {
    level,
    redact: {
      paths: secretNames.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`, `["set-cookie"]`]),
      censor: '[redacted]',
    },
    serializers: { err: toLoggedError, req: toLoggedRequest, res: toLoggedResponse },
  }
  return pino(options, destination)
}

/**
 * Standard output. The lines of one turn of the event loop are written together, because a write takes longer than the
 * request that it is about.
 */
function writeByTurn(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true })
  let lines = ''
  function flush(): void {
    process.off('exit', flush)
    output.write(lines)
    lines = ''
  }
  return {
    write(line) {
      if (lines === '') {
        setImmediate(flush)
        process.once('exit', flush)
      }
      lines += line
    },
  }
}

interface LoggedError {
  readonly type: string
  readonly message: string
  readonly code: unknown
  readonly stack: string | undefined
  readonly cause: LoggedError | undefined
}

/** Only these members, because drivers attach rows, packets and bodies to their errors. */
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

import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'

/** An error as a client may see it. */
export type FormatError = (error: unknown, correlationId: string) => GraphQLFormattedError

/** Formats errors, and logs unexpected ones, of which the client sees only the correlation id. */
export function createErrorReporter(format: FormatError, logger: Logger): FormatError {
  return (error, correlationId) => {
    const formatted = format(error, correlationId)
    if (formatted.extensions?.code === 'INTERNAL')
      logger.error({ err: error, correlationId, path: formatted.path?.join('.') }, 'operation failed')
    return formatted
  }
}

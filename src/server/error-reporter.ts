import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'

/** An error as a client may see it. */
export type FormatError = (error: unknown, correlationId: string) => GraphQLFormattedError

/** Formats, and logs what nobody foresaw: only the id is left to the client to find it by. */
export function createErrorReporter(format: FormatError, logger: Logger): FormatError {
  return (error, correlationId) => {
    const formatted = format(error, correlationId)
    if (formatted.extensions?.code === 'INTERNAL')
      logger.error({ err: error, correlationId, path: formatted.path?.join('.') }, 'operation failed')
    return formatted
  }
}

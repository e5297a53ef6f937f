import type { Readable } from 'node:stream'
import { PassThrough } from 'node:stream'

/**
 * A stream of the same bytes whose errors are converted by `toError`. Destroying either stream destroys the other. An
 * error before the first read is kept for the reader.
 */
export function relay(source: Readable, toError: (error: unknown) => Error): Readable {
  const relayed = new PassThrough()
  const fail = (error: unknown): void => {
    if (!relayed.destroyed) relayed.destroy(toError(error))
  }
  source.on('error', fail)
  source.on('close', () => {
    if (!source.readableEnded) fail(new Error('The stream was closed before its end.'))
  })
  relayed.on('close', () => source.destroy())
  relayed.on('error', () => undefined)
  return source.pipe(relayed)
}

import type { Readable } from 'node:stream'
import { PassThrough } from 'node:stream'

/**
 * The same bytes in a stream whose errors are what `toError` makes of the source's. It ends with the source, and the
 * source with it. An error that comes before anybody reads is kept for the reader.
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

import { PassThrough, type Readable } from 'node:stream'
import { AppError } from '../errors.ts'
import { receiptTimeMs } from './call-time.ts'
import { toProviderError } from './to-provider-error.ts'
import { toGivenUp } from './until-aborted.ts'

/** How a body ended: received whole, failed, or abandoned by its reader. */
export type BodyEnd = { readonly kind: 'whole' | 'left' } | { readonly kind: 'failed'; readonly error: AppError }

export interface BodyLimits {
  readonly provider: string
  readonly maxBytes: number
  /** How long waiting for the sender may take in total, in addition to the time of the bytes at the slowest speed. */
  readonly graceMs: number
  /** The signal of the caller. */
  readonly signal: AbortSignal | undefined
  /** Called once. */
  readonly onEnd: (end: BodyEnd) => void
}

/** The longest total time, including a slow reader. */
const longestMs = 3_600_000

/**
 * The body of an answer within limits of size and time. Only the time of waiting for the sender counts, not the time of
 * a slow reader. Every error is an AppError; an error before the first read is kept for the reader. Destroying the body
 * or aborting the signal closes the connection.
 */
export function receiveBody(source: Readable, limits: BodyLimits): Readable {
  const { provider, maxBytes, graceMs, signal } = limits
  const received = new PassThrough()
  let size = 0
  let waitedMs = 0
  /** Since when the sender is waited for; null while the reader is waited for. */
  let waitingSince: number | null = null
  let timer: NodeJS.Timeout | undefined
  let isOver = false

  function end(how: BodyEnd): void {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    clearTimeout(longest)
    signal?.removeEventListener('abort', giveUp)
    limits.onEnd(how)
  }
  function fail(error: AppError): void {
    end({ kind: 'failed', error })
    received.destroy(error)
    source.destroy()
  }
  const giveUp = (): void => {
    if (signal) fail(toGivenUp(signal, provider))
  }
  const fault = (code: 'PROVIDER_TIMEOUT' | 'PROVIDER_BAD_RESPONSE', message: string): AppError =>
    new AppError(code, message, { provider })
  const longest = setTimeout(
    () => fail(fault('PROVIDER_TIMEOUT', `The answer was not read to its end within ${longestMs} ms.`)),
    longestMs,
  )

  function wait(): void {
    waitingSince = performance.now()
    watch()
  }
  function stopWaiting(): void {
    if (waitingSince !== null) waitedMs += performance.now() - waitingSince
    waitingSince = null
  }
  /** Checks the time again when it is over, because bytes that arrived meanwhile extend it. */
  function watch(): void {
    clearTimeout(timer)
    const waited = waitedMs + (waitingSince === null ? 0 : performance.now() - waitingSince)
    const leftMs = receiptTimeMs(size, graceMs) - waited
    if (leftMs <= 0) fail(fault('PROVIDER_TIMEOUT', 'The provider sends its answer too slowly.'))
    else timer = setTimeout(watch, Math.ceil(leftMs))
  }

  source.on('data', (chunk: Buffer) => {
    size += chunk.byteLength
    if (size > maxBytes) return fail(fault('PROVIDER_BAD_RESPONSE', `The answer is larger than ${maxBytes} bytes.`))
    if (received.write(chunk)) return
    source.pause()
    stopWaiting()
    clearTimeout(timer)
  })
  received.on('drain', () => {
    if (isOver) return
    wait()
    source.resume()
  })
  source.on('end', () => {
    end({ kind: 'whole' })
    received.end()
  })
  source.on('error', error => fail(toProviderError(error, provider)))
  source.on('close', () => {
    if (!isOver) fail(toProviderError(new Error('The body was closed before its end.'), provider))
  })
  received.on('error', () => undefined)
  received.on('close', () => {
    end({ kind: 'left' })
    source.destroy()
  })
  signal?.addEventListener('abort', giveUp)
  if (signal?.aborted) giveUp()
  else wait()
  return received
}

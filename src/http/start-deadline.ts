import { AppError } from '../errors.ts'

/** The end of the time that a call has. */
export interface Deadline {
  /** Aborted with an AppError PROVIDER_TIMEOUT when the time is up. */
  readonly signal: AbortSignal
  leftMs(): number
  /** Lets go; the signal is not aborted any more. */
  stop(): void
}

export function startDeadline(timeoutMs: number, provider: string, now: () => Date): Deadline {
  const controller = new AbortController()
  const endMs = now().getTime() + timeoutMs
  const timer = setTimeout(() => {
    controller.abort(
      new AppError('PROVIDER_TIMEOUT', `The provider did not answer within ${timeoutMs} ms.`, { provider }),
    )
  }, timeoutMs)
  return {
    signal: controller.signal,
    leftMs: () => Math.max(0, endMs - now().getTime()),
    stop: () => clearTimeout(timer),
  }
}

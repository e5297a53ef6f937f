import { AppError } from '../errors.ts'

/** The time limit of a call. */
export interface Deadline {
  /** Aborted with an AppError PROVIDER_TIMEOUT when the time is up. */
  readonly signal: AbortSignal
  leftMs(): number
  /** Cancels the deadline, so that the signal is not aborted. */
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

import type { ErrorCode } from '../errors.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { Exchange } from './create-exchange.ts'
import type { ProviderCall, StreamedAnswer } from './provider-http.ts'
import type { RateLimits } from './rate-limits.ts'
import { readBody } from './read-body.ts'
import { type BodyEnd, receiveBody } from './receive-body.ts'
import { retryAfterMs } from './retry-after.ts'
import { toProviderError } from './to-provider-error.ts'
import { untilAborted } from './until-aborted.ts'

/** What one attempt says about the provider's health. `reason` contains no secret and no text of the vendor. */
export type CallOutcome =
  /** The provider answered; `authorized` when the answer shows that it accepts the credentials. */
  | { readonly kind: 'answered'; readonly authorized: boolean }
  /** The provider refused the credentials. */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

export type OnOutcome = (outcome: CallOutcome) => void

export type Finish<T> = (answer: StreamedAnswer) => Promise<T>

/** The result of an attempt: an answer, or a failure after which the call may be repeated. */
export type Attempt<T> =
  | { readonly result: T }
  | { readonly pauseMs: number; readonly giveUp: () => Promise<T>; readonly discard: () => void }

export interface AttemptDeps {
  readonly provider: string
  readonly exchange: Exchange
  readonly limits: RateLimits
  readonly breaker: CircuitBreaker
  readonly now: () => Date
  readonly bodyGraceMs: number
  readonly onOutcome: OnOutcome
}

/** The state of one attempt. */
export interface AttemptContext<T> {
  readonly finish: Finish<T>
  /** Aborts the attempt until the headers have arrived, or the body if `finish` waits for it. */
  readonly signal: AbortSignal
  /** Called when the call is given to an open connection. */
  readonly sent: () => void
  /** Called when the connection is no longer used. */
  readonly leave: () => void
}

/** A discarded answer is received up to this size and for this long, so that its connection can be reused. */
const discarded = { maxBytes: 64 * 1024, ms: 1000 }
/** Failures of the connection or of the provider as a whole. */
const outages: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PROVIDER_TIMEOUT', 'PROVIDER_UNAVAILABLE'])
/** Answers below 500 that do not show whether the account's credentials are valid. */
const inconclusive: ReadonlySet<number> = new Set([401, 403, 429])

/** Sends a call once, and reports the outcome to the circuit breaker and to `onOutcome`. */
export function attemptCall({ provider, exchange, limits, breaker, now, bodyGraceMs, onOutcome }: AttemptDeps) {
  return async function attempt<T>(call: ProviderCall, context: AttemptContext<T>): Promise<Attempt<T>> {
    const { finish, signal, sent, leave } = context
    let isReported = false

    /** Reports only the first outcome of an attempt. */
    function report(outcome: CallOutcome): void {
      if (isReported) return
      isReported = true
      breaker.report(outcome.kind !== 'failed')
      onOutcome(outcome)
    }

    function reportBody(end: BodyEnd, status: number): void {
      leave()
      if (end.kind === 'failed' && outages.has(end.error.code) && !call.signal?.aborted)
        report({ kind: 'failed', reason: end.error.message })
      if (end.kind === 'whole')
        report({ kind: 'answered', authorized: call.url === undefined && !inconclusive.has(status) })
    }

    try {
      const answer = await exchange.once(call, signal, sent)
      const { status, headers } = answer
      const isOutage = status >= 500 && !call.answers?.includes(status)
      if (call.url === undefined && (call.unauthorized ?? [401]).includes(status))
        report({ kind: 'unauthorized', reason: `The provider refuses the configured credentials (HTTP ${status}).` })
      if (isOutage)
        report({ kind: 'failed', reason: `The provider answered with an error of its own (HTTP ${status}).` })
      const received = {
        status,
        headers,
        body: receiveBody(answer.body, {
          provider,
          maxBytes: call.maxBytes ?? Number.POSITIVE_INFINITY,
          graceMs: bodyGraceMs,
          signal: call.signal,
          onEnd: end => reportBody(end, status),
        }),
      }
      const discard = (): void => discardBody(received)
      const refusal = await untilAborted(signal, provider, () => limits.learn(call, received))
      if (refusal) {
        report({ kind: 'answered', authorized: false })
        discard()
        const pauseMs = (refusal.retryAfterSeconds ?? 0) * 1000
        return { pauseMs, giveUp: () => Promise.reject(refusal), discard: () => {} }
      }
      if (isOutage) return { pauseMs: retryAfterMs(headers, now()) ?? 0, giveUp: () => finish(received), discard }
      return { result: await finish(received) }
    } catch (error) {
      leave()
      const failure = toProviderError(signal.aborted ? signal.reason : error, provider)
      if (!outages.has(failure.code) || call.signal?.aborted) throw failure
      report({ kind: 'failed', reason: failure.message })
      return { pauseMs: 0, giveUp: () => Promise.reject(failure), discard: () => {} }
    }
  }

  function discardBody(answer: StreamedAnswer): void {
    const timer = setTimeout(() => answer.body.destroy(), discarded.ms)
    void readBody(answer, discarded.maxBytes, provider)
      .catch(() => undefined)
      .finally(() => clearTimeout(timer))
  }
}

import { Readable } from 'node:stream'
import type { Logger } from 'pino'
import { AppError, toAppError } from '../errors.ts'
import { attemptCall, type Finish, type OnOutcome } from './attempt-call.ts'
import type { BudgetGates } from './budget-gates.ts'
import { type Bulkhead, createBulkhead } from './bulkhead.ts'
import { callTimeMs } from './call-time.ts'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'
import { canRepeat, createExchange } from './create-exchange.ts'
import { type OnCall, observeCall } from './observe-call.ts'
import type { BudgetRules, ProviderCall, ProviderHttp } from './provider-http.ts'
import { createRateLimits } from './rate-limits.ts'
import { readBody } from './read-body.ts'
import { type Sleep, sleep as realSleep } from './sleep.ts'
import { startDeadline } from './start-deadline.ts'
import { toGivenUp, untilAborted } from './until-aborted.ts'
import { createVendorAddresses, type VendorAddressesOptions } from './vendor-addresses.ts'
import { toNotSent } from './was-not-sent.ts'

export interface ProviderHttpOptions {
  readonly provider: string
  /** May have a path, which is put before the path of every call. */
  readonly baseUrl: string
  /** Equal accounts share their budgets. */
  readonly accountKey: string
  readonly budgets: BudgetRules
  readonly gates: BudgetGates
  readonly now: () => Date
  readonly logger: Logger
  readonly sleep?: Sleep
  /** The one of all clients of this provider; one of its own when absent. */
  readonly breaker?: CircuitBreaker
  /** The one of all clients of this provider; one of its own when absent. */
  readonly bulkhead?: Bulkhead
  /** The correlation id of the request or job that makes a call. */
  readonly correlationId?: () => string | null
  readonly onCall?: OnCall
  /** Called with the outcome of every attempt that says something about the provider's health. */
  readonly onOutcome?: OnOutcome
  /** The longest total wait of a call: for a place, for its budget, for a `Retry-After` and between attempts. */
  readonly maxWaitMs?: number
  /** The longest pause within the body of an answer. */
  readonly silenceMs?: number
  /** How long receiving a streamed body may take, in addition to the time of its bytes at 16 kB a second. */
  readonly bodyGraceMs?: number
  /** Resolves the hosts that the vendor named. */
  readonly lookup?: VendorAddressesOptions['lookup']
  readonly retry?: RetryOptions
}

export interface RetryOptions {
  readonly attempts?: number
  /** The pause before the second attempt. It is doubled before each later one, and shortened at random by up to a half. */
  readonly firstDelayMs?: number
  /** In [0, 1). */
  readonly random?: () => number
}

const megabyte = 1024 * 1024
const maxSentBytes = 10 * megabyte
const maxStreamedBytes = 512 * megabyte
const closeGraceMs = 5000
/** The time of calls that name none. */
const usualTimeoutMs = 30_000
const connectTimeoutMs = 5000

/** The transport to one account of one provider. `close` lets calls in progress finish for 5 s. */
export function createProviderHttp(options: ProviderHttpOptions): ProviderHttp & { close(): Promise<void> } {
  const { provider, baseUrl, accountKey, now, logger, sleep = realSleep, maxWaitMs = 5000 } = options
  const { silenceMs = 15_000, correlationId = () => null, onCall = () => {} } = options
  const { attempts = 3, firstDelayMs = 250, random = Math.random } = options.retry ?? {}
  const { breaker = createCircuitBreaker({ now }), bulkhead = createBulkhead({ provider, sleep }) } = options
  const limits = createRateLimits(options)
  const addresses = createVendorAddresses(options)
  const exchange = createExchange({ provider, baseUrl, addresses, connectTimeoutMs, silenceMs, sleep })
  const observer = { provider, serverAddress: new URL(baseUrl).hostname, logger, now, correlationId, onCall }
  const attempt = attemptCall({
    provider,
    exchange,
    limits,
    breaker,
    now,
    bodyGraceMs: options.bodyGraceMs ?? 30_000,
    onOutcome: options.onOutcome ?? (() => {}),
  })

  async function perform<T extends { readonly status: number }>(call: ProviderCall, finish: Finish<T>): Promise<T> {
    const deadline = startDeadline(callTimeMs(call, call.timeoutMs ?? usualTimeoutMs), provider, now)
    const signal = call.signal ? AbortSignal.any([deadline.signal, call.signal]) : deadline.signal
    let isSent = false
    const sent = (): void => {
      isSent = true
    }

    /** Repeats the call until an attempt succeeds, may not be repeated, or the next wait would be too long. */
    async function repeat(): Promise<T> {
      let patienceMs = maxWaitMs
      const allowanceMs = (): number => Math.min(patienceMs, deadline.leftMs())
      const wait = async <R>(waiting: Promise<R>): Promise<R> => {
        const since = now().getTime()
        const result = await waiting
        patienceMs -= now().getTime() - since
        return result
      }
      for (let count = 1; ; count += 1) {
        refuseWhileOpen(breaker.waitMs())
        await wait(limits.enter(call, allowanceMs(), signal))
        const leave = await wait(bulkhead.enter(accountKey, allowanceMs(), signal))
        const tryAgainMs = signal.aborted ? 0 : breaker.admit()
        if (signal.aborted || tryAgainMs > 0) leave()
        signal.throwIfAborted()
        refuseWhileOpen(tryAgainMs)
        const outcome = await attempt(call, { finish, signal, sent, leave })
        if ('result' in outcome) return outcome.result
        const pauseMs = Math.max(outcome.pauseMs, firstDelayMs * 2 ** (count - 1) * (1 - random() / 2))
        const isLast = !canRepeat(call) || count >= attempts || signal.aborted || breaker.waitMs() > 0
        if (isLast || pauseMs > allowanceMs()) return outcome.giveUp()
        outcome.discard()
        await wait(sleep(pauseMs, signal))
      }
    }

    try {
      return await untilAborted(signal, provider, repeat)
    } catch (error) {
      if (call.body instanceof Readable) call.body.destroy()
      const reason: unknown = deadline.signal.aborted ? deadline.signal.reason : error
      const failure = call.signal?.aborted ? toGivenUp(call.signal, provider) : toAppError(reason)
      throw isSent ? failure : toNotSent(failure)
    } finally {
      deadline.stop()
    }
  }

  function refuseWhileOpen(waitMs: number): void {
    if (waitMs <= 0) return
    const message = 'The provider has failed repeatedly and is not called for a while.'
    throw new AppError('PROVIDER_UNAVAILABLE', message, { provider, retryAfterSeconds: Math.ceil(waitMs / 1000) })
  }

  function withCorrelation(call: ProviderCall): ProviderCall {
    const { correlationHeader } = call
    const id = correlationHeader === undefined ? null : correlationId()
    return correlationHeader === undefined || id === null
      ? call
      : { ...call, headers: { ...call.headers, [correlationHeader]: id } }
  }

  return {
    send(given) {
      const call = withCorrelation(given)
      const maxBytes = call.maxBytes ?? maxSentBytes
      return observeCall(observer, call, () => perform(call, answer => readBody(answer, maxBytes, provider)))
    },
    stream(given) {
      const call = withCorrelation({ ...given, maxBytes: given.maxBytes ?? maxStreamedBytes })
      return observeCall(observer, call, () => perform(call, async answer => answer))
    },
    vendorAddress: address => addresses.check(address),
    close: () => exchange.close(closeGraceMs),
  }
}

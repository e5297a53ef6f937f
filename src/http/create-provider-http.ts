import { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { ErrorCode } from '../errors.ts'
import { AppError, toAppError } from '../errors.ts'
import type { BudgetGates } from './budget-gates.ts'
import { canRepeat } from './can-repeat.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { createExchange } from './create-exchange.ts'
import { type OnCall, observeCall } from './observe-call.ts'
import type { BudgetRules, ProviderCall, ProviderHttp, StreamedAnswer } from './provider-http.ts'
import { createRateLimits } from './rate-limits.ts'
import { readBody } from './read-body.ts'
import { relay } from './relay.ts'
import { retryAfterMs } from './retry-after.ts'
import type { Sleep } from './sleep.ts'
import { sleep as realSleep } from './sleep.ts'
import type { Deadline } from './start-deadline.ts'
import { startDeadline } from './start-deadline.ts'
import { toProviderError } from './to-provider-error.ts'
import { toNotSent } from './was-not-sent.ts'

export interface ProviderHttpOptions {
  readonly provider: string
  /** May carry a path, which goes before that of every call. */
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
  /** Of the request or job on whose behalf a call is made. */
  readonly correlationId?: () => string | null
  readonly onCall?: OnCall
  /** The most a call waits in all: for its budget, for a `Retry-After`, between attempts. */
  readonly maxWaitMs?: number
  /** For calls that name none of their own. */
  readonly timeoutMs?: number
  readonly connectTimeoutMs?: number
  /** Longest pause within an answer's body. */
  readonly silenceMs?: number
  readonly retry?: RetryOptions
}

export interface RetryOptions {
  readonly attempts?: number
  /** Before the second attempt; doubled before each later one, and shortened by up to a half at random. */
  readonly firstDelayMs?: number
  /** In [0, 1). */
  readonly random?: () => number
}

/** How one attempt went: well, or so that another one after a pause may be better. */
type Attempt<T> =
  | { readonly result: T }
  | { readonly pauseMs: number; readonly giveUp: () => Promise<T>; readonly discard: () => void }

const defaultMaxBytes = 10 * 1024 * 1024
const closeGraceMs = 5000
/** An answer that nobody wants is read up to this size, so that its connection can be used again. */
const discardBytes = 64 * 1024
/** Failures of the connection or of the provider as a whole. */
const outages: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PROVIDER_TIMEOUT', 'PROVIDER_UNAVAILABLE'])

/** The transport to one account of one provider. `close` lets calls under way finish, for 5 s. */
export function createProviderHttp(options: ProviderHttpOptions): ProviderHttp & { close(): Promise<void> } {
  const { provider, baseUrl, now, logger, sleep = realSleep, maxWaitMs = 5000, timeoutMs = 30_000 } = options
  const { connectTimeoutMs = 5000, silenceMs = 15_000, correlationId = () => null, onCall = () => {} } = options
  const { attempts = 3, firstDelayMs = 250, random = Math.random } = options.retry ?? {}
  const { breaker = createCircuitBreaker({ now }) } = options
  const limits = createRateLimits(options)
  const exchange = createExchange({ provider, baseUrl, connectTimeoutMs, silenceMs, sleep })
  const observer = { provider, serverAddress: new URL(baseUrl).hostname, logger, now, correlationId, onCall }

  type Finish<T> = (answer: StreamedAnswer) => Promise<T>

  async function perform<T extends { readonly status: number }>(call: ProviderCall, finish: Finish<T>): Promise<T> {
    const deadline = startDeadline(call.timeoutMs ?? timeoutMs, provider, now)
    let isSent = false
    const once = (): Promise<Attempt<T>> => attempt(call, finish, deadline, () => (isSent = true))
    try {
      return await repeat(call, once, deadline)
    } catch (error) {
      if (call.body instanceof Readable) call.body.destroy()
      const failure = toAppError(deadline.signal.aborted ? deadline.signal.reason : error)
      throw isSent ? failure : toNotSent(failure)
    } finally {
      deadline.stop()
    }
  }

  /** Attempts until one succeeds, may not be followed by another, or the waiting in between would become too long. */
  async function repeat<T>(call: ProviderCall, once: () => Promise<Attempt<T>>, deadline: Deadline): Promise<T> {
    let patienceMs = maxWaitMs
    const allowanceMs = (): number => Math.min(patienceMs, deadline.leftMs())
    const wait = async (waiting: Promise<void>): Promise<void> => {
      const since = now().getTime()
      await waiting
      patienceMs -= now().getTime() - since
    }
    for (let count = 1; ; count += 1) {
      refuseWhileOpen(breaker.waitMs())
      await wait(limits.enter(call, allowanceMs(), deadline.signal))
      refuseWhileOpen(breaker.admit())
      const outcome = await once()
      if ('result' in outcome) return outcome.result
      const pauseMs = Math.max(outcome.pauseMs, firstDelayMs * 2 ** (count - 1) * (1 - random() / 2))
      const isLast = !canRepeat(call) || count >= attempts || deadline.signal.aborted || breaker.waitMs() > 0
      if (isLast || pauseMs > allowanceMs()) return outcome.giveUp()
      outcome.discard()
      await wait(sleep(pauseMs, deadline.signal))
    }
  }

  async function attempt<T>(
    call: ProviderCall,
    finish: Finish<T>,
    { signal }: Deadline,
    sent: () => void,
  ): Promise<Attempt<T>> {
    try {
      const answer = await exchange.once(call, signal, sent)
      const discard = (): void => void readBody(answer, discardBytes, provider).catch(() => undefined)
      const refusal = await limits.learn(call, answer)
      if (refusal) {
        breaker.report(true)
        discard()
        return {
          pauseMs: (refusal.retryAfterSeconds ?? 0) * 1000,
          giveUp: () => Promise.reject(refusal),
          discard: () => {},
        }
      }
      if (answer.status >= 500 && !call.answers?.includes(answer.status)) {
        breaker.report(false)
        return { pauseMs: retryAfterMs(answer.headers, now()) ?? 0, giveUp: () => finish(answer), discard }
      }
      const result = await finish(answer)
      breaker.report(true)
      return { result }
    } catch (error) {
      const failure = toProviderError(error, provider)
      if (!outages.has(failure.code)) throw failure
      breaker.report(false)
      return { pauseMs: 0, giveUp: () => Promise.reject(failure), discard: () => {} }
    }
  }

  function refuseWhileOpen(waitMs: number): void {
    if (waitMs <= 0) return
    const message = 'The provider has failed repeatedly and is left alone for a while.'
    throw new AppError('PROVIDER_UNAVAILABLE', message, { provider, retryAfterSeconds: Math.ceil(waitMs / 1000) })
  }

  return {
    send: call =>
      observeCall(observer, call, () =>
        perform(call, answer => readBody(answer, call.maxBytes ?? defaultMaxBytes, provider)),
      ),
    stream: call =>
      observeCall(observer, call, () =>
        perform(call, async ({ status, headers, body }) => ({
          status,
          headers,
          body: relay(body, error => {
            breaker.report(false)
            return toProviderError(error, provider)
          }),
        })),
      ),
    close: () => exchange.close(closeGraceMs),
  }
}

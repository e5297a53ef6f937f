import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { CallbackPolicy } from '../auth/callback-policy.ts'
import { AppError } from '../errors.ts'
import { createCallbackChannel } from './callback-channel.ts'
import type { CallbackRequest } from './callback-plugin.ts'
import type { CallerContext, ServerParts } from './server-parts.ts'
import { type Deliver, subscribeAfresh } from './subscribe-afresh.ts'
import { whenExpired } from './when-expired.ts'

/** A requested subscription. */
export interface AskedSubscription {
  readonly args: ExecutionArgs
  readonly cost: number
}

/** Subscriptions whose events are sent to a router that has requested them over HTTP. */
export interface SubscriptionCallbacks<Context> {
  /**
   * Subscribes, and sends events until either side ends the subscription.
   *
   * @returns the answer to the request
   * @throws AppError when the subscription is refused
   */
  begin(request: CallbackRequest, asked: AskedSubscription, context: Context): Promise<ExecutionResult>
  /** Ends all subscriptions and notifies the routers. */
  stop(): Promise<void>
}

const maxOpen = 10_000

/** Apollo's HTTP callback protocol: https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol */
export function createSubscriptionCallbacks<Context extends CallerContext<Context>>(
  parts: ServerParts<Context>,
  policy: CallbackPolicy,
): SubscriptionCallbacks<Context> {
  const { callers, formatError, metrics, logger, timers } = parts
  /** Functions that end subscriptions, by callback address. */
  const open = new Map<string, () => Promise<void>>()
  const starting = new Set<string>()
  let stopping = false

  function reserve(url: string): void {
    if (open.has(url) || starting.has(url)) throw new AppError('CONFLICT', 'This callback address is in use.')
    if (open.size + starting.size >= maxOpen)
      throw new AppError('RATE_LIMITED', 'Too many subscriptions are open.', {
        retryAfterSeconds: 60,
        limit: 'callbacks',
      })
    starting.add(url)
  }

  async function begin(
    request: CallbackRequest,
    { args, cost }: AskedSubscription,
    context: Context,
  ): Promise<ExecutionResult> {
    const callbackUrl = policy.toAllowed(request.callbackUrl)
    reserve(callbackUrl)
    const { tenant } = context.caller
    try {
      const onEnd = callers.openSubscription(tenant, cost)
      const channel = createCallbackChannel({ ...request, callbackUrl }, parts)
      const deliver: Deliver = work => callers.deliver(tenant, cost, work)
      const results = await subscribeAfresh(args, context, { deliver, onEnd })
      if (!(Symbol.asyncIterator in results)) return results
      const wanted = await channel.check()
      if (!wanted || stopping) {
        await results.return?.()
        throw new AppError('BAD_USER_INPUT', 'The router at the callback address did not accept the subscription.')
      }
      follow({ ...request, callbackUrl }, channel, results, context)
      return { data: null }
    } finally {
      starting.delete(callbackUrl)
    }
  }

  function follow(
    { heartbeatIntervalMs, callbackUrl }: CallbackRequest,
    channel: ReturnType<typeof createCallbackChannel>,
    results: AsyncIterableIterator<ExecutionResult>,
    { caller, correlationId }: Context,
  ): void {
    const log = logger.child({ correlationId, router: new URL(callbackUrl).origin })
    const format = (error: unknown) => formatError(error, correlationId)
    const cancels: (() => void)[] = []
    let ended = false
    metrics.subscriptions(1)

    /** @returns whether it was still open */
    function end(): boolean {
      if (ended) return false
      ended = true
      for (const cancel of cancels) cancel()
      open.delete(callbackUrl)
      metrics.subscriptions(-1)
      results.return?.().catch(error => log.error({ err: error }, 'ending a subscription failed'))
      return true
    }
    async function complete(errors: readonly unknown[] = []): Promise<void> {
      if (end()) await channel.deliver({ action: 'complete', ...(errors.length > 0 && { errors }) })
    }
    function drop(reason: string): void {
      channel.close()
      if (end()) log.info({ reason }, 'callback subscription dropped')
    }

    async function sendAll(): Promise<void> {
      for (;;) {
        const { done, value } = await results.next()
        if (done || ended) return complete()
        const payload = value.errors ? { ...value, errors: value.errors.map(format) } : value
        if (!(await channel.deliver({ action: 'next', payload }))) return drop('the router did not take an event')
      }
    }

    open.set(callbackUrl, () => {
      channel.close()
      return complete([restartError(correlationId)])
    })
    if (heartbeatIntervalMs > 0)
      cancels.push(
        timers.every(heartbeatIntervalMs, async () => {
          if (!(await channel.beat())) drop('the router does not want it any more')
        }),
      )
    const expired = new AppError('UNAUTHENTICATED', 'The credential has expired. Subscribe again with a new one.')
    cancels.push(whenExpired(caller, parts, () => complete([format(expired)])))
    sendAll().catch(error => complete([format(error)]))
  }

  return {
    begin,
    async stop() {
      stopping = true
      await Promise.all([...open.values()].map(end => end()))
    },
  }
}

/** An error that tells clients to subscribe again. */
const restartError = (correlationId: string) => ({
  message: 'The server restarts. Subscribe again and resume with your cursor.',
  extensions: { code: 'INTERNAL', provider: null, retryable: true, retryAfterSeconds: 1, correlationId },
})

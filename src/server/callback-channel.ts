import { request } from 'undici'
import type { CallbackRequest } from './callback-plugin.ts'
import type { Timers } from './timers.ts'

type CallbackMessage =
  | { readonly action: 'next'; readonly payload: unknown }
  | { readonly action: 'complete'; readonly errors?: readonly unknown[] }

/** Sends the messages of one subscription to its router. */
export interface CallbackChannel {
  /** Asks once. @returns whether the router wants the subscription */
  check(): Promise<boolean>
  /** Asks once. @returns false when the router no longer wants the subscription, or has not answered for too long */
  beat(): Promise<boolean>
  /**
   * Retries until the router accepts or refuses the message, or has not answered for too long. If an answer is lost,
   * the router receives the message twice.
   *
   * @returns whether the router accepted it
   */
  deliver(message: CallbackMessage): Promise<boolean>
  /** Ends all retries. */
  close(): void
}

/** The time that a router may need to restart. */
const patienceMs = 60_000
const firstWaitMs = 250
const longestWaitMs = 5_000
const timeoutMs = 3_000

/** https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol */
export const callbackProtocol = { 'subscription-protocol': 'callback/1.0' } as const

export function createCallbackChannel(
  { callbackUrl, subscriptionId: id, verifier }: CallbackRequest,
  { timers, now }: { readonly timers: Timers; readonly now: () => Date },
): CallbackChannel {
  let closed = false
  let stopWaiting = () => {}
  let answeredAt = now().getTime()

  /** @returns null when the router does not answer or is temporarily unable to */
  async function attempt(message: CallbackMessage | { readonly action: 'check' }): Promise<boolean | null> {
    try {
      const status = await postJson(callbackUrl, { kind: 'subscription', id, verifier, ...message })
      if (status >= 500 || status === 408 || status === 429) return null
      answeredAt = now().getTime()
      return status >= 200 && status < 300
    } catch {
      return null
    }
  }

  const isPatient = (since: number) => !closed && now().getTime() - since < patienceMs

  const wait = (ms: number) =>
    new Promise<void>(resolve => {
      const cancel = timers.after(ms, resolve)
      stopWaiting = () => {
        cancel()
        resolve()
      }
    })

  return {
    check: async () => (await attempt({ action: 'check' })) === true,
    beat: async () => (await attempt({ action: 'check' })) ?? isPatient(answeredAt),
    async deliver(message) {
      const since = now().getTime()
      for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
        const taken = await attempt(message)
        if (taken !== null) return taken
        if (!isPatient(since)) return false
        await wait(waitMs)
      }
    },
    close() {
      closed = true
      stopWaiting()
    },
  }
}

/** Sends JSON to an address, without following redirects. @returns the HTTP status @throws Error when there is no answer */
async function postJson(url: string, body: unknown): Promise<number> {
  const { statusCode, body: answer } = await request(url, {
    method: 'POST',
    // Exactly this value, because routers compare it literally.
    headers: { 'content-type': 'application/json', ...callbackProtocol },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  })
  await answer.dump()
  return statusCode
}

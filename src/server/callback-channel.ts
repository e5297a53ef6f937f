import { request } from 'undici'
import type { CallbackRequest } from './callback-request.ts'
import type { Timers } from './timers.ts'

/** Sends JSON to an address and answers the HTTP status. Redirections are not followed. @throws Error when there is no answer */
export type PostJson = (url: string, body: unknown, headers: Readonly<Record<string, string>>) => Promise<number>

export type CallbackMessage =
  | { readonly action: 'next'; readonly payload: unknown }
  | { readonly action: 'complete'; readonly errors?: readonly unknown[] }

/** The way to the router of one subscription. */
export interface CallbackChannel {
  /** Asks once. @returns whether the router says that it wants the subscription */
  check(): Promise<boolean>
  /** Asks once. @returns whether the router may still want it: not when it says no, or has been silent for too long */
  beat(): Promise<boolean>
  /**
   * Tries until the router takes it or refuses it, or was not there for too long. Comes twice when an answer was lost.
   *
   * @returns whether it took it
   */
  deliver(message: CallbackMessage): Promise<boolean>
  /** Nothing is tried again any more. */
  close(): void
}

export interface CallbackChannelOptions extends CallbackRequest {
  readonly post?: PostJson
  readonly timers: Timers
  readonly now: () => Date
}

/** As long as a router may need to restart. */
const patienceMs = 60_000
const firstWaitMs = 250
const longestWaitMs = 5_000
const timeoutMs = 3_000

/** https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol */
export const callbackProtocol = { 'subscription-protocol': 'callback/1.0' } as const

export function createCallbackChannel(options: CallbackChannelOptions): CallbackChannel {
  const { callbackUrl, subscriptionId: id, verifier, post = postJson, timers, now } = options
  let closed = false
  let stopWaiting = () => {}
  let answeredAt = now().getTime()

  /** null: the router is not there, or says that it cannot just now. */
  async function attempt(message: CallbackMessage | { readonly action: 'check' }): Promise<boolean | null> {
    try {
      const status = await post(callbackUrl, { kind: 'subscription', id, verifier, ...message }, callbackProtocol)
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

const postJson: PostJson = async (url, body, headers) => {
  const { statusCode, body: answer } = await request(url, {
    method: 'POST',
    // Routers compare it word by word.
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  })
  await answer.dump()
  return statusCode
}

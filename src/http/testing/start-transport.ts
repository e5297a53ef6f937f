import { pino } from 'pino'
import { afterEach } from 'vitest'
import { createBudgetGates, createMemoryGateStore } from '../budget-gates.ts'
import { createProviderHttp, type ProviderHttpOptions } from '../create-provider-http.ts'
import type { ProviderCall } from '../provider-http.ts'
import { createFakeClock } from './fake-clock.ts'
import { type Respond, startLoopbackServer } from './loopback-server.ts'

/** A call that may be repeated. */
export const read: ProviderCall = { operation: 'read thing', method: 'GET', path: '/things/1', repeatable: true }
/** A call that may not be repeated. */
export const write: ProviderCall = {
  operation: 'make thing',
  method: 'POST',
  path: '/things',
  body: '{}',
  repeatable: false,
}

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close()
})

/** Closes it after the test. */
export function closeLater<Closable extends { close(): Promise<void> }>(closable: Closable): Closable {
  opened.push(closable)
  return closable
}

/** A vendor on loopback and transports to it, with a fake clock. Closed after the test. */
export async function startTransport(respond: Respond, options: Partial<ProviderHttpOptions> = {}) {
  const server = closeLater(await startLoopbackServer(respond))
  const clock = createFakeClock()
  const gates = createBudgetGates({ store: createMemoryGateStore(clock.now), sleep: clock.sleep })
  const create = (more: Partial<ProviderHttpOptions> = {}) =>
    closeLater(
      createProviderHttp({
        provider: 'acme',
        baseUrl: server.url,
        accountKey: 'account-1',
        budgets: { default: { limit: 1000, perMs: 60_000 } },
        gates,
        now: clock.now,
        sleep: clock.sleep,
        logger: pino({ level: 'silent' }),
        retry: { random: () => 0 },
        ...options,
        ...more,
      }),
    )
  return { server, clock, create, http: create() }
}

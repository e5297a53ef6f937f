import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
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

/**
 * A vendor that nobody answers TLS for, so that its connection is never ready for a request. Closed after the test.
 *
 * @returns its address, and the first connection to it
 */
export async function startSilentVendor() {
  const connected = Promise.withResolvers<Socket>()
  const silent = createServer(socket => connected.resolve(socket.on('error', () => undefined))).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  closeLater({
    async close() {
      void connected.promise.then(socket => socket.destroy())
      await new Promise(resolve => silent.close(resolve))
    },
  })
  const address = silent.address()
  if (address === null || typeof address === 'string') throw new Error('The vendor has no port.')
  return { baseUrl: `https://127.0.0.1:${address.port}`, connected: connected.promise }
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

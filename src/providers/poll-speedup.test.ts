import { expect, test } from 'vitest'
import { connectRegistry } from '../../test/support/connect-provider.ts'
import { failureOf } from '../../test/support/failure-of.ts'
import { neverAborted } from '../../test/support/never-aborted.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { startLoopbackServer } from '../http/testing/loopback-server.ts'
import { bankXray } from './bank-xray/provider.ts'

/** A vendor that always fails, a client of it, and the clock by which it is called. */
async function connectToFailing(pollSpeedup: number) {
  const vendor = await startLoopbackServer(response => response.writeHead(503).end())
  const variables = { BANK_XRAY_BASE_URL: vendor.url, BANK_XRAY_USER_ID: 'user', BANK_XRAY_SESSION_TOKEN: 'token' }
  let ms = Date.parse('2026-03-01T12:00:00Z')
  const registry = connectRegistry({
    providers: [bankXray],
    simulated: new Map([['bank-xray', variables]]),
    pollSpeedup,
    now: () => new Date(ms),
  })
  const client = registry.client(parseTenantId('acme'), 'bank-xray')
  return {
    /** @returns the number of requests that arrived */
    async call(): Promise<number> {
      const before = vendor.requests.length
      await failureOf(client.checkCredentials?.(neverAborted) ?? Promise.resolve())
      return vendor.requests.length - before
    },
    pass(passed: number): void {
      ms += passed
    },
    async stop(): Promise<void> {
      await registry.stop()
      await vendor.close()
    },
  }
}

test.each([
  // Slowed down, the second attempt would come later than a call may wait.
  [0.01, 1],
  [1_000, 3],
])('polling faster by %d divides the pauses between the attempts of a call: %i are made', async (speedup, attempts) => {
  const { call, stop } = await connectToFailing(speedup)
  expect(await call()).toBe(attempts)
  await stop()
})

test('faster polling divides the time in which a provider is not called that has failed ten times in a row', async () => {
  const { call, pass, stop } = await connectToFailing(1_000)
  expect([await call(), await call(), await call(), await call()]).toEqual([3, 3, 3, 1])
  pass(14)
  expect(await call()).toBe(0)
  pass(1)
  expect(await call()).toBe(1)
  await stop()
})

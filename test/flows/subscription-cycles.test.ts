import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { countTimers } from '../support/count-timers.ts'
import { heapAfterCollection } from '../support/heap-after-collection.ts'
import { createApplicant, openCase } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'

/** Two subscriptions each; a socket accepts 100. */
const atOnce = 40

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('P7 ended subscriptions, including their database work, leave no timers, no growing heap and none open', async () => {
  const caseId = await openCase(app.client, await createApplicant(app.client))
  const socket = createClient({
    url: `${app.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { 'x-api-key': tenantKeys.acme },
    lazy: false,
  })
  const timers = countTimers()

  /** One subscription to a present state, and one to events that do not occur. */
  async function subscribeAndLeave(): Promise<void> {
    const waiting = socket.iterate({ query: 'subscription { events { id } }' })
    const following = socket.iterate({
      query: 'subscription ($id: ID!) { caseUpdated(id: $id) { id documents { id } } }',
      variables: { id: caseId },
    })
    const nothing = waiting.next()
    expect(await following.next()).toMatchObject({ value: { data: { caseUpdated: { id: caseId } } } })
    await Promise.all([waiting.return?.(), following.return?.()])
    await nothing
  }
  async function cycle(count: number) {
    for (let done = 0; done < count; done += atOnce)
      await Promise.all(Array.from({ length: atOnce }, () => subscribeAndLeave()))
    await expect.poll(() => openSubscriptions(app.url)).toBe(0)
    return { heap: heapAfterCollection(), timers: timers.count() }
  }

  const warm = await cycle(400)
  const after = await cycle(1_000)
  timers.stop()
  await socket.dispose()
  // Database drivers have a few timers of their own.
  expect(after.timers).toBeLessThan(warm.timers + 20)
  expect(after.heap - warm.heap).toBeLessThan(1024 * 1024)
})

async function openSubscriptions(url: string): Promise<number> {
  const response = await fetch(`${url}/metrics`)
  return Number(/^assay_subscriptions_open (\d+)$/m.exec(await response.text())?.[1])
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { socketEndings } from '../../src/server/socket-endings.ts'
import { openSocket, type TestSocket } from '../../src/server/testing/open-socket.ts'
import { useOneDatabase } from '../support/databases.ts'
import { openCase, readLog } from '../support/journey.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const headers = { 'x-api-key': tenantKeys.acme }
/** Each event has 200 kB, so that a few fill the network buffers. */
const heavy = `subscription ($after: Cursor) { events(after: $after) {
  sequence cursor applicant { transactions(first: 10) { edges { node { description } } } } } }`
const light = 'subscription ($after: Cursor) { events(after: $after) { sequence cursor } }'
const eventSchema = z.object({ sequence: z.number(), cursor: z.string() })
const nextSchema = z.object({ id: z.string(), payload: z.object({ data: z.object({ events: eventSchema }) }) })
const subscriptions = 60
const events = 20

describe('a socket that does not read', () => {
  const database = useOneDatabase()
  let time = Date.parse('2026-03-01T12:00:00Z')
  let app: AppOnDatabase

  beforeAll(async () => {
    const tenant = parseTenantId('acme')
    await insertAnalysedApplicant(database(), tenant, 'a')
    const movements = Array.from({ length: 10 }, (_, index) => ({
      id: `txn_${index}`,
      applicant_id: 'app_a',
      collection_id: 'col_a',
      description: 'x'.repeat(20_000),
    }))
    await insertRows(database(), tenant, 'transactions', movements)
    app = await startAppOn(database(), [], {}, { now: () => new Date(time) })
  })
  afterAll(() => app.stop())

  async function open(): Promise<TestSocket> {
    const socket = await openSocket(app, { headers })
    await socket.init()
    return socket
  }

  async function nextOf(socket: TestSocket) {
    const { id, payload } = nextSchema.parse(await socket.next())
    return { id, ...payload.data.events }
  }

  /** The number of open subscriptions of the server. */
  async function openSubscriptions(): Promise<number> {
    const text = await (await fetch(`${app.url}/metrics`)).text()
    return Number(/^assay_subscriptions_open (\d+)$/m.exec(text)?.[1])
  }

  test('P6 is closed with a resumable code, gets every event when it resumes, and does not affect others', async () => {
    const client = app.client(tenantKeys.acme)
    await openCase(client, 'app_a')
    const [start] = await readLog(client)
    const [slow, other] = [await open(), await open()]
    for (let id = 0; id < subscriptions; id += 1) slow.subscribe(`${id}`, heavy, { after: start?.cursor })
    other.subscribe('0', light, { after: start?.cursor })
    await expect.poll(openSubscriptions).toBe(subscriptions + 1)

    slow.socket.pause()
    for (let count = 0; count < events; count += 1) await openCase(client, 'app_a')
    const seenByOther = []
    while (seenByOther.length < events) seenByOther.push((await nextOf(other)).sequence)

    // The server checks every second by its clock.
    await expect
      .poll(() => {
        time += 10_000
        return openSubscriptions()
      })
      .toBe(1)
    slow.socket.resume()
    expect(await slow.closed).toEqual({ code: 1013, reason: socketEndings.tooSlow.reason })

    const log = (await readLog(client))
      .map(event => event.sequence)
      .filter(sequence => sequence > (start?.sequence ?? 0))
    expect(log).toHaveLength(events)
    expect(seenByOther).toEqual(log)
    const seen = await drain(slow)
    expect(seen.length).toBeLessThan(events)
    const again = await open()
    again.subscribe('0', light, { after: seen.at(-1)?.cursor ?? start?.cursor })
    while (seen.length < events) seen.push(await nextOf(again))
    expect(seen.map(event => event.sequence)).toEqual(log)

    await openCase(client, 'app_a')
    const latest = (await readLog(client)).at(-1)?.sequence
    expect([(await nextOf(other)).sequence, (await nextOf(again)).sequence]).toEqual([latest, latest])
    for (const { socket } of [other, again]) socket.close()
  })

  /** The events that the first subscription of a closed socket received. */
  async function drain(socket: TestSocket) {
    const arrived = []
    for (;;) {
      const event = await nextOf(socket).catch(() => null)
      if (event === null) return arrived.filter(({ id }) => id === '0')
      arrived.push(event)
    }
  }
})

import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEventStream, type TestEventStream } from '../../src/server/testing/open-event-stream.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { finalState, readLog, startJourney } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'

let app: TestApp
let analysisId: string
beforeAll(async () => {
  app = await startApp()
  analysisId = (await startJourney(app.client)).analysisId
  await finalState(app.client, analysisId)
})
afterAll(() => app.stop())

const events = 'subscription ($after: Cursor) { events(after: $after) { type } }'
const refusal = (code: string) => ({ event: 'next', data: { errors: [{ extensions: { code } }] } })

function follow(headers: Readonly<Record<string, string>>, query = events, variables = {}): Promise<TestEventStream> {
  return openEventStream(app, { query, variables, headers: { 'x-api-key': tenantKeys.acme, ...headers } })
}

/** The next `count` events. */
async function take(stream: TestEventStream, count: number) {
  const told = []
  for (let left = count; left > 0; left -= 1) told.push(await stream.next())
  stream.close()
  return told
}

async function createApplicant(): Promise<void> {
  await app.client.answer('mutation { createApplicant(input: { kind: PERSON }) { applicant { id } } }')
}

describe('an event stream of events', () => {
  test('P1 gives each event its cursor as id, and continues after the client’s last id', async () => {
    const log = await readLog(app.client)
    const expected = log
      .slice(1)
      .map(({ cursor, type }) => ({ event: 'next', id: cursor, data: { data: { events: { type } } } }))
    const first = await take(await follow({}, events, { after: log[0]?.cursor }), 2)
    expect(first).toEqual(expected.slice(0, 2))
    // The client sends its first cursor in the query and the last id in the header.
    const lastEventId = first[1]?.id ?? ''
    const rest = await take(
      await follow({ 'last-event-id': lastEventId }, events, { after: log[0]?.cursor }),
      log.length - 3,
    )
    expect(rest).toEqual(expected.slice(2))
  })

  test('P17 refuses a malformed id and an id of another tenant with BAD_USER_INPUT', async () => {
    const foreign = (await readLog(app.client)).at(-1)?.cursor ?? ''
    for (const headers of [
      { 'last-event-id': 'garbage', 'x-api-key': tenantKeys.acme },
      { 'last-event-id': '7', 'x-api-key': tenantKeys.acme },
      { 'last-event-id': 'x'.repeat(8_000), 'x-api-key': tenantKeys.acme },
      { 'last-event-id': foreign, 'x-api-key': tenantKeys.globex },
    ]) {
      const stream = await follow(headers)
      expect(await stream.next()).toMatchObject(refusal('BAD_USER_INPUT'))
      expect(await stream.next()).toMatchObject({ event: 'complete' })
    }
  })

  test('ignores an empty id', async () => {
    const stream = await follow({ 'last-event-id': '' })
    await createApplicant()
    expect(await take(stream, 1)).toMatchObject([{ data: { data: { events: { type: 'APPLICANT_CREATED' } } } }])
  })

  test('subscriptions to the present state have no ids and ignore a sent one', async () => {
    const query = `subscription { analysisUpdated(id: "${analysisId}") { status } }`
    const stream = await follow({ 'last-event-id': 'garbage' }, query)
    expect(await stream.next()).toEqual({ event: 'next', data: { data: { analysisUpdated: { status: 'COMPLETED' } } } })
    expect(await stream.next()).toEqual({ event: 'complete', data: '' })
  })

  test('works with urql over the client of graphql-sse', async () => {
    const streams = createClient({ url: `${app.url}/graphql`, headers: { 'x-api-key': tenantKeys.acme } })
    const overStreams = subscriptionExchange({
      forwardSubscription: ({ query = '', ...request }) => ({
        subscribe: sink => ({ unsubscribe: streams.subscribe({ query, ...request }, sink) }),
      }),
    })
    await expect(followOnce([overStreams])).resolves.toEqual({ events: { type: 'CASE_OPENED' } })
  })

  test('works with urql over its own fetch', async () => {
    await expect(followOnce([fetchExchange], { fetchSubscriptions: true })).resolves.toEqual({
      events: { type: 'CASE_OPENED' },
    })
  })

  async function followOnce(exchanges: ConstructorParameters<typeof Client>[0]['exchanges'], more = {}) {
    const fetchOptions = { headers: { 'x-api-key': tenantKeys.acme } }
    const urql = new Client({ url: `${app.url}/graphql`, fetchOptions, exchanges, preferGetMethod: false, ...more })
    const after = (await readLog(app.client))[0]?.cursor
    return new Promise((resolve, reject) => {
      const following = urql.subscription(events, { after }).subscribe(({ data, error }) => {
        setImmediate(() => following.unsubscribe())
        if (error) reject(error)
        else resolve(data)
      })
    })
  }

  test('P5 ends with CURSOR_EXPIRED when events after the last one were purged', async () => {
    const [first] = await readLog(app.client)
    await purgeEvents(app.database, new Date(Date.now() + 60_000))
    const stream = await follow({ 'last-event-id': first?.cursor ?? '' })
    expect(await stream.next()).toMatchObject(refusal('CURSOR_EXPIRED'))
    expect(await stream.next()).toMatchObject({ event: 'complete' })
  })
})

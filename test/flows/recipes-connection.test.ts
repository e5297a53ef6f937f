import { HttpLink } from '@apollo/client'
import type { Client, ClientOptions } from 'graphql-ws'
import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../../src/server/testing/open-socket.ts'
import { type ScriptedConnection, type ScriptedSockets, startScriptedSockets } from '../support/scripted-sockets.ts'
import { createApollo, followWithApollo, type Listener } from './recipes/follow-with-apollo.ts'
import { createUrql, followWithUrql } from './recipes/follow-with-urql.ts'
import { createResumingClient } from './recipes/resuming-client.ts'

let server: ScriptedSockets | undefined
afterEach(() => server?.stop())

const event = (cursor: string) => ({
  events: { __typename: 'ActivityEvent', cursor, type: 'CASE_OPENED', analysis: null },
})
const accepted = (code: number | null, ...cursors: string[]): ScriptedConnection => ({
  accepted: true,
  results: cursors.map(cursor => ({ data: event(cursor) })),
  code,
})
const refused = (code: number): ScriptedConnection => ({ accepted: false, results: [], code })

async function subscribe(
  script: readonly ScriptedConnection[],
  variables: Record<string, unknown>,
  options: Partial<ClientOptions> = {},
) {
  server = await startScriptedSockets(script)
  const { url, subscribed, credentials } = server
  const client = createResumingClient({ url, retryWait: async () => {}, ...options })
  const results: unknown[] = []
  const ends: unknown[] = []
  client.subscribe(
    { query: 'subscription ($after: Cursor) { events(after: $after) { cursor } }', variables },
    { next: ({ data }) => results.push(data), error: end => ends.push(end), complete: () => ends.push('complete') },
  )
  return { results, ends, credentials, asked: () => subscribed.map(payload => payload.variables) }
}

describe('the connection of the recipes', () => {
  test.each([1001, 1012, 1013, 4403, 4408])('is made again after %i, and goes on after the last event', async code => {
    const script = [accepted(code, 'one', 'two'), accepted(code), refused(1013), accepted(null, 'three')]
    const { results, ends, asked } = await subscribe(script, { after: 'start', filter: { caseId: 'case' } })
    await until(() => results.length === 3)
    expect(results).toEqual(['one', 'two', 'three'].map(event))
    expect(asked()).toEqual(['start', 'two', 'two'].map(after => ({ after, filter: { caseId: 'case' } })))
    expect(ends).toEqual([])
  })

  test.each([1007, 1009, 4400, 4401, 4406, 4409, 4429, 4500])('is given up after %i, which is told', async code => {
    const { results, ends, asked } = await subscribe([accepted(code, 'one')], { after: 'start' })
    await until(() => ends.length === 1)
    expect(results).toEqual([event('one')])
    expect(ends).toEqual([new Error(`The socket was closed: ${code} `)])
    expect(asked()).toHaveLength(1)
  })

  test('is not made again with a credential that is refused, but with another one when it has expired', async () => {
    const tokens = ['first', 'second', 'third']
    const connectionParams = async () => ({ authorization: `Bearer ${tokens.shift()}` })
    const script = [accepted(4403, 'one'), refused(4403)]
    const { ends, credentials } = await subscribe(script, { after: null }, { connectionParams })
    await until(() => ends.length === 1)
    expect(credentials).toEqual([{ authorization: 'Bearer first' }, { authorization: 'Bearer second' }])
    expect(ends).toEqual([new Error('The socket was closed: 4403 ')])
  })

  test('sends what has no cursor again as it was', async () => {
    const state = { accepted: true, results: [{ data: { analysisUpdated: { version: 1 } } }] }
    const { results, asked } = await subscribe(
      [
        { ...state, code: 1012 },
        { ...state, code: null },
      ],
      { id: 'ana' },
    )
    await until(() => results.length === 2)
    expect(asked()).toEqual([{ id: 'ana' }, { id: 'ana' }])
  })
})

test.each([
  [
    'Apollo Client',
    (url: string, sockets: Client, listener: Listener) =>
      followWithApollo(createApollo(new HttpLink({ uri: url }), sockets), null, listener),
  ],
  [
    'urql',
    (url: string, sockets: Client, listener: Listener) => followWithUrql(createUrql({ url }, sockets), null, listener),
  ],
])(
  '%s hands an event out although one of its fields has an error, and what follows it as well',
  async (_library, follow) => {
    const errors = [{ message: 'No', path: ['events', 'analysis'], extensions: { code: 'INTERNAL' } }]
    const end = { data: null, errors: [{ message: 'Gone', extensions: { code: 'CURSOR_EXPIRED' } }] }
    const results = [{ data: event('one') }, { data: event('two'), errors }, { data: event('three') }, end]
    server = await startScriptedSockets([{ accepted: true, results, code: null }])
    const told: unknown[] = []
    follow('http://127.0.0.1/graphql', createResumingClient({ url: server.url }), {
      onEvent: ({ cursor }) => told.push(cursor),
      onEnd: (_reason, code) => told.push(code),
    })
    await until(() => told.includes('CURSOR_EXPIRED'))
    expect(told).toEqual(['one', 'two', 'three', 'CURSOR_EXPIRED'])
  },
)

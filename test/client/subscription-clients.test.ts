import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  AssayError,
  createSocketClient,
  CursorExpiredError,
  followAnalysis,
  followEvents,
  type SocketClientOptions,
} from '../../client/index.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { type ScriptedConnection, type ScriptedSockets, startScriptedSockets } from '../support/scripted-sockets.ts'

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

async function connect(script: readonly ScriptedConnection[], options: Partial<SocketClientOptions> = {}) {
  server = await startScriptedSockets(script)
  const { subscribed, credentials } = server
  const states: string[] = []
  const client = createSocketClient({
    url: server.url.replace('ws', 'http'),
    wait: async () => {},
    onState: state => states.push(state),
    ...options,
  })
  return { client, states, credentials, asked: () => subscribed.map(payload => payload.variables) }
}

async function subscribe(
  script: readonly ScriptedConnection[],
  variables: Record<string, unknown>,
  options: Partial<SocketClientOptions> = {},
) {
  const connection = await connect(script, options)
  const results: unknown[] = []
  const ends: unknown[] = []
  const unsubscribe = connection.client.subscribe(
    { query: 'subscription ($after: Cursor) { events(after: $after) { cursor } }', variables },
    { next: ({ data }) => results.push(data), error: end => ends.push(end), complete: () => ends.push('complete') },
  )
  // It waits for nothing between two attempts, so it would take a whole processor from the tests that follow.
  onTestFinished(unsubscribe)
  return { ...connection, results, ends }
}

describe('a client over sockets', () => {
  test.each([1001, 1012, 1013, 4403, 4408])(
    'connects again after close code %i and continues after the last event',
    async code => {
      const script = [accepted(code, 'one', 'two'), accepted(code), refused(1013), accepted(null, 'three')]
      const { results, ends, asked } = await subscribe(script, { after: 'start', filter: { caseId: 'case' } })
      await until(() => results.length === 3)
      expect(results).toEqual(['one', 'two', 'three'].map(event))
      expect(asked()).toEqual(['start', 'two', 'two'].map(after => ({ after, filter: { caseId: 'case' } })))
      expect(ends).toEqual([])
    },
  )

  test.each([
    [1007, 'BAD_USER_INPUT'],
    [1008, 'RATE_LIMITED'],
    [1009, 'BAD_USER_INPUT'],
    [4400, 'BAD_USER_INPUT'],
    [4401, 'UNAUTHENTICATED'],
    [4406, 'BAD_USER_INPUT'],
    [4409, 'BAD_USER_INPUT'],
    [4429, 'BAD_USER_INPUT'],
    [4500, 'INTERNAL'],
  ])('ends after close code %i with the error %s', async (code, name) => {
    const { results, ends, asked } = await subscribe([accepted(code, 'one')], { after: 'start' })
    await until(() => ends.length === 1)
    expect(results).toEqual([event('one')])
    expect(ends).toEqual([new AssayError(`The socket was closed: ${code}`, { code: name, retryable: code === 4500 })])
    expect(asked()).toHaveLength(1)
  })

  test('does not retry a refused credential, and gets a new one when it has expired', async () => {
    const tokens = ['first', 'second', 'third']
    const headers = async () => ({ authorization: `Bearer ${tokens.shift()}` })
    const script = [accepted(4403, 'one'), refused(4403)]
    const { ends, credentials } = await subscribe(script, { after: null }, { headers })
    await until(() => ends.length === 1)
    expect(credentials).toEqual([{ authorization: 'Bearer first' }, { authorization: 'Bearer second' }])
    expect(ends).toEqual([new AssayError('The socket was closed: 4403', { code: 'UNAUTHENTICATED' })])
  })

  test('repeats a subscription without a cursor unchanged', async () => {
    const state = { accepted: true, results: [{ data: { analysisUpdated: { version: 1 } } }] }
    const script = [
      { ...state, code: 1012 },
      { ...state, code: null },
    ]
    const { results, asked } = await subscribe(script, { id: 'ana' })
    await until(() => results.length === 2)
    expect(asked()).toEqual([{ id: 'ana' }, { id: 'ana' }])
  })

  test('reports the state of the connection', async () => {
    const { results, states } = await subscribe([accepted(1012, 'one'), accepted(null, 'two')], { after: 'start' })
    await until(() => results.length === 2)
    expect(states).toEqual(['CONNECTING', 'CONNECTED', 'WAITING', 'CONNECTED'])
  })
})

describe('followEvents', () => {
  const errors = [{ message: 'No', path: ['events', 'analysis'], extensions: { code: 'INTERNAL' } }]
  const end = { data: null, errors: [{ message: 'Gone', extensions: { code: 'CURSOR_EXPIRED' } }] }

  test('yields an event that has an error in a field, and then throws the final error', async () => {
    const results = [{ data: event('one') }, { data: event('two'), errors }, { data: event('three') }, end]
    const { client } = await connect([{ accepted: true, results, code: null }])
    const seen: string[] = []
    const following = async () => {
      for await (const { cursor } of followEvents(client, { after: 'start' })) seen.push(cursor)
    }
    await expect(following()).rejects.toBeInstanceOf(CursorExpiredError)
    expect(seen).toEqual(['one', 'two', 'three'])
  })

  test('reports a cursor only after the loop has processed its event', async () => {
    const { client } = await connect([accepted(null, 'one', 'two', 'three')])
    const told: string[] = []
    for await (const { cursor } of followEvents(client, { after: 'start', onCursor: done => told.push(done) })) {
      if (cursor === 'three') break
    }
    expect(told).toEqual(['one', 'two'])
  })

  test('ends without an error when its signal is aborted, also between two attempts to connect', async () => {
    const stop = new AbortController()
    const wait = async () => {
      stop.abort()
      await new Promise(() => {})
    }
    const { client } = await connect([accepted(1012, 'one')], { wait })
    const seen: string[] = []
    for await (const { cursor } of followEvents(client, { after: 'start', signal: stop.signal })) seen.push(cursor)
    expect(seen).toEqual(['one'])
  })

  test('starts at the end of the log when no cursor is given, so that no event is missed before the first one', async () => {
    const answer = { data: { eventCursor: 'end' } }
    const script = [
      { accepted: true, results: [answer], code: 1012 },
      { accepted: true, results: [], code: 1012 },
      accepted(null, 'one'),
    ]
    const { client, asked } = await connect(script)
    for await (const { cursor } of followEvents(client)) {
      expect(cursor).toBe('one')
      break
    }
    expect(asked()).toEqual([{}, { after: 'end' }, { after: 'end' }])
  })
})

test('followAnalysis yields each version once and ends after the final one', async () => {
  const at = (version: number, status: string) => ({ data: { analysisUpdated: { id: 'ana', version, status } } })
  const script = [
    { accepted: true, results: [at(1, 'QUEUED'), at(2, 'PROCESSING')], code: 1012 },
    { accepted: true, results: [at(2, 'PROCESSING'), at(4, 'COMPLETED')], code: null },
  ]
  const { client } = await connect(script)
  const seen: number[] = []
  for await (const { version } of followAnalysis(client, 'ana')) seen.push(version)
  expect(seen).toEqual([1, 2, 4])
})

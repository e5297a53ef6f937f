import { createHash } from 'node:crypto'
import { createClient } from 'graphql-ws'
import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { call } from './testing/call.ts'
import { openEventStream } from './testing/open-event-stream.ts'
import { openSocket, until } from './testing/open-socket.ts'
import { acmeKey, createClaims, startServerForSuite } from './testing/start-test-server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hello = 'query Hello($name: String) { hello(name: $name) }'
const shout = 'mutation Shout { shout(text: "x") }'
const ticks = 'subscription Ticks { ticks { number } }'
const other = '{ me { tenant } }'
/** The ids of the manifest need not be SHA-256: Relay's are MD5. */
const manifest = new Map([
  [sha256(hello), hello],
  [sha256(shout), shout],
  ['0f9fadc6c5d33ba0e2b8e8f2b2b1a1aa', ticks],
])

const server = await startServerForSuite({
  trustedDocuments: manifest,
  jwt: async () => createClaims(new Date('2200-01-01T00:00:00Z'), ['read', 'explore']),
})

/** May send only trusted documents. */
const bound = { 'x-api-key': acmeKey }
const explores = { authorization: 'Bearer a.b.c' }
const byHash = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } })
const refused = [{ extensions: { code: 'FORBIDDEN', retryable: false } }]

interface Asked {
  readonly query?: string
  readonly documentId?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly extensions?: unknown
}
type Ask = (asked: Asked, headers?: Readonly<Record<string, string>>) => Promise<unknown>

const post: Ask = async (body, headers = bound) => (await call(server, { body, headers })).json

const get: Ask = async ({ extensions, variables, ...asked }, headers = bound) => {
  const json = { ...(extensions ? { extensions } : {}), ...(variables ? { variables } : {}) }
  const texts = Object.entries(json).map(([name, value]) => [name, JSON.stringify(value)])
  const search = new URLSearchParams({ ...asked, ...Object.fromEntries(texts) })
  const asking = { ...headers, 'apollo-require-preflight': 'true' }
  return (await call(server, { path: `/graphql?${search}`, headers: asking })).json
}

const overStream: Ask = async (body, headers = bound) => {
  const stream = await openEventStream(server, { body: JSON.stringify(body), headers })
  return (await stream.next())?.data
}

const overSocket: Ask = async (asked, headers = bound) => {
  const socket = await openSocket(server, { headers })
  await socket.init()
  socket.send({ id: '1', type: 'subscribe', payload: { query: '', ...asked } })
  const message = await socket.next()
  socket.socket.close()
  const payload = typeof message === 'object' && message !== null && 'payload' in message ? message.payload : null
  return Array.isArray(payload) ? { errors: payload } : payload
}

describe.each([
  ['POST', post],
  ['GET', get],
  ['an event stream', overStream],
  ['a socket', overSocket],
])('over %s', (transport, ask) => {
  const greeting = { data: { hello: 'Hello Ada' } }
  const variables = { name: 'Ada' }

  test.each([
    ['the hash of automatic persisted queries', byHash(sha256(hello))],
    ['documentId', { documentId: sha256(hello) }],
    ['documentId with its algorithm', { documentId: `sha256:${sha256(hello)}` }],
    ['its text', { query: hello }],
    ['its text and its hash', { query: hello, ...byHash(sha256(hello)) }],
  ])('a trusted document is run for every caller, by %s', async (_how, asked) => {
    expect(await ask({ ...asked, variables })).toEqual(greeting)
  })

  test.each([
    ['another text', { query: other }],
    ['an unknown hash', byHash(sha256(other))],
    ['another text with its hash', { query: other, ...byHash(sha256(other)) }],
    ['an unknown documentId', { documentId: 'unknown' }],
    ['a hash that is a property of every object', byHash('constructor')],
  ])(
    '%s is refused for callers without the scope explore, with an error that says what to do',
    async (_what, asked) => {
      const answer = await ask(asked)
      expect(answer).toMatchObject({ errors: refused })
      expect(JSON.stringify(answer)).toContain('TRUSTED_DOCUMENTS')
    },
  )

  test('callers with the scope explore may send any document, and trusted ones by their hash', async () => {
    expect(await ask({ query: other }, explores)).toEqual({ data: { me: { tenant: 'acme' } } })
    expect(await ask({ ...byHash(sha256(hello)), variables }, explores)).toEqual(greeting)
    expect(await ask(byHash(sha256('{ unheard }')), explores)).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
  })

  test('a hash that was registered over another transport is found, and a wrong hash is refused', async () => {
    for (const [index, teach] of [post, get, overStream, overSocket].entries()) {
      const text = `query Taught { me { tenant } } # ${transport}, ${index}`
      const known = { data: { me: { tenant: 'acme' } } }
      expect(await teach({ query: text, ...byHash(sha256(text)) }, explores)).toEqual(known)
      expect(await ask(byHash(sha256(text)), explores)).toEqual(known)
      expect(await ask(byHash(sha256(text)))).toMatchObject({ errors: refused })
    }
    const wrong = { query: other, ...byHash(sha256('another text')) }
    expect(await ask(wrong, explores)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    const invalid = '{ nothing }'
    await ask({ query: invalid, ...byHash(sha256(invalid)) }, explores)
    expect(await ask(byHash(sha256(invalid)), explores)).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
  })

  test('a request without a document is refused, and the error says what to send', async () => {
    expect(await ask({ variables })).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  })
})

describe.each([
  ['a trusted one', { documentId: '0f9fadc6c5d33ba0e2b8e8f2b2b1a1aa' }],
  ['one that a client has registered', byHash(sha256(`${ticks} # made known`))],
])('a subscription is started by its id: %s', (_which, asked) => {
  beforeAll(async () => {
    const text = `${ticks} # made known`
    const stream = await openEventStream(server, {
      body: JSON.stringify({ query: text, ...byHash(sha256(text)) }),
      headers: explores,
    })
    await until(() => server.feed.listeners === 1)
    stream.close()
    await until(() => server.feed.listeners === 0)
  })

  test('over an event stream', async () => {
    const stream = await openEventStream(server, { body: JSON.stringify(asked), headers: explores })
    await until(() => server.feed.listeners === 1)
    server.feed.publish(4)
    expect(await stream.next()).toMatchObject({ data: { data: { ticks: { number: 4 } } } })
    stream.close()
    await until(() => server.feed.listeners === 0)
  })

  test('over a socket, by the client of graphql-ws', async () => {
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: explores,
      retryAttempts: 0,
    })
    const results = client.iterate({ query: '', ...asked })
    const first = results.next()
    await until(() => server.feed.listeners === 1)
    server.feed.publish(5)
    expect((await first).value).toEqual({ data: { ticks: { number: 5 } } })
    await results.return?.()
    await until(() => server.feed.listeners === 0)
    await client.dispose()
  })
})

test('a persisted query that a caller with the scope explore has registered stays refused for others', async () => {
  expect(await post({ query: other, ...byHash(sha256(other)) }, explores)).toMatchObject({ data: {} })
  expect(await post(byHash(sha256(other)), explores)).toMatchObject({ data: {} })
  expect(await post(byHash(sha256(other)))).toMatchObject({ errors: refused })
})

test('a trusted mutation by GET is refused', async () => {
  expect(await get(byHash(sha256(shout)))).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  expect(await post(byHash(sha256(shout)))).toEqual({ data: { shout: 'X' } })
})

test('a refusal has the status 403, also for a list of operations with an untrusted document', async () => {
  expect((await call(server, { body: { query: other }, headers: bound })).status).toBe(403)
  expect((await call(server, { body: [{ query: other }], headers: bound })).status).toBe(400)
})

import { request as requestUpgrade } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Call, call } from './testing/call.ts'
import { openSocket } from './testing/open-socket.ts'
import { acmeKey, startTestServer, type TestServer } from './testing/start-test-server.ts'

const codes = z.string().regex(/^[A-Z_]+$/)
/** Exactly these members, each of its type. */
const extensionsSchema = z.strictObject({
  code: codes,
  provider: z.string().nullable(),
  retryable: z.boolean(),
  retryAfterSeconds: z.number().nullable(),
  correlationId: z.string().min(8),
})
const errorsSchema = z.object({
  errors: z
    .array(
      z.strictObject({
        message: z.string().min(1),
        locations: z.unknown().optional(),
        path: z.unknown().optional(),
        extensions: extensionsSchema,
      }),
    )
    .min(1),
})
const outsideSchema = z.strictObject({ error: extensionsSchema.extend({ message: z.string().min(1) }) })

const key = { 'x-api-key': acmeKey }
const json = { ...key, 'content-type': 'application/json' }
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })

/** Every way in which a request to `/graphql` is refused, with the status and the code of the refusal. */
const refused: readonly (readonly [name: string, status: number, code: string, request: Call])[] = [
  ['no credential', 401, 'UNAUTHENTICATED', { body: { query: '{ me { tenant } }' } }],
  ['a wrong credential', 401, 'UNAUTHENTICATED', { body: { query: '{ me }' }, headers: { 'x-api-key': 'wrong' } }],
  ['JSON that is malformed', 400, 'BAD_USER_INPUT', { body: '{"query":', headers: json }],
  ['an empty body', 400, 'BAD_USER_INPUT', { method: 'POST', headers: json }],
  ['a body that is no object', 400, 'BAD_USER_INPUT', { body: '7', headers: json }],
  ['a list of requests', 400, 'BAD_USER_INPUT', { body: [{ query: '{ me { tenant } }' }], headers: key }],
  ['a request without a query', 400, 'BAD_USER_INPUT', { body: {}, headers: key }],
  ['variables that are no object', 400, 'BAD_USER_INPUT', { body: { query: '{ me }', variables: 7 }, headers: key }],
  ['a query that is no text', 400, 'BAD_USER_INPUT', { body: { query: 7 }, headers: key }],
  ['another media type', 415, 'BAD_USER_INPUT', { body: '<a/>', headers: { ...key, 'content-type': 'text/xml' } }],
  ['a body of 2 MB', 413, 'BAD_USER_INPUT', { body: ' '.repeat(2_000_000), headers: json }],
  [
    'GET without the header against forgery',
    400,
    'BAD_USER_INPUT',
    { path: '/graphql?query={me{tenant}}', headers: key },
  ],
  [
    'a mutation by GET',
    405,
    'BAD_USER_INPUT',
    {
      path: `/graphql?query=${encodeURIComponent('mutation { shout(text: "x") }')}`,
      headers: { ...key, 'apollo-require-preflight': 'true' },
    },
  ],
  ['PUT', 405, 'BAD_USER_INPUT', { method: 'PUT', body: { query: '{ me }' }, headers: key }],
  ['DELETE', 405, 'BAD_USER_INPUT', { method: 'DELETE', headers: key }],
  ['what is no GraphQL', 400, 'BAD_USER_INPUT', { body: { query: '{ me {' }, headers: key }],
  ['an unknown field', 400, 'BAD_USER_INPUT', { body: { query: '{ nothing }' }, headers: key }],
  [
    'an unknown operation',
    400,
    'BAD_USER_INPUT',
    { body: { query: '{ me { tenant } }', operationName: 'x' }, headers: key },
  ],
  ['a wrong literal', 400, 'BAD_USER_INPUT', { body: { query: '{ hello(times: "x") }' }, headers: key }],
  [
    'a wrong variable',
    400,
    'BAD_USER_INPUT',
    { body: { query: 'query ($n: Int!) { hello(times: $n) }', variables: { n: 'x' } }, headers: key },
  ],
  [
    'a subscription without an address',
    400,
    'BAD_USER_INPUT',
    { body: { query: 'subscription { ticks { number } }' }, headers: key },
  ],
  [
    'a subscription with an address that makes no sense',
    400,
    'BAD_USER_INPUT',
    {
      body: { query: 'subscription { ticks { number } }', extensions: { subscription: { callbackUrl: 7 } } },
      headers: key,
    },
  ],
  [
    'an unknown hash',
    200,
    'PERSISTED_QUERY_NOT_FOUND',
    { body: { extensions: persisted('a'.repeat(64)) }, headers: key },
  ],
  [
    'a hash of another text',
    400,
    'BAD_USER_INPUT',
    { body: { query: '{ me { tenant } }', extensions: persisted('a'.repeat(64)) }, headers: key },
  ],
  [
    'an unknown version of persisted queries',
    400,
    'BAD_USER_INPUT',
    {
      body: { query: '{ me { tenant } }', extensions: { persistedQuery: { version: 9, sha256Hash: 'x' } } },
      headers: key,
    },
  ],
  ['too much', 400, 'QUERY_TOO_COMPLEX', { body: { query: `{ ${'me { tenant } '.repeat(2_000)} }` }, headers: key }],
  ['a field that fails', 200, 'INTERNAL', { body: { query: '{ crashes }' }, headers: key }],
  ['a field that refuses', 200, 'PROVIDER_RATE_LIMITED', { body: { query: '{ refuses }' }, headers: key }],
]

describe('an error', () => {
  let server: TestServer
  let sandbox: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    sandbox = await startTestServer({ anonymous: true })
  })
  afterAll(async () => {
    await server.stop()
    await sandbox.stop()
  })

  test.each(refused)('of GraphQL over HTTP has one shape: %s', async (_name, status, code, request) => {
    const answer = await call(server, request)
    expect(answer.status).toBe(status)
    const { errors } = errorsSchema.parse(answer.json)
    expect(errors.map(error => error.extensions.code)).toEqual(errors.map(() => code))
    for (const { extensions } of errors) expect(extensions.correlationId).toBe(answer.headers['x-correlation-id'])
  })

  test('a method that GraphQL has no use for is told which it has', async () => {
    expect((await call(server, { method: 'PUT', headers: key })).headers.allow).toBe('GET, POST')
  })

  test('a page elsewhere is refused in the shape of the route that it called', async () => {
    const headers = { origin: 'https://evil.example' }
    const graphql = await call(sandbox, { body: { query: '{ me { tenant } }' }, headers })
    expect(errorsSchema.parse(graphql.json).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    const other = await call(sandbox, { path: '/livez', headers })
    expect(outsideSchema.parse(other.json)).toMatchObject({ error: { code: 'FORBIDDEN', retryable: false } })
    expect([graphql.status, other.status]).toEqual([403, 403])
  })

  test('outside GraphQL has the same members', async () => {
    for (const path of ['/nothing', '/graphql/x', '/%zz'])
      outsideSchema.parse((await call(server, { path, headers: key })).json)
  })

  test('of a connection that may not become a socket has the same members', async () => {
    const { port } = server
    const text = await new Promise<string>((resolve, reject) => {
      const headers = { connection: 'Upgrade', upgrade: 'websocket' }
      const asked = requestUpgrade({ port, path: '/nothing', headers }, async answer =>
        resolve((await answer.toArray()).join('')),
      )
      asked.on('error', reject).end()
    })
    expect(outsideSchema.parse(JSON.parse(text))).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  test.each([
    ['what is no GraphQL', '{ me {', 'BAD_USER_INPUT'],
    ['an unknown field', '{ nothing }', 'BAD_USER_INPUT'],
    ['too much', `{ ${'me { tenant } '.repeat(2_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['a subscription that is refused', 'subscription { refused { number } }', 'CURSOR_EXPIRED'],
  ])('over a socket has the same shape: %s', async (_name, query, code) => {
    const socket = await openSocket(server)
    await socket.init({ 'x-api-key': acmeKey })
    socket.subscribe('1', query)
    const { payload } = z.object({ payload: z.unknown() }).parse(await socket.next())
    // Before a subscription has begun its errors are the payload; afterwards they are those of an answer.
    const answer = Array.isArray(payload) ? { errors: payload } : payload
    expect(errorsSchema.parse(answer).errors).toMatchObject([{ extensions: { code } }])
    socket.socket.close()
  })
})

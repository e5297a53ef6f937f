import { request as requestUpgrade } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { UploadRefusal } from '../documents/upload-refusal.ts'
import { AppError } from '../errors.ts'
import { createSandbox } from '../sandbox/create-sandbox.ts'
import { registerCallbackRoute } from './callback-route.ts'
import { registerFileRoute } from './file-route.ts'
import { registerSandboxRoute } from './sandbox-route.ts'
import { openConnection, requestText } from './testing/raw-connection.ts'
import { registerUploadRoute } from './upload-route.ts'
import { registerWebhookRoute } from './webhook-route.ts'
import { type Call, call } from './testing/call.ts'
import { openSocket, until } from './testing/open-socket.ts'
import { acmeKey, startTestServer, type TestServer } from './testing/start-test-server.ts'

const codes = z.string().regex(/^[A-Z_]+$/)
/** Exactly these members, each with its type. */
const extensionsSchema = z.strictObject({
  code: codes,
  provider: z.string().nullable(),
  retryable: z.boolean(),
  retryAfterSeconds: z.number().nullable(),
  limit: z.string().optional(),
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

const unknownUpload = () => Promise.reject(new UploadRefusal('unknown', 'There is no such upload.'))
const nothing = () => Promise.reject(new AppError('NOT_FOUND', 'Nothing is served at this address.'))
const emptySandbox = createSandbox({
  time: {
    now: () => new Date(),
    setTimer: () => () => {},
    read: async () => new Date(),
    forwardMs: () => 0,
    move: async () => false,
    during: work => work(),
    stop: async () => {},
  },
  vendors: [],
  simulatorSpeed: 1,
  pollSpeedup: 1,
})

const key = { 'x-api-key': acmeKey }
const json = { ...key, 'content-type': 'application/json' }
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })

/** Requests to `/graphql` that are refused, one for each reason, with the status and the code. */
const refused: readonly (readonly [name: string, status: number, code: string, request: Call])[] = [
  ['no credential', 401, 'UNAUTHENTICATED', { body: { query: '{ me { tenant } }' } }],
  ['a wrong credential', 401, 'UNAUTHENTICATED', { body: { query: '{ me }' }, headers: { 'x-api-key': 'wrong' } }],
  ['JSON that is malformed', 400, 'BAD_USER_INPUT', { body: '{"query":', headers: json }],
  ['an empty body', 400, 'BAD_USER_INPUT', { method: 'POST', headers: json }],
  ['a body that is not an object', 400, 'BAD_USER_INPUT', { body: '7', headers: json }],
  ['a list of requests', 400, 'BAD_USER_INPUT', { body: [{ query: '{ me { tenant } }' }], headers: key }],
  ['a request without a query', 400, 'BAD_USER_INPUT', { body: {}, headers: key }],
  [
    'variables that are not an object',
    400,
    'BAD_USER_INPUT',
    { body: { query: '{ me }', variables: 7 }, headers: key },
  ],
  ['a query that is not a string', 400, 'BAD_USER_INPUT', { body: { query: 7 }, headers: key }],
  ['another media type', 415, 'BAD_USER_INPUT', { body: '<a/>', headers: { ...key, 'content-type': 'text/xml' } }],
  ['a body of 2 MB', 413, 'BAD_USER_INPUT', { body: ' '.repeat(2_000_000), headers: json }],
  ['GET without the header against CSRF', 400, 'BAD_USER_INPUT', { path: '/graphql?query={me{tenant}}', headers: key }],
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
  ['a document that does not parse', 400, 'BAD_USER_INPUT', { body: { query: '{ me {' }, headers: key }],
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
    'a subscription with an invalid address',
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

/** Parses the tree of routes that Fastify prints, with `x` for each variable part of a path. */
function readRoutes(printed: string) {
  const parts: string[] = []
  return printed.split('\n').flatMap(line => {
    const [, indent = '', part = '', methods] = /^(.*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? []
    parts.splice(indent.length / 4, parts.length, part)
    const path = parts.join('').replaceAll(/:\w+|\*/g, 'x')
    return methods === undefined || (part === '*' && methods === 'OPTIONS')
      ? []
      : [{ path, methods: methods.split(', ') }]
  })
}

describe('an error', () => {
  let server: TestServer
  let sandbox: TestServer
  let printRoutes = () => ''
  beforeAll(async () => {
    server = await startTestServer({
      explorer: true,
      routes: [
        scope => registerUploadRoute(scope, { receive: unknownUpload, pace: { idleMs: 1_000, totalMs: 1_000 } }),
        scope => registerWebhookRoute(scope, async provider => (provider === 'nobody' ? 'unknown' : 'unverified')),
        scope => registerFileRoute(scope, [{ open: nothing }]),
        scope => registerCallbackRoute(scope, { receiveReturn: async () => 'unknown', receiveShipmentNotice: nothing }),
        scope => registerSandboxRoute(scope, emptySandbox),
        scope => {
          printRoutes = scope.printRoutes
        },
        scope => scope.get('/fails', () => Promise.reject(new Error('secret of the test'))),
      ],
    })
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

  test('on every route, a method that it does not have is answered 405 with those that it has', async () => {
    const routes = readRoutes(printRoutes())
    const paths = routes.map(({ path }) => path)
    for (const known of [
      '/graphql',
      '/uploads/x',
      '/webhooks/x/x',
      '/files/x',
      '/callbacks/x/x',
      '/sandbox/clock',
      '/console',
      '/',
    ])
      expect(paths).toContain(known)
    for (const { path, methods } of routes)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const asked = `${method} ${path}`
        const answer = await call(server, { path, method, headers: key })
        if (methods.includes(method)) expect([asked, answer.status]).not.toEqual([asked, 405])
        else {
          expect([asked, answer.status, answer.headers.allow?.toString().split(', ').toSorted()]).toEqual([
            asked,
            405,
            [...methods, 'OPTIONS'].toSorted(),
          ])
          if (method === 'HEAD') continue
          const shown =
            path === '/graphql'
              ? errorsSchema.parse(answer.json).errors[0]?.extensions
              : outsideSchema.parse(answer.json).error
          expect(shown).toMatchObject({ code: 'BAD_USER_INPUT', correlationId: answer.headers['x-correlation-id'] })
        }
      }
  })

  test('a page of another origin is refused in the error shape of the route that it called', async () => {
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

  const outside: readonly (readonly [string, Call, number, string])[] = [
    ['an unknown path', { path: '/nothing' }, 404, 'NOT_FOUND'],
    ['a path that is not UTF-8', { path: '/%zz' }, 400, 'BAD_USER_INPUT'],
    [
      'a part of a path that is too long',
      { path: `/uploads/${'a'.repeat(2_000)}`, method: 'PUT' },
      414,
      'BAD_USER_INPUT',
    ],
    ['another method', { path: '/schema.graphql', method: 'DELETE' }, 405, 'BAD_USER_INPUT'],
    ['an upload by GET', { path: '/uploads/token' }, 405, 'BAD_USER_INPUT'],
    ['an unknown upload', { path: '/uploads/token', method: 'PUT', body: 'x' }, 404, 'NOT_FOUND'],
    ['an unknown file', { path: '/files/token' }, 404, 'NOT_FOUND'],
    ['an unknown callback', { path: '/callbacks/vendor/token' }, 404, 'NOT_FOUND'],
    [
      'a callback that is too large',
      { path: '/callbacks/vendor/token', body: 'x'.repeat(20_000) },
      413,
      'BAD_USER_INPUT',
    ],
    ['a webhook of an unknown provider', { path: '/webhooks/nobody', body: '{}' }, 404, 'NOT_FOUND'],
    ['a webhook without a signature', { path: '/webhooks/vendor', body: '{}' }, 401, 'UNAUTHENTICATED'],
    ['a webhook that is too large', { path: '/webhooks/vendor', body: ' '.repeat(2_000_000) }, 413, 'BAD_USER_INPUT'],
    ['an unknown sample document', { path: '/sandbox/documents/x.pdf' }, 404, 'NOT_FOUND'],
    [
      'a body of another type',
      { path: '/sandbox/clock', body: 'x', headers: { 'content-type': 'text/xml' } },
      415,
      'BAD_USER_INPUT',
    ],
    [
      'malformed JSON',
      { path: '/sandbox/clock', body: '{', headers: { 'content-type': 'application/json' } },
      400,
      'BAD_USER_INPUT',
    ],
    ['an internal error', { path: '/fails' }, 500, 'INTERNAL'],
  ]
  test.each(outside)('outside GraphQL has one shape: %s', async (_name, request, status, code) => {
    const answer = await call(server, request)
    expect(answer.status).toBe(status)
    const { error } = outsideSchema.parse(answer.json)
    expect(error).toMatchObject({ code, correlationId: answer.headers['x-correlation-id'] })
    expect(error.message).not.toContain('secret of the test')
  })

  test.each([
    ['a head of more than 16 KiB', requestText('GET', '/livez', { 'x-long': 'a'.repeat(20_000) }), 431],
    ['bytes that are not HTTP', 'hello\r\n\r\n', 400],
    [
      'two lengths of one body',
      requestText('POST', '/graphql', { 'content-length': '1\r\ncontent-length: 2' }, '{}'),
      400,
    ],
  ])('for bytes that cannot be parsed as a request has the same members: %s', async (_name, text, status) => {
    const connection = await openConnection(server)
    connection.write(text)
    await connection.closed
    const [head = '', body = ''] = connection.received().split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(outsideSchema.parse(JSON.parse(body))).toMatchObject({ error: { code: 'BAD_USER_INPUT' } })
  })

  test('of a request that comes while the server stops has the same members, and says when to retry', async () => {
    const stopping = await startTestServer()
    const gate = stopping.addGate()
    const connection = await openConnection(stopping)
    const gated = JSON.stringify({ query: '{ gated }' })
    const head = { ...json, 'content-length': gated.length }
    connection.write(requestText('POST', '/graphql', head, gated))
    await gate.entered
    const stopped = stopping.stop()
    connection.write(requestText('GET', '/schema.graphql', {}))
    await until(() => stopping.log().includes('The server is stopping'))
    gate.open()
    await connection.closed
    await stopped
    const [, , second = ''] = connection.received().split('HTTP/1.1 ')
    expect(second).toMatch(/^503 [\s\S]*retry-after: 1\r\n/i)
    outsideSchema.parse(JSON.parse(second.split('\r\n\r\n')[1] ?? ''))
  })

  test('of a refused WebSocket upgrade has the same members', async () => {
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
    ['a document that does not parse', '{ me {', 'BAD_USER_INPUT'],
    ['an unknown field', '{ nothing }', 'BAD_USER_INPUT'],
    ['too much', `{ ${'me { tenant } '.repeat(2_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['a subscription that is refused', 'subscription { refused { number } }', 'CURSOR_EXPIRED'],
  ])('over a socket has the same shape: %s', async (_name, query, code) => {
    const socket = await openSocket(server)
    await socket.init({ 'x-api-key': acmeKey })
    socket.subscribe('1', query)
    const { payload } = z.object({ payload: z.unknown() }).parse(await socket.next())
    // Before a subscription has begun, its errors are the payload; afterwards they are in an answer.
    const answer = Array.isArray(payload) ? { errors: payload } : payload
    expect(errorsSchema.parse(answer).errors).toMatchObject([{ extensions: { code } }])
    socket.socket.close()
  })
})

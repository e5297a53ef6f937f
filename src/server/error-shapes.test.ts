import { request as requestUpgrade } from 'node:http'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { UploadRefusal } from '../documents/upload-refusal.ts'
import { AppError } from '../errors.ts'
import { registerCallbackRoute } from './callback-route.ts'
import { registerFileRoute } from './file-route.ts'
import { registerSandboxRoute } from './sandbox-route.ts'
import { openConnection, requestText } from './testing/raw-connection.ts'
import { registerUploadRoute } from './upload-route.ts'
import { registerWebhookRoute } from './webhook-route.ts'
import { type Call, call } from './testing/call.ts'
import { openSocket, until } from './testing/open-socket.ts'
import { createStandingSandbox } from './testing/standing-sandbox.ts'
import { acmeKey, startServerForSuite, startTestServer } from './testing/start-test-server.ts'

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

const key = { 'x-api-key': acmeKey }
const json = { ...key, 'content-type': 'application/json' }
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })

const hello = '{ me { tenant } }'
const ticks = 'subscription { ticks { number } }'
const number = 'query ($n: Int!) { hello(times: $n) }'
const shout = `/graphql?query=${encodeURIComponent('mutation { shout(text: "x") }')}`
const unknownVersion = { persistedQuery: { version: 9, sha256Hash: 'x' } }
/** A request with these members. */
const post = (body: object): Call => ({ body, headers: key })

/** Requests to `/graphql` that are refused, one for each reason: those with BAD_USER_INPUT, by their status. */
const badInput: Readonly<Record<number, readonly (readonly [name: string, request: Call])[]>> = {
  400: [
    ['JSON that is malformed', { body: '{"query":"secret of the test', headers: json }],
    ['an empty body', { method: 'POST', headers: json }],
    ['a body that is not an object', { body: '7', headers: json }],
    ['a list of requests', post([{ query: hello }])],
    ['a request without a query', post({})],
    ['an empty query', post({ query: '' })],
    ['variables that are not an object', post({ query: hello, variables: 7 })],
    ['a query that is not a string', post({ query: 7 })],
    ['GET without the header against CSRF', { path: '/graphql?query={me{tenant}}', headers: key }],
    ['a document that does not parse', post({ query: '{ me {' })],
    ['an unknown field', post({ query: '{ nothing }' })],
    ['an unknown operation', post({ query: hello, operationName: 'x' })],
    ['several operations', post({ query: 'query A { me { tenant } } query B { me { tenant } }' })],
    ['a wrong literal', post({ query: '{ hello(times: "x") }' })],
    ['a wrong variable', post({ query: number, variables: { n: 'x' } })],
    ['a subscription without an address', post({ query: ticks })],
    [
      'a subscription with an invalid address',
      post({ query: ticks, extensions: { subscription: { callbackUrl: 7 } } }),
    ],
    ['a hash of another text', post({ query: hello, extensions: persisted('a'.repeat(64)) })],
    ['an unknown version of persisted queries', post({ query: hello, extensions: unknownVersion })],
  ],
  405: [
    ['a mutation by GET', { path: shout, headers: { ...key, 'apollo-require-preflight': 'true' } }],
    ['PUT', { ...post({ query: hello }), method: 'PUT' }],
    ['DELETE', { method: 'DELETE', headers: key }],
  ],
  413: [['a body of more than 1 MiB', { body: ' '.repeat(1024 * 1024 + 1), headers: json }]],
  415: [['another media type', { body: '<a/>', headers: { ...key, 'content-type': 'text/xml' } }]],
}
const refused: readonly (readonly [name: string, status: number, code: string, request: Call])[] = [
  ...Object.entries(badInput).flatMap(([status, requests]) =>
    requests.map(([name, request]) => [name, Number(status), 'BAD_USER_INPUT', request] as const),
  ),
  ['no credential', 401, 'UNAUTHENTICATED', { body: { query: hello } }],
  ['a wrong credential', 401, 'UNAUTHENTICATED', { body: { query: hello }, headers: { 'x-api-key': 'wrong' } }],
  ['an unknown hash', 200, 'PERSISTED_QUERY_NOT_FOUND', post({ extensions: persisted('a'.repeat(64)) })],
  ['too much', 400, 'QUERY_TOO_COMPLEX', post({ query: `{ ${'me { tenant } '.repeat(2_000)} }` })],
  ['a field that fails', 200, 'INTERNAL', post({ query: '{ crashes }' })],
  ['a field that refuses', 200, 'PROVIDER_RATE_LIMITED', post({ query: '{ refuses }' })],
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

describe('an error', async () => {
  let printRoutes = () => ''
  const server = await startServerForSuite({
    explorer: true,
    routes: [
      scope => registerUploadRoute(scope, { receive: unknownUpload, pace: { idleMs: 1_000, totalMs: 1_000 } }),
      scope => registerWebhookRoute(scope, async provider => (provider === 'nobody' ? 'unknown' : 'unverified')),
      scope => registerFileRoute(scope, [{ open: nothing }]),
      scope => registerCallbackRoute(scope, { receiveReturn: async () => 'unknown', receiveShipmentNotice: nothing }),
      scope => registerSandboxRoute(scope, createStandingSandbox()),
      scope => {
        printRoutes = scope.printRoutes
      },
      scope => scope.get('/fails', () => Promise.reject(new Error('secret of the test'))),
    ],
  })

  test.each(refused)('P19 of GraphQL over HTTP has one shape: %s', async (_name, status, code, request) => {
    const answer = await call(server, request)
    expect(answer.status).toBe(status)
    const { errors } = errorsSchema.parse(answer.json)
    expect(errors.map(error => error.extensions.code)).toEqual(errors.map(() => code))
    for (const { extensions } of errors) expect(extensions.correlationId).toBe(answer.headers['x-correlation-id'])
    expect(answer.text).not.toContain('secret of the test')
  })

  test('on every route, a method that it does not have is answered 405 with those that it has', async () => {
    const routes = readRoutes(printRoutes())
    const paths = routes.map(({ path }) => path)
    const known = [
      '/graphql',
      '/uploads/x',
      '/webhooks/x/x',
      '/files/x',
      '/callbacks/x/x',
      '/sandbox/clock',
      '/console',
      '/',
    ]
    expect(paths).toEqual(expect.arrayContaining(known))
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

  const setClock = (body: string, type: string) => ({ path: '/sandbox/clock', body, headers: { 'content-type': type } })
  const outside: readonly (readonly [string, Call, number, string])[] = [
    ['an unknown path', { path: '/nothing' }, 404, 'NOT_FOUND'],
    ['a path below /graphql', { path: '/graphql/x' }, 404, 'NOT_FOUND'],
    ['a path that is not UTF-8', { path: '/%zz' }, 400, 'BAD_USER_INPUT'],
    ['a long part of a path', { path: `/uploads/${'a'.repeat(2_000)}`, method: 'PUT' }, 414, 'BAD_USER_INPUT'],
    ['another method', { path: '/schema.graphql', method: 'DELETE' }, 405, 'BAD_USER_INPUT'],
    ['an upload by GET', { path: '/uploads/token' }, 405, 'BAD_USER_INPUT'],
    ['an unknown upload', { path: '/uploads/token', method: 'PUT', body: 'x' }, 404, 'NOT_FOUND'],
    ['an unknown file', { path: '/files/token' }, 404, 'NOT_FOUND'],
    ['an unknown callback', { path: '/callbacks/vendor/token' }, 404, 'NOT_FOUND'],
    ['a large callback', { path: '/callbacks/vendor/token', body: 'x'.repeat(20_000) }, 413, 'BAD_USER_INPUT'],
    ['a webhook of an unknown provider', { path: '/webhooks/nobody', body: '{}' }, 404, 'NOT_FOUND'],
    ['a webhook without a signature', { path: '/webhooks/vendor', body: '{}' }, 401, 'UNAUTHENTICATED'],
    [
      'a webhook that is too large',
      { path: '/webhooks/vendor', body: ' '.repeat(1024 * 1024 + 1) },
      413,
      'BAD_USER_INPUT',
    ],
    ['an unknown sample document', { path: '/sandbox/documents/x.pdf' }, 404, 'NOT_FOUND'],
    ['a body of another type', setClock('x', 'text/xml'), 415, 'BAD_USER_INPUT'],
    ['malformed JSON', setClock('{', 'application/json'), 400, 'BAD_USER_INPUT'],
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

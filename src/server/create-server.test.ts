import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { call } from './testing/call.ts'
import { acmeKey, startServerForSuite, startServerForTest } from './testing/start-test-server.ts'

const me = { query: '{ me { tenant anonymous scopes } }' }

describe('a server that requires credentials', async () => {
  const server = await startServerForSuite({ allowedOrigins: ['https://app.example.com'] })
  const ask = (query: string, variables?: unknown, headers: Record<string, string> = {}) =>
    call(server, { body: { query, variables }, headers: { 'x-api-key': acmeKey, ...headers } })

  test.each([{ 'x-api-key': acmeKey }, { authorization: `Bearer ${acmeKey}` }])(
    '%j identifies the caller',
    async headers => {
      expect(await call(server, { body: me, headers })).toMatchObject({
        status: 200,
        json: { data: { me: { tenant: 'acme', anonymous: false, scopes: ['read'] } } },
      })
    },
  )

  test('the address of a request is that of its connection, not one from a header', async () => {
    const answer = await ask('{ me { address } }', undefined, { 'x-forwarded-for': '203.0.113.9' })
    expect(answer.json).toEqual({ data: { me: { address: '127.0.0.1' } } })
  })

  test('a request without a valid credential is answered 401 and says what to send', async () => {
    for (const headers of [{}, { 'x-api-key': 'acme-0123456789-ABCDEFGHIJ' }, { authorization: 'Basic YTpi' }]) {
      const answer = await call(server, { body: me, headers })
      expect(answer).toMatchObject({
        status: 401,
        json: {
          errors: [{ extensions: { code: 'UNAUTHENTICATED', correlationId: answer.headers['x-correlation-id'] } }],
        },
      })
      expect(answer.text).toContain('x-api-key')
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })

  test('any Host header is accepted', async () => {
    expect(await call(server, { body: me, headers: { 'x-api-key': acmeKey, host: 'api.example' } })).toMatchObject({
      status: 200,
    })
  })

  test('P19 a request that a form of any site could send is refused (CSRF)', async () => {
    const forged = JSON.stringify({ query: 'mutation { shout(text: "x") }' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { 'x-api-key': acmeKey, 'content-type': type }
      const answer = await call(server, { method: 'POST', body: forged, headers })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toContain('"data"')
    }
    const get = `/graphql?query=${encodeURIComponent(me.query)}`
    expect(await call(server, { path: get, headers: { 'x-api-key': acmeKey } })).toMatchObject({ status: 400 })
    const preflighted = { 'x-api-key': acmeKey, 'apollo-require-preflight': 'true' }
    expect(await call(server, { path: get, headers: preflighted })).toMatchObject({
      status: 200,
      json: { data: { me: { tenant: 'acme' } } },
    })
  })

  test('a subscription by POST is refused, and the error names the ways to subscribe', async () => {
    const answer = await ask('subscription { ticks { number } }')
    expect(answer.status).toBe(400)
    for (const way of ['graphql-transport-ws', 'Accept: text/event-stream'])
      expect(answer.json).toMatchObject({ errors: [{ message: expect.stringContaining(way) }] })
  })

  test('P24 errors have a code and the correlation id, and no internal details', async () => {
    for (const _sight of ['interpreted', 'compiled'])
      expect(
        await ask('{ crashes refuses refusesPlainly }', undefined, { 'x-request-id': 'request-42' }),
      ).toMatchObject({
        status: 200,
        headers: { 'x-correlation-id': 'request-42' },
        json: {
          data: { crashes: null, refuses: null, refusesPlainly: null },
          errors: expect.arrayContaining(
            [
              { message: 'Something went wrong on our side.', path: ['crashes'], code: 'INTERNAL' },
              { message: 'Too many calls.', path: ['refuses'], code: 'PROVIDER_RATE_LIMITED' },
              { message: 'Not for you.', path: ['refusesPlainly'], code: 'FORBIDDEN' },
            ].map(({ code, ...error }) =>
              expect.objectContaining({
                ...error,
                extensions: expect.objectContaining({ code, correlationId: 'request-42' }),
              }),
            ),
          ),
        },
      })
  })

  test('P24 an unforeseen error is logged once under the correlation id', async () => {
    await ask('{ crashes }', undefined, { 'x-correlation-id': 'crash-4711' })
    const lines = server
      .log()
      .split('\n')
      .filter(line => line.includes('crash-4711') && line.includes('operation failed'))
    expect(lines.map(line => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 50, correlationId: 'crash-4711', path: 'crashes' }),
    ])
  })

  test('P24 code that runs for a request has its correlation id', async () => {
    expect(await ask('{ correlationId }', undefined, { 'x-correlation-id': 'known-below' })).toMatchObject({
      json: { data: { correlationId: 'known-below' } },
    })
  })

  test.each(['short', 'has space in it', 'x'.repeat(65), 'semi;colon;x'])(
    'a correlation id like %j is replaced by one of ours',
    async given => {
      const { headers } = await call(server, { path: '/livez', headers: { 'x-correlation-id': given } })
      expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test('a client that accepts only plain JSON gets 200 for a well-formed request', async () => {
    expect(await ask('{ nothing }', undefined, { accept: 'application/json' })).toMatchObject({ status: 200 })
    expect(await ask('{ nothing }', undefined, { accept: 'application/graphql-response+json' })).toMatchObject({
      status: 400,
    })
    const missing = { body: { variables: {} }, headers: { 'x-api-key': acmeKey, accept: 'application/json' } }
    expect(await call(server, missing)).toMatchObject({ status: 400 })
  })

  test('introspection is open', async () => {
    expect(await ask('{ __schema { queryType { name } } _service { sdl } }')).toMatchObject({
      json: {
        data: { __schema: { queryType: { name: 'Query' } }, _service: { sdl: expect.stringContaining('@key') } },
      },
    })
  })

  test('CORS: a page of an allowed origin may read answers, another may not', async () => {
    const preflight = (origin: string) =>
      call(server, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-api-key',
        },
      })
    const allowed = await preflight('https://app.example.com')
    expect(allowed).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://app.example.com',
        'access-control-allow-headers': 'content-type,x-api-key',
      },
    })
    expect(allowed.headers['access-control-allow-credentials']).toBeUndefined()
    for (const origin of ['https://evil.example', 'null', 'https://studio.apollographql.com', 'http://localhost:3000'])
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined()
  })

  test('OPTIONS that is no preflight is answered 204', async () => {
    expect(await call(server, { method: 'OPTIONS' })).toMatchObject({ status: 204, text: '' })
  })

  test('the headers of answers forbid sniffing, framing and scripts', async () => {
    const { headers } = await call(server, { path: '/livez' })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
  })

  test('the schema for routers is served with its directives and descriptions', async () => {
    const { status, text } = await call(server, { path: '/schema.graphql' })
    expect(status).toBe(200)
    expect(text).toContain('@link(url: "https://specs.apollo.dev/federation/v2.9"')
    expect(text).toContain('@key(fields: "tenant")')
    expect(text).toContain('The caller.')
  })

  test('metrics count requests by route, operations by kind', async () => {
    await ask('mutation { shout(text: "x") }')
    await call(server, { path: '/uploads/secret-token-of-an-upload' })
    const { text, headers } = await call(server, { path: '/metrics' })
    expect(headers['content-type']).toContain('text/plain')
    expect(text).toMatch(/assay_graphql_operations_total\{type="mutation",outcome="ok"\} \d/)
    expect(text).toMatch(/assay_http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} \d/)
    expect(text).toContain('route="none",status="404"')
    expect(text).not.toContain('secret-token')
  })
})

describe('an anonymous server', async () => {
  const server = await startServerForSuite({ anonymous: true, allowedOrigins: ['https://app.example.com'] })

  test('P18 a caller from this machine is the tenant of the sandbox', async () => {
    for (const headers of [{}, { host: 'localhost:4000' }, { origin: 'http://localhost:3000' }])
      expect(await call(server, { body: me, headers })).toMatchObject({
        status: 200,
        json: { data: { me: { tenant: 'sandbox', anonymous: true } } },
      })
  })

  test('P19 a page of another origin, or a foreign host name, is refused on every route', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { host: 'evil.example', origin: 'http://evil.example' },
    ]) {
      expect(await call(server, { body: me, headers })).toMatchObject({
        status: 403,
        json: { errors: [{ extensions: { code: 'FORBIDDEN', correlationId: expect.any(String) } }] },
      })
      for (const path of ['/metrics', '/livez', '/schema.graphql', '/nothing'])
        expect(await call(server, { path, headers })).toMatchObject({
          status: 403,
          json: { error: { code: 'FORBIDDEN', message: expect.any(String), correlationId: expect.any(String) } },
        })
      const preflight = await call(server, {
        method: 'OPTIONS',
        headers: { ...headers, 'access-control-request-method': 'POST' },
      })
      expect(preflight.status).toBe(403)
    }
  })

  test('pages of this machine, of Apollo Studio and of allowed origins may read answers', async () => {
    for (const origin of ['http://localhost:3000', 'https://studio.apollographql.com', 'https://app.example.com'])
      expect((await call(server, { body: me, headers: { origin } })).headers['access-control-allow-origin']).toBe(
        origin,
      )
  })
})

describe('additional routes', () => {
  test('an error that is thrown is answered with a status and {error}, and each route has its own scope', async () => {
    const errors = new Map<string, Error>([
      ['too-large', new AppError('DOCUMENT_TOO_LARGE', 'At most 50 MB.')],
      ['expired', new AppError('RESULT_EXPIRED', 'Too late.')],
      ['busy', new AppError('RATE_LIMITED', 'Slow down.', { retryAfterSeconds: 9 })],
      ['vendor', new AppError('PROVIDER_BAD_RESPONSE', 'Not what it should be.')],
      ['crash', new Error('connection to 10.0.0.7 lost')],
    ])
    const server = await startServerForTest({
      routes: [
        scope => {
          scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
          scope.post<{ Params: { name: string } }>('/fails/:name', async ({ params }) => {
            throw errors.get(params.name)
          })
        },
        scope => scope.post('/parsed', async () => 'parsed'),
      ],
    })
    const headers = { 'content-type': 'application/pdf', 'x-correlation-id': 'route-of-others' }
    const fail = (name: string) => call(server, { path: `/fails/${name}`, method: 'POST', body: '%PDF', headers })
    const correlationId = 'route-of-others'
    expect(await fail('too-large')).toMatchObject({
      status: 413,
      json: { error: { code: 'DOCUMENT_TOO_LARGE', message: 'At most 50 MB.', correlationId } },
    })
    expect(await fail('expired')).toMatchObject({ status: 410 })
    expect(await fail('busy')).toMatchObject({ status: 429, headers: { 'retry-after': '9' } })
    expect(await fail('vendor')).toMatchObject({ status: 502 })
    expect(await fail('crash')).toMatchObject({
      status: 500,
      json: { error: { code: 'INTERNAL', message: 'Something went wrong on our side.', correlationId } },
    })
    expect(await call(server, { path: '/parsed', method: 'POST', body: '%PDF', headers })).toMatchObject({
      status: 415,
    })
  })
})

describe('readiness', () => {
  test('names the check that fails', async () => {
    let works = true
    const server = await startServerForTest({
      readiness: {
        database: async () => {
          if (!works) throw new Error('connection refused to 10.0.0.7')
        },
      },
    })
    expect(await call(server, { path: '/readyz' })).toMatchObject({
      status: 200,
      json: { status: 'ready', checks: { database: 'ok' } },
    })
    works = false
    const failing = await call(server, { path: '/readyz' })
    expect(failing).toMatchObject({ status: 503, json: { status: 'not ready', checks: { database: 'failed' } } })
    expect(failing.text).not.toContain('10.0.0.7')
    expect(await call(server, { path: '/livez' })).toMatchObject({ status: 200 })
  })
})

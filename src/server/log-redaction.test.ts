import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { createLogger } from './create-logger.ts'
import { call } from './testing/call.ts'
import { openSocket, until } from './testing/open-socket.ts'
import { acmeKey, startTestServer } from './testing/start-test-server.ts'

const token = 'tok-0123456789-abcdefghij'
const password = 'document-password-42'

const routes = ['/uploads/:token', '/webhooks/:provider/:token', '/files/:token', '/callbacks/:provider/:token']

test('P20 no request writes a secret to the log, whether it succeeds or fails', async () => {
  const server = await startTestServer({
    routes: [
      app => {
        for (const path of routes)
          app.all(path, async request => {
            request.log.info({ req: request, headers: request.headers, body: { password } }, 'careless')
            if (request.method === 'PUT') throw new AppError('DOCUMENT_INVALID', 'Not a document.')
            if (request.method === 'DELETE') throw new Error('crashed')
            return { ok: true }
          })
      },
    ],
  })
  const headers = {
    authorization: `Bearer ${acmeKey}`,
    'x-api-key': acmeKey,
    cookie: `session=${acmeKey}`,
  }
  for (const route of routes)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      const path = `${route.replace(':provider', 'acme').replace(':token', token)}?key=${acmeKey}`
      await call(server, { path, method, headers, body: { password } })
    }
  for (const path of [`/nothing/${token}`, `/%zz/${token}`, `/uploads/${token}/more`])
    await call(server, { path, headers })
  const variables = { password }
  for (const query of ['query ($password: String) { hello(name: $password) crashes refuses }', `{ ${password} }`, '{'])
    await call(server, { headers, body: { query, variables } })
  await call(server, { headers: { 'x-api-key': `${acmeKey}x` }, body: { query: '{ me { tenant } }' } })
  const socket = await openSocket(server, { path: `/graphql?key=${token}`, headers })
  await socket.init({ apiKey: acmeKey, authorization: `Bearer ${acmeKey}` })
  socket.subscribe('1', 'query ($password: String) { hello(name: $password) crashes }', variables)
  await socket.next()
  socket.socket.close()
  const refused = await openSocket(server, { headers: { 'x-api-key': `${acmeKey}y` } })
  refused.send({ type: 'connection_init' })
  await refused.closed
  await until(() => server.log().includes('"code":4403'))
  await server.stop()

  const log = server.log()
  expect(log).toContain('careless')
  expect(log).toContain('operation failed')
  for (const secret of [token, acmeKey, password]) expect(log).not.toContain(secret)
})

test('P24 one line per request: method, route, status, time, correlation id', async () => {
  const server = await startTestServer()
  await call(server, { path: '/nothing?x=1', headers: { 'x-correlation-id': 'line-by-line' } })
  await server.stop()
  const lines = server
    .log()
    .split('\n')
    .filter(line => line.includes('line-by-line'))
  expect(lines.map(line => JSON.parse(line))).toEqual([
    expect.objectContaining({
      msg: 'request',
      method: 'GET',
      route: 'none',
      status: 404,
      ms: expect.any(Number),
      correlationId: 'line-by-line',
    }),
  ])
})

test('P20 only the name, message, code, stack and causes of an error are logged', () => {
  const output = new PassThrough()
  const detail = 'Key (display_name)=(Jane Doe) already exists.'
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail, body: password })
  createLogger('info', output).error({ err: new AppError('INTERNAL', 'Failed.', { cause }) }, 'failed')
  const line = String(output.read())
  expect(JSON.parse(line)).toMatchObject({
    err: { type: 'AppError', message: 'Failed.', code: 'INTERNAL', cause: { message: 'duplicate key', code: '23505' } },
  })
  expect(line).not.toContain('Jane')
  expect(line).not.toContain(password)
})

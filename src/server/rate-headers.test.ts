import { expect, test } from 'vitest'
import { call } from './testing/call.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openEventStream } from './testing/open-event-stream.ts'
import { acmeKey, startServerForSuite } from './testing/start-test-server.ts'

const timers = createFakeTimers()
const server = await startServerForSuite({
  timers,
  callerLimits: { requests: { count: 2, seconds: 10 } },
  allowedOrigins: ['https://app.example.com'],
})

const headers = { 'x-api-key': acmeKey, origin: 'https://app.example.com' }
const ask = () => call(server, { body: { query: '{ hello }' }, headers })
const policy = { 'ratelimit-limit': '2', 'ratelimit-policy': '2;w=10' }

test('P32 answers say how many operations are left; over the limit, also on event streams, a refusal says which was reached and when to retry', async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    headers: { ...policy, 'ratelimit-remaining': '1', 'ratelimit-reset': '5' },
  })
  const stream = await openEventStream(server, { query: '{ hello }' })
  expect([stream.headers.get('ratelimit-remaining'), stream.headers.get('ratelimit-reset')]).toEqual(['0', '10'])
  expect(await ask()).toMatchObject({
    status: 429,
    headers: { ...policy, 'ratelimit-remaining': '0', 'ratelimit-reset': '10', 'retry-after': '5' },
    json: {
      errors: [{ extensions: { code: 'RATE_LIMITED', limit: 'requests', retryable: true, retryAfterSeconds: 5 } }],
    },
  })
  const refused = await openEventStream(server, { query: '{ hello }' })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
  timers.advance(5_000)
  expect(await ask()).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '0' } })
})

test('pages of allowed origins may read them', async () => {
  const exposed = String((await ask()).headers['access-control-expose-headers'])
  expect(exposed).toContain('retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy')
})

test('an unauthenticated request gets none', async () => {
  const answer = await call(server, { body: { query: '{ hello }' } })
  expect(answer.status).toBe(401)
  expect(answer.headers).not.toHaveProperty('ratelimit-limit')
})

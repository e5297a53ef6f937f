import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestSimulator, type TestSimulator, testStart } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\nstatement'
const resetAt = Math.ceil(Date.parse(testStart) / 60_000) * 60
let simulator: TestSimulator

afterEach(() => simulator.stop())

function limitOf(headers: Headers): unknown {
  return ['limit', 'remaining', 'reset'].map(name => Number(headers.get(`x-ratelimit-${name}`)))
}

test('every answer states limit, remaining calls and the second at which they return', async () => {
  simulator = await startTestSimulator()
  expect(limitOf((await simulator.get('/api/statements')).headers)).toEqual([1000, 999, resetAt])
  expect(limitOf((await simulator.get('/api/statements/x')).headers)).toEqual([1000, 998, resetAt])
  expect(limitOf((await simulator.upload(pdf)).headers)).toEqual([10, 9, resetAt])
  expect(limitOf((await simulator.get('/api/statements', {})).headers)).toEqual([1000, 1000, resetAt])
  expect(limitOf((await simulator.get('/nowhere')).headers)).toEqual([1000, 1000, resetAt])
})

test('the eleventh upload in a minute is 429, and the next minute takes uploads again', async () => {
  simulator = await startTestSimulator()
  for (let count = 1; count <= 10; count++) expect((await simulator.upload(pdf)).status).toBe(201)
  const refused = await simulator.upload(pdf)
  expect(refused).toMatchObject({ status: 429, json: { errors: null, details: null } })
  expect(limitOf(refused.headers)).toEqual([10, 0, resetAt])
  simulator.clock.advance(59_000)
  expect(limitOf((await simulator.upload(pdf)).headers)).toEqual([10, 9, resetAt + 60])
  expect(simulator.control.statements()).toHaveLength(11)
})

test('calls over the global limit are 429 for that credential alone', async () => {
  simulator = await startTestSimulator({ speed: 0.01 })
  for (let count = 1; count <= 10; count++) expect((await simulator.get('/api/statements')).status).toBe(200)
  expect((await simulator.get('/api/statements')).status).toBe(429)
  const other = simulator.control.addOrganisation()
  const headers = { 'x-consumer-key': other.consumerKey, 'x-consumer-secret': other.consumerSecret }
  expect((await simulator.get('/api/statements', headers)).status).toBe(200)
})

test('the sixth login in a minute is 429, right or wrong', async () => {
  simulator = await startTestSimulator()
  const { email, password } = simulator.control.organisation
  for (const attempt of [password, 'wrong-password', password, 'wrong-password', password]) {
    await simulator.post('/api/auth/login', { email, password: attempt }, {})
  }
  const refused = await simulator.post('/api/auth/login', { email, password }, {})
  expect(refused.status).toBe(429)
  expect(limitOf(refused.headers)).toEqual([5, 0, resetAt])
})

test('speed multiplies the limits', async () => {
  simulator = await startTestSimulator({ speed: 3 })
  expect(limitOf((await simulator.upload(pdf)).headers)).toEqual([30, 29, resetAt])
})

test('402 when the month’s uploads are used up, without a trace id, until the next month', async () => {
  simulator = await startTestSimulator({ organisation: { monthlyUploads: 2 } })
  await simulator.upload(pdf)
  await simulator.upload(pdf)
  const refused = await simulator.upload(pdf)
  expect(refused.status).toBe(402)
  expect(refused.json).toEqual({
    message: 'Monthly upload quota exceeded for your current plan.',
    errors: null,
    details: { quotaType: 'MonthlyUploads', limit: 2, used: 2 },
  })
  simulator.clock.advance(27 * 86_400_000)
  expect((await simulator.upload(pdf)).status).toBe(201)
})

const tokens = z.object({ accessToken: z.string(), refreshToken: z.string() })

async function logIn(): Promise<z.infer<typeof tokens>> {
  const { email, password } = simulator.control.organisation
  return tokens.parse((await simulator.post('/api/auth/login', { email, password }, {})).json)
}
async function statusWith(accessToken: string): Promise<number> {
  return (await simulator.get('/api/statements', { authorization: `Bearer ${accessToken}` })).status
}

test('an access token is good for 60 minutes and says so itself', async () => {
  simulator = await startTestSimulator()
  const { accessToken } = await logIn()
  const claims: unknown = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString())
  const issuedAt = Date.parse(testStart) / 1000
  expect(claims).toMatchObject({ iat: issuedAt, exp: issuedAt + 3600, sub: simulator.control.organisation.id })
  simulator.clock.advance(59 * 60_000 + 59_999)
  expect(await statusWith(accessToken)).toBe(200)
  simulator.clock.advance(1)
  expect(await statusWith(accessToken)).toBe(401)
})

test('a refresh token is good once, and its successor goes on', async () => {
  simulator = await startTestSimulator()
  const first = await logIn()
  const refresh = (refreshToken: string) => simulator.post('/api/auth/refresh', { refreshToken }, {})
  const second = tokens.parse((await refresh(first.refreshToken)).json)
  expect(second).not.toEqual(first)
  expect((await refresh(first.refreshToken)).status).toBe(401)
  expect(await statusWith(second.accessToken)).toBe(200)
  simulator.clock.advance(7 * 86_400_000 - 1)
  const third = tokens.parse((await refresh(second.refreshToken)).json)
  simulator.clock.advance(7 * 86_400_000)
  expect((await refresh(third.refreshToken)).status).toBe(401)
})

test('a wrong password is 401', async () => {
  simulator = await startTestSimulator()
  const { email } = simulator.control.organisation
  const reply = await simulator.post('/api/auth/login', { email, password: 'wrong-password' }, {})
  expect(reply).toMatchObject({ status: 401, json: { message: 'Invalid email or password.' } })
})

test('the control ends tokens at once', async () => {
  simulator = await startTestSimulator()
  const { accessToken, refreshToken } = await logIn()
  simulator.control.expireAccessTokens()
  expect(await statusWith(accessToken)).toBe(401)
  simulator.control.expireRefreshTokens()
  expect((await simulator.post('/api/auth/refresh', { refreshToken }, {})).status).toBe(401)
})

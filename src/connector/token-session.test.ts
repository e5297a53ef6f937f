import { expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import type { ProviderAnswer } from '../http/provider-http.ts'
import { createTokenSession } from './token-session.ts'

/** A session whose logins the test answers one by one. */
function setUp() {
  const logins: { readonly signal: AbortSignal; grant(): void }[] = []
  const granted: ProviderAnswer = { status: 200, headers: {}, body: Buffer.alloc(0) }
  const session = createTokenSession(
    {
      provider: 'acme',
      logIn: signal =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('given up')))
          logins.push({ signal, grant: () => resolve(granted) })
        }),
      refresh: async () => granted,
      read: () => ({
        accessToken: `token-${logins.length}`,
        lifetimeMs: 60_000,
        refreshToken: null,
        refreshLifetimeMs: null,
      }),
      refuse: () => new Error('refused'),
    },
    () => new Date(0),
  )
  return { session, logins }
}

test('P26 an aborted call ends at once, and the login continues for other waiting calls', async () => {
  const { session, logins } = setUp()
  const [first, second] = [new AbortController(), new AbortController()]
  const early = failureOf(session.accessToken({ signal: first.signal }))
  const late = session.accessToken({ signal: second.signal })
  first.abort()
  expect(await early).toMatchObject({ code: 'PROVIDER_TIMEOUT', provider: 'acme' })
  expect(logins.map(({ signal }) => signal.aborted)).toEqual([false])
  logins[0]?.grant()
  expect(await late).toBe('token-1')
})

test('P26 a login without waiting calls is aborted, and the next call starts another one', async () => {
  const { session, logins } = setUp()
  const callers = [new AbortController(), new AbortController()]
  const waiting = callers.map(({ signal }) => failureOf(session.accessToken({ signal })))
  for (const caller of callers) caller.abort()
  await Promise.all(waiting)
  expect(logins.map(({ signal }) => signal.aborted)).toEqual([true])
  const next = session.accessToken()
  logins[1]?.grant()
  expect(await next).toBe('token-2')
  expect(await session.accessToken()).toBe('token-2')
})

test('P11 a refused token is renewed once, also when a call learns of its refusal only after that', async () => {
  const { session, logins } = setUp()
  const first = session.accessToken()
  logins[0]?.grant()
  expect(await first).toBe('token-1')
  const early = session.accessToken({ refused: 'token-1' })
  logins[1]?.grant()
  expect(await early).toBe('token-2')
  const late = session.accessToken({ refused: 'token-1' })
  expect(logins).toHaveLength(2)
  expect(await late).toBe('token-2')
})

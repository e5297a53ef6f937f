import type { IncomingHttpHeaders } from 'node:http'
import { ApolloClient, InMemoryCache } from '@apollo/client'
import { afterEach, expect, test } from 'vitest'
import { type AssayLinkOptions, createAssayLink } from '../../client/apollo.ts'
import { CreateApplicantDocument, EventCursorDocument } from '../../client/documents.ts'
import { toProblem } from '../../client/index.ts'
import { type LoopbackServer, startLoopbackServer } from '../../src/http/testing/loopback-server.ts'

/** One answer: a body, or null for a broken connection. */
type Answer = Readonly<Record<string, unknown>> | null

let server: LoopbackServer | undefined
afterEach(() => server?.close())

/** A client whose server answers requests in turn from the script; the last answer is repeated. */
async function connect(
  script: readonly Answer[],
  status = 200,
  type = 'application/graphql-response+json',
  more: Partial<AssayLinkOptions> = {},
) {
  const headers: IncomingHttpHeaders[] = []
  server = await startLoopbackServer((response, { message }) => {
    const answer = script[Math.min(headers.length, script.length - 1)]
    headers.push(message.headers)
    if (answer === null) message.socket.resetAndDestroy()
    else response.writeHead(answer?.data ? 200 : status, { 'content-type': type }).end(JSON.stringify(answer))
  })
  const tokens = ['first', 'second', 'third']
  const link = createAssayLink({
    url: `${server.url}/graphql`,
    headers: async () => ({ authorization: `Bearer ${tokens.shift()}` }),
    attempts: 3,
    backoffMs: () => 0,
    ...more,
  })
  return { apollo: new ApolloClient({ link, cache: new InMemoryCache() }), headers }
}

const failed = (code: string, retryable: boolean, retryAfterSeconds: number | null = null): Answer => ({
  errors: [{ message: code, extensions: { code, retryable, retryAfterSeconds, correlationId: 'id' } }],
})
const cursor = { data: { eventCursor: 'end' } }
const created = { data: { createApplicant: { __typename: 'CreateApplicantPayload', applicant: null, userErrors: [] } } }
const ask = (apollo: ApolloClient) => apollo.query({ query: EventCursorDocument })
const create = (apollo: ApolloClient, idempotencyKey?: string) =>
  apollo.mutate({ mutation: CreateApplicantDocument, variables: { input: { kind: 'PERSON', idempotencyKey } } })

test('a query is sent again after a retryable error or a broken connection, with a new credential and the same request id', async () => {
  const { apollo, headers } = await connect([failed('INTERNAL', true), null, cursor])
  expect((await ask(apollo)).data).toEqual(cursor.data)
  expect(headers.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second', 'Bearer third'])
  const ids = headers.map(given => given['x-correlation-id'])
  expect(new Set(ids).size).toBe(1)
  expect(ids[0]).toMatch(/^[A-Za-z0-9._-]{8,64}$/)
})

test.each([200, 429, 503])('a query with HTTP %i throws the error after its last attempt', async status => {
  const { apollo, headers } = await connect([failed('RATE_LIMITED', true, 0)], status)
  await expect(ask(apollo)).rejects.toSatisfy(error => toProblem(error)?.code === 'RATE_LIMITED')
  expect(headers).toHaveLength(3)
})

test('an answer of a proxy is read by its status', async () => {
  const { apollo, headers } = await connect([{}], 502, 'application/json')
  await expect(ask(apollo)).rejects.toSatisfy(error => toProblem(error)?.kind === 'TRY_AGAIN')
  expect(headers).toHaveLength(3)
})

test.each([
  ['that is not retryable', failed('FORBIDDEN', false)],
  ['whose wait is too long', failed('PROVIDER_UNAVAILABLE', true, 31)],
])('a query is not repeated after an error %s', async (_name, answer) => {
  const { apollo, headers } = await connect([answer])
  await expect(ask(apollo)).rejects.toThrow()
  expect(headers).toHaveLength(1)
})

test('a mutation is repeated only with an idempotency key, or after RATE_LIMITED', async () => {
  const broken = await connect([failed('INTERNAL', true), created])
  await expect(create(broken.apollo)).rejects.toThrow('INTERNAL')
  expect(broken.headers).toHaveLength(1)
  await server?.close()
  const keyed = await connect([failed('INTERNAL', true), null, created])
  expect((await create(keyed.apollo, 'key')).data).toEqual(created.data)
  await server?.close()
  const limited = await connect([failed('RATE_LIMITED', true), created])
  expect((await create(limited.apollo)).data).toEqual(created.data)
})

test('an answer with data is returned even if a field has a retryable error', async () => {
  const { apollo, headers } = await connect([{ ...cursor, ...failed('INTERNAL', true) }])
  const { data } = await apollo.query({ query: EventCursorDocument, errorPolicy: 'all' })
  expect(data).toEqual(cursor.data)
  expect(headers).toHaveLength(1)
})

test('with `attemptsOffline: Infinity` a query is retried until the server answers, and `onState` reports the state', async () => {
  const states: string[] = []
  const more = { attemptsOffline: Number.POSITIVE_INFINITY, onState: (state: string) => void states.push(state) }
  const away = Array.from({ length: 50 }, () => null)
  const { apollo, headers } = await connect([...away, failed('INTERNAL', true), cursor], 503, undefined, more)
  expect((await ask(apollo)).data).toEqual(cursor.data)
  expect(headers).toHaveLength(52)
  expect(states).toEqual([...away.map(() => 'WAITING'), 'CONNECTED', 'CONNECTED'])
})

test('while the server is away a mutation is given up after its last attempt', async () => {
  const states: string[] = []
  const more = { attemptsOffline: Number.POSITIVE_INFINITY, onState: (state: string) => void states.push(state) }
  const { apollo, headers } = await connect([null], 200, undefined, more)
  await expect(create(apollo, 'key')).rejects.toSatisfy(error => toProblem(error)?.kind === 'OFFLINE')
  expect(headers).toHaveLength(3)
  expect(states).toEqual(['WAITING', 'WAITING'])
})

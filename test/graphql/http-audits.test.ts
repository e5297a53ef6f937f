import { type Audit, serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

/**
 * The audits that fail because of the CSRF protection, all of them optional (MAY). Any page can make a browser send a
 * GET without a preflight, so a GET without a content type or a header that causes a preflight is refused. Clients send
 * `apollo-require-preflight: true` with a GET.
 * https://www.apollographql.com/docs/apollo-server/security/cors#preventing-cross-site-request-forgery-csrf
 */
const refusedAsForgeable: ReadonlyMap<string, string> = new Map([
  ['5A70', 'a query by GET'],
  ['D6D5', 'a query by GET with variables, for application/graphql-response+json'],
  ['6A70', 'a query by GET with variables, for application/json'],
])
const refusal = 'notice: Response status code is not 200, and is 400'

let node: Awaited<ReturnType<typeof startSandboxNode>>
beforeAll(async () => {
  node = await startSandboxNode()
})
afterAll(() => node.stop())

const requestSchema = z.looseObject({ query: z.string() })
let texts = 0

/** Makes the operation new to the server, so that it is interpreted. */
const sendAsNew: typeof fetch = (target, init) => {
  texts += 1
  const comment = `\n# ${texts}`
  const url = new URL(String(target))
  const query = url.searchParams.get('query')
  if (query !== null) url.searchParams.set('query', query + comment)
  const request = requestSchema.safeParse(parseJson(init?.body))
  if (!request.success) return fetch(url, init)
  return fetch(url, { ...init, body: JSON.stringify({ ...request.data, query: request.data.query + comment }) })
}

/** Sends everything twice, because a repeated operation is compiled. */
const sendAgain: typeof fetch = async (target, init) => {
  await (await fetch(target, init)).text()
  return fetch(target, init)
}

/** Adds the header that a page of another site cannot send without a preflight. */
const sendPreflighted: typeof fetch = (target, init) => {
  const headers = new Headers(init?.headers)
  headers.set('apollo-require-preflight', 'true')
  return sendAgain(target, { ...init, headers })
}

describe.each([
  ['an operation seen for the first time', sendAsNew],
  ['a repeated operation', sendAgain],
])('GraphQL over HTTP: %s', (_how, fetchFn) => {
  const audits = serverAudits({ url: () => `${node.url}/graphql`, fetchFn })

  test.each(rowsOf(audits.filter(({ id }) => !refusedAsForgeable.has(id))))('%s %s', async (_id, _name, run) => {
    expect(await run()).toBe('ok')
  })

  test.each(rowsOf(audits.filter(({ id }) => refusedAsForgeable.has(id))))(
    'P19 %s is refused because it may be forged: %s',
    async (_id, _name, run) => {
      expect(await run()).toBe(refusal)
    },
  )
})

describe('GraphQL over HTTP: a client with the preflight header', () => {
  const audits = serverAudits({ url: () => `${node.url}/graphql`, fetchFn: sendPreflighted })

  test.each(rowsOf(audits.filter(({ id }) => refusedAsForgeable.has(id))))('%s %s', async (_id, _name, run) => {
    expect(await run()).toBe('ok')
  })

  test('every failed audit is one of the listed ones', () => {
    expect([...refusedAsForgeable.keys()].filter(id => !audits.some(audit => audit.id === id))).toEqual([])
  })
})

function rowsOf(audits: readonly Audit[]): (readonly [id: string, name: string, run: () => Promise<string>])[] {
  return audits.map(({ id, name, fn }) => [id, name, () => outcomeOf(fn)])
}

async function outcomeOf(run: Audit['fn']): Promise<string> {
  const result = await run()
  if (result.status === 'ok') return 'ok'
  return `${result.status}: ${result.reason}, and is ${result.response.status}`
}

function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

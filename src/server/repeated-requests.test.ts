import { createHash } from 'node:crypto'
import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createDocuments } from './documents.ts'
import { createRepeatedRequests } from './repeated-requests.ts'
import { call } from './testing/call.ts'
import { acmeKey, startServerForSuite } from './testing/start-test-server.ts'

const accepts = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json;charset=utf-8, application/json;charset=utf-8',
  'application/json;q=0.5, application/graphql-response+json',
  'text/html',
]
const named = 'query One($name: String) { hello(name: $name) } query Two { me { tenant } }'
const sha256Hash = createHash('sha256').update('{ hello }').digest('hex')
const bodies: readonly unknown[] = [
  { query: '{ hello }' },
  { query: '{ hello }', variables: null, operationName: null, extensions: null },
  { query: '{ hello }', variables: { unused: 1 }, extensions: { client: 'test' } },
  { query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash } } },
  { extensions: { persistedQuery: { version: 1, sha256Hash } } },
  { query: named, operationName: 'One', variables: { name: 'Ann' } },
  { query: named, operationName: 'Two' },
  { query: named },
  { query: named, operationName: 'Three' },
  { query: 'query One($name: String!) { hello(name: $name) }', variables: { name: 7 } },
  { query: 'query One($name: String!) { hello(name: $name) }' },
  { query: '{ hello refuses crashes }' },
  { query: 'mutation { shout(text: "x") }' },
  { query: 'subscription { ticks { number } }' },
  { query: '{ hello }', variables: [] },
  { query: '{ hello }', variables: '{}' },
  { query: '{ hello }', operationName: 7 },
  { query: '{ hello }', extensions: [] },
  { query: '{ nothing }' },
  {},
]

describe('a request with a document that Apollo Server has found valid', async () => {
  const server = await startServerForSuite()

  async function ask(body: unknown, accept: string | undefined, others: Record<string, string> = {}) {
    const headers = { 'x-api-key': acmeKey, 'x-correlation-id': 'the-same-for-all', ...others }
    const answer = await call(server, { body, headers: accept === undefined ? headers : { ...headers, accept } })
    const { date, 'ratelimit-remaining': remaining, 'ratelimit-reset': reset, ...sameHeaders } = answer.headers
    return { status: answer.status, headers: sameHeaders, text: answer.text }
  }

  test.each(accepts)('is answered as Apollo Server answers it, with accept: %s', async accept => {
    // So that the document and the media type are known.
    await ask({ query: '{ hello }' }, accept)
    for (const body of bodies) {
      // Apollo Server answers every request that asks for a trace.
      const expected = await ask(body, accept, { 'apollo-federation-include-trace': 'none' })
      expect(await ask(body, accept), JSON.stringify(body)).toEqual(expected)
      expect(await ask(body, accept), JSON.stringify(body)).toEqual(expected)
    }
  })

  test('is counted and logged like any other', async () => {
    const counted = async () => {
      const { text } = await server.metrics.render()
      const operations = /operations_total\{type="query",outcome="errors"\} (\d+)/.exec(text)?.[1]
      return { operations: Number(operations), lines: server.log().match(/"route":"\/graphql"/g)?.length ?? 0 }
    }
    const body = { query: 'query Counted { hello refuses }' }
    await ask(body, '*/*')
    const { operations, lines } = await counted()
    await ask(body, '*/*')
    await ask(body, '*/*')
    await expect.poll(counted).toEqual({ operations: operations + 2, lines: lines + 2 })
  })
})

describe('a request passes through Apollo Server', () => {
  const documents = createDocuments()
  const text = '{ hello }'
  documents.keep(parse(text))
  documents.keep(parse('subscription { ticks }'))
  const repeated = createRepeatedRequests(documents)
  const found = { text, byId: false, isNew: false }
  const request = { method: 'POST', headers: { accept: '*/*' }, body: { query: text } }

  test('unless its document, media type and members are known to be accepted', () => {
    expect(repeated.read(request, found)).toBeNull()
    repeated.remember(request, 'application/json')
    expect(repeated.read(request, found)).toMatchObject({
      operationName: null,
      variables: {},
      mediaType: 'application/json',
    })
    expect(repeated.read({ ...request, body: {} }, { ...found, byId: true })).not.toBeNull()
  })

  test.each([
    ['when its method is GET', { ...request, method: 'GET' }, found],
    ['when its accept header is new', { ...request, headers: { accept: 'application/json' } }, found],
    [
      'when it asks for a trace',
      { ...request, headers: { accept: '*/*', 'apollo-federation-include-trace': 'ftv1' } },
      found,
    ],
    ['when its document is new', request, { ...found, text: '{ me }' }],
    ['when its document is unknown', request, { ...found, text: null }],
    ['when its document is to be registered', request, { ...found, isNew: true }],
    ['when it is a batch', { ...request, body: [{ query: text }] }, found],
    ['when it is a subscription', request, { ...found, text: 'subscription { ticks }' }],
  ])('%s', (_, asked, itsText) => {
    repeated.remember(request, 'application/json')
    expect(repeated.read(asked, itsText)).toBeNull()
  })

  test('when a router asks for callbacks, or the accept header is long', () => {
    for (const accept of ['application/json;callbackSpec=1.0', 'a'.repeat(1_000)]) {
      const asked = { ...request, headers: { accept } }
      repeated.remember(asked, 'application/json')
      expect(repeated.read(asked, found)).toBeNull()
    }
  })
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getIntrospectionQuery, Kind, parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { call } from '../../src/server/testing/call.ts'
import { openSocket, type TestSocket } from '../../src/server/testing/open-socket.ts'
import { countQueries } from '../support/count-queries.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

interface Request {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')
const nested = (depth: number, open: string, close: string, inner: string) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`
const representations = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ __typename: 'Applicant', id: `app_${i}` }))
const page = (list: string, inner: string) => `${list}(first: 500) { edges { node { ${inner} } } }`
const entities = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { displayName } } }'

/** Hostile requests with their refusals. */
const hostile: Readonly<Record<string, Request & { readonly refusal: string | RegExp }>> = {
  '2,500 aliases': {
    query: `{ ${times(2_500, i => `a${i}: applicant(id: "x") { id }`)} }`,
    refusal: 'The document has more than 5,000 tokens, but may have at most 5,000.',
  },
  '400 aliases': {
    query: `{ ${times(400, i => `a${i}: dataProviders { id }`)} }`,
    refusal: 'The query has 400 aliases, those of fragments included, but may have at most 250.',
  },
  'fields 5,000 deep': {
    query: nested(5_000, '{ a ', '}', ''),
    refusal: 'The document has more than 100 levels of brackets, but may have at most 100.',
  },
  'fields 30 deep': {
    query: `{ case(id: "x") { ${nested(14, 'applicant { cases { edges { node {', '} } } }', 'id')} } }`,
    refusal: 'The query has 58 levels of fields, but may have at most 20.',
  },
  'a list literal 4,000 deep': {
    query: `{ applicant(id: ${nested(4_000, '[', ']', '')}) { id } }`,
    refusal: 'The document has more than 100 levels of brackets, but may have at most 100.',
  },
  'a bomb of fragments': {
    query: `{ dataProviders { ...f0 } } ${times(
      60,
      i => `fragment f${i} on DataProvider { ...f${i + 1} ...f${i + 1} }`,
    )} fragment f60 on DataProvider { id }`,
    refusal: /^The query has [\d,]+ fields, those of fragments included, but may have at most 2,000\.$/,
  },
  'a chain of fragments, spread 64 times': {
    query: `{ dataProviders { ${'...f0 '.repeat(64)} } } ${times(
      200,
      i => `fragment f${i} on DataProvider { ...f${i + 1} }`,
    )} fragment f200 on DataProvider { id }`,
    refusal: 'The query has 12,929 fields and fragments, but may have at most 5,000.',
  },
  'a comment of 200,000 characters': {
    query: `{ dataProviders { id } } # ${'x'.repeat(200_000)}`,
    refusal: /^The document has 200,\d{3} characters, but may have at most 100,000\.$/,
  },
  'the same field 2,500 times': {
    query: `{ dataProviders { ${'id '.repeat(2_500)} } }`,
    refusal: 'The query has 2,501 fields, those of fragments included, but may have at most 2,000.',
  },
  '500 operations': {
    query: times(500, i => `query q${i} { dataProviders { id } }`),
    operationName: 'q7',
    refusal: 'The document has 500 operations, but may have at most 50.',
  },
  '1,000 directives': {
    query: `{ dataProviders { id ${'@skip(if: false) '.repeat(600)} } }`,
    refusal: 'The document has 600 directives, but may have at most 200.',
  },
  'pages of 500, four within each other': {
    query: `{ ${page('applicants', page('cases', page('statements', page('transactions', 'id'))))} }`,
    refusal: /^The answer may have [\d,]+ values, but may have at most 500,000\. Ask for smaller pages/,
  },
  'documents of the case of documents, four times': {
    query: `{ case(id: "x") { ${nested(3, 'documents { case { ', '} }', 'documents { id }')} } }`,
    refusal: /^The answer may have [\d,]{9,} values, but may have at most 500,000\./,
  },
  'every list that has no pages, within each other': {
    query: '{ case(id: "x") { analyses { documentResults { statements { months missingMonths } } } } }',
    refusal: /^The answer may have [\d,]{9,} values, but may have at most 500,000\./,
  },
  'the same by a variable': {
    query: `query ($n: Int) { ${page('applicants', page('cases', page('statements', page('transactions', 'id')))).replaceAll('500', '$n')} }`,
    variables: { n: 500 },
    refusal: /^The answer may have [\d,]+ values, but may have at most 500,000\./,
  },
  '150 lists': {
    query: `{ applicant(id: "x") { ${times(150, i => `l${i}: transactions(first: 1, filter: { search: "${i}" }) { totalCount }`)} } }`,
    refusal: 'The query has 150 paged lists, but may have at most 100.',
  },
  '10,001 representations': {
    query: entities,
    variables: { all: representations(10_001) },
    refusal: 'The list $all has 10,001 entries, but may have at most 10,000. Ask in several requests.',
  },
  '1,000 representations with a page each': {
    query: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { ${page('transactions', 'id')} } } }`,
    variables: { all: representations(1_000) },
    refusal: /^The answer may have [\d,]+ values, but may have at most 500,000\./,
  },
  '30,000 documents': {
    query: 'mutation ($input: StartAnalysisInput!) { startAnalysis(input: $input) { analysis { id } } }',
    variables: {
      input: {
        caseId: 'x',
        product: 'BANK_RISK',
        documents: Array.from({ length: 30_000 }, () => ({ documentId: 'd' })),
      },
    },
    refusal: 'The list $input.documents has 30,000 entries, but may have at most 1,000. Ask in several requests.',
  },
  'JSON 1,000 deep': {
    query: 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }',
    variables: { input: { applicantId: 'x', declared: JSON.parse(nested(1_000, '[', ']', '')) } },
    refusal: 'The variables have more than 50 levels of lists and objects, but may have at most 50.',
  },
}

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })),
})

describe('P19 a hostile query', () => {
  const database = useOneDatabase()
  let app: AppOnDatabase
  let queries: () => number
  let socket: TestSocket
  const headers = { 'x-api-key': tenantKeys.acme }

  beforeAll(async () => {
    const counted = countQueries(database())
    queries = counted.count
    app = await startAppOn(counted.database, [createMemoryProvider('vendor').provider])
    socket = await openSocket(app)
    await socket.init({ 'x-api-key': tenantKeys.acme })
  })
  afterAll(async () => {
    socket.socket.terminate()
    await app.stop()
  })

  const ask = (body: unknown) => call(app, { body, headers })

  describe.each(Object.entries(hostile))('%s', (_name, { refusal, ...request }) => {
    test('P19 is refused over HTTP before any execution, each time', async () => {
      const before = queries()
      // The third time it would be compiled.
      for (const _sight of ['first', 'second', 'third']) {
        const { status, json } = await ask(request)
        const { data, errors } = answerSchema.parse(json)
        expect(data).toBeUndefined()
        expect(errors).toHaveLength(1)
        expect(errors[0]).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } })
        expect(errors[0]?.message).toMatch(refusal)
        expect(status).toBe(400)
      }
      expect(queries()).toBe(before)
    })

    test('P19 is refused over a socket before any execution, and the socket stays open', async () => {
      const before = queries()
      socket.send({ id: 'hostile', type: 'subscribe', payload: request })
      const { payload, type } = z.object({ type: z.string(), payload: z.unknown() }).parse(await socket.next())
      expect(type).toBe('error')
      const [error] = answerSchema.shape.errors.parse(payload)
      expect(error).toMatchObject({ extensions: { code: 'QUERY_TOO_COMPLEX' } })
      expect(error?.message).toMatch(refusal)
      expect(queries()).toBe(before)
    })
  })

  test('P19 a subscription has the same limits for each of its events', async () => {
    const many = `applicant { ${page('statements', page('transactions', 'id'))} }`
    socket.subscribe('subscription', `subscription { events { ${many} } }`)
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    })
  })

  describe.each([
    ['@include(if: false)', 'subscription { events @include(if: false) { id } }', {}],
    ['@skip(if: true)', 'subscription { events @skip(if: true) { id } }', {}],
    ['a true condition', 'subscription { events @include(if: true) { id } }', {}],
    ['@include with a variable', 'subscription ($on: Boolean!) { events @include(if: $on) { id } }', { on: false }],
    ['@skip with a default', 'subscription ($off: Boolean! = true) { events @skip(if: $off) { id } }', {}],
    ['a skipped fragment', 'subscription { ...f @skip(if: true) } fragment f on Subscription { events { id } }', {}],
    ['an inline fragment that is left out', 'subscription { ... @include(if: false) { events { id } } }', {}],
    [
      'a field that is left out of a fragment',
      'subscription { ...f } fragment f on Subscription { events @skip(if: true) { id } }',
      {},
    ],
  ])('P29 a subscription with %s at its root', (_name, query, variables) => {
    const refusal = {
      message: expect.stringContaining('must not have the directive @'),
      locations: [expect.anything()],
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', retryable: false }),
    }

    test('P29 is refused over a socket without affecting others', async () => {
      const before = queries()
      socket.send({ id: 'conditional', type: 'subscribe', payload: { query, variables } })
      expect(await socket.next()).toEqual({ id: 'conditional', type: 'error', payload: [refusal] })
      socket.subscribe('neighbour', '{ dataProviders { id } }')
      expect(await socket.next()).toMatchObject({ id: 'neighbour', type: 'next' })
      expect(await socket.next()).toMatchObject({ id: 'neighbour', type: 'complete' })
      expect(queries()).toBe(before)
    })

    test('P29 is refused when a router asks for its events over HTTP', async () => {
      const subscription = { callbackUrl: 'http://127.0.0.1:9/callback', subscriptionId: 's', verifier: 'v' }
      const answer = await ask({ query, variables, extensions: { subscription } })
      expect(answer).toMatchObject({ status: 400, json: { errors: [refusal] } })
    })
  })

  test.each([
    [
      'fragments within each other',
      '{ dataProviders { ...a } } fragment a on DataProvider { ...b } fragment b on DataProvider { ...a }',
    ],
    ['a fragment within itself', 'query { dataProviders { ...a } } fragment a on DataProvider { id ...a }'],
    ['not GraphQL', `{ ${'"'.repeat(10_001)}`],
    ['types of types of types', `{ __schema { types { ${nested(5, 'fields { type {', '} }', 'name')} } } }`],
    ['a page of 501', '{ applicants(first: 501) { edges { node { id } } } }'],
    ['a page of -1', '{ applicants(last: -1) { edges { node { id } } } }'],
  ])('P19 %s: BAD_USER_INPUT', async (_name, query) => {
    const before = queries()
    const { errors } = answerSchema.parse((await ask({ query })).json)
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    expect(queries()).toBe(before)
  })

  test('P19 variables with a depth of 400,000 are refused without harm', async () => {
    const declared = nested(400_000, '[', ']', '')
    const query = 'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }'
    const body = `{"query":"${query}","variables":{"input":{"applicantId":"x","declared":${declared}}}}`
    const answer = await call(app, { body, headers: { ...headers, 'content-type': 'application/json' } })
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] } })
    // Reading numbers with their digits needs stack for the depth of the message, so it ends its own socket.
    const own = await openSocket(app)
    await own.init({ 'x-api-key': tenantKeys.acme })
    own.send(`{"id":"deep","type":"subscribe","payload":${body}}`)
    expect(await own.closed).toMatchObject({ code: 4400 })
    const less = body.replace(declared, nested(1_000, '[', ']', ''))
    socket.send(`{"id":"deep","type":"subscribe","payload":${less}}`)
    expect(await socket.next()).toMatchObject({ payload: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] })
  })

  describe('legitimate requests', () => {
    const acme = parseTenantId('acme')
    beforeAll(async () => {
      await insertAnalysedApplicant(database(), acme, 'big')
      await insertRows(database(), acme, 'statements', [
        { id: 'stm_big', collection_id: 'col_big', applicant_id: 'app_big', analysis_id: 'ana_big' },
      ])
      const movements = Array.from({ length: 600 }, (_, position) => ({
        id: `txn_${position}`,
        collection_id: 'col_big',
        applicant_id: 'app_big',
        statement_id: 'stm_big',
        position,
      }))
      await insertRows(database(), acme, 'transactions', movements)
    })

    const expectNoErrors = async (request: Request) => {
      for (const _sight of ['first', 'second', 'third']) {
        const { json } = await ask(request)
        expect(z.object({ errors: z.unknown().optional() }).parse(json).errors).toBeUndefined()
      }
    }

    test('introspection passes', () =>
      expectNoErrors({ query: getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }) }))

    test('the queries of the explorer are accepted', async () => {
      const text = readFileSync(new URL('../../src/server/explorer/operations.graphql', import.meta.url), 'utf8')
      const variables = { id: 'app_big', from: '2025-01-01', to: '2025-12-31', search: 'shop' }
      const asked: string[] = []
      for (const definition of parse(text).definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'query') continue
        for (const _sight of ['first', 'second', 'third']) {
          const { json } = await ask({ query: print(definition), variables })
          const codes = z
            .object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]) })
            .parse(json)
            .errors.map(error => error.extensions.code)
          // No provider is connected here, so fields of providers have this error.
          expect(codes.filter(code => code !== 'PROVIDER_NOT_CONFIGURED')).toEqual([])
        }
        asked.push(definition.name?.value ?? '')
      }
      expect(asked).toContain('CaseResult')
    })

    test('twenty statements with 500 transactions each are accepted', async () => {
      const movement =
        'id amount { value currency } bookingDate description counterparty { name iban } category { code }'
      const query = `{ applicant(id: "app_big") { statements(first: 20) { edges { node { ${page('transactions', movement)} } } } } }`
      await expectNoErrors({ query })
    })

    test('10,000 representations of a gateway are accepted', () =>
      expectNoErrors({ query: entities, variables: { all: representations(10_000) } }))
  })

  describe('automatic persisted queries', () => {
    const query = '{ dataProviders { id name } }'
    const extensionsOf = (text: string) => ({
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
    })
    const get = (text: string, more: Record<string, string> = {}) =>
      call(app, {
        path: `/graphql?extensions=${encodeURIComponent(JSON.stringify(extensionsOf(text)))}`,
        headers: { ...headers, ...more },
      })
    const answer = { status: 200, json: { data: { dataProviders: [{ id: 'vendor', name: 'vendor' }] } } }
    const unknown = {
      json: { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    }

    test('a query is known by its hash after it was sent once, by POST and by GET', async () => {
      expect(await ask({ extensions: extensionsOf(query) })).toMatchObject(unknown)
      expect(await ask({ query, extensions: extensionsOf(query) })).toMatchObject(answer)
      expect(await ask({ extensions: extensionsOf(query) })).toMatchObject(answer)
      expect(await get(query, { 'apollo-require-preflight': 'true' })).toMatchObject(answer)
    })
  })
})

import { type ApolloClient, InMemoryCache, type TypedDocumentNode } from '@apollo/client'
import type { Client } from '@urql/core'
import { type DocumentNode, isObjectType, parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connectionFields, envelopeTypes, valueTypes } from '../../client/__generated__/cache-tables.ts'
import { typePolicies } from '../../client/apollo.ts'
import * as documents from '../../client/documents.ts'
import { createRequest, createSocketClient, type SubscriptionClient } from '../../client/index.ts'
import { keys as graphcacheKeys, resolvers } from '../../client/urql.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { finalState, startJourney } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'
import { createApollo } from './recipes/apollo.ts'
import { createUrql } from './recipes/urql.ts'

const schema = createSchema()
const isOperation = (value: unknown): value is DocumentNode =>
  typeof value === 'object' &&
  value !== null &&
  JSON.stringify(value).startsWith('{"kind":"Document","definitions":[{"kind":"OperationDefinition"')

test('every operation of the client is valid against the schema', () => {
  const operations = Object.values(documents).filter(isOperation)
  expect(operations.length).toBeGreaterThan(15)
  for (const operation of operations) expect(validate(schema, operation)).toEqual([])
})

test('every type of the schema has an id or an entry in the caches, and every paged list has an entry', () => {
  const federation = /^_/
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !federation.test(name) && !['Query', 'Mutation', 'Subscription'].includes(name))
  const known = new Set<string>([...envelopeTypes, ...valueTypes])
  expect(
    types
      .filter(type => !('id' in type.getFields()))
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([...known].toSorted())
  expect(Object.keys(graphcacheKeys).toSorted()).toEqual([...known].toSorted())
  for (const name of valueTypes) expect(typePolicies[name]?.merge).toBeDefined()
  for (const [type, fields] of Object.entries(connectionFields)) {
    for (const field of Object.keys(fields)) {
      expect(typePolicies[type]?.fields?.[field]).toBeDefined()
      expect(resolvers[type]?.[field]).toBeDefined()
    }
  }
})

describe('with a case that has a statement', () => {
  let app: TestApp
  let url: string
  let subscriptions: SubscriptionClient
  let apollo: ApolloClient
  let urql: Client
  let ids: Awaited<ReturnType<typeof startJourney>>
  const headers = { 'x-api-key': tenantKeys.acme }
  const year = { from: '2025-01-01', to: '2025-12-31' }

  beforeAll(async () => {
    app = await startApp()
    url = `${app.url}/graphql`
    ids = await startJourney(app.client)
    await finalState(app.client, ids.analysisId)
    subscriptions = createSocketClient({ url, headers })
    apollo = createApollo({ url, headers }, subscriptions)
    urql = createUrql(url, () => ({ headers }), subscriptions)
  })
  afterAll(() => app.stop())

  test('Apollo Client returns from its cache what the server answered, for each screen', async () => {
    const warn = vi.spyOn(console, 'warn')
    const fail = vi.spyOn(console, 'error')
    const request = createRequest({ url, headers })
    const check = async <Data, Variables extends Record<string, unknown>>(
      query: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ) => {
      await apollo.query({ query, variables })
      const cached = apollo.readQuery({ query, variables })
      expect(cached).toMatchObject(Object(await request(query, variables)))
    }
    await check(documents.WorkListDocument, {})
    await check(documents.CasePageDocument, { id: ids.caseId })
    await check(documents.ApplicantOverviewDocument, { id: ids.applicantId, ...year })
    await check(documents.TransactionsPageDocument, { applicantId: ids.applicantId, first: 5 })
    expect(warn).not.toHaveBeenCalled()
    expect(fail).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  test('Apollo Client merges pages separately for each order, without repeated transactions', async () => {
    const query = documents.TransactionsPageDocument
    const of = (orderBy: documents.TransactionOrder) => ({ applicantId: ids.applicantId, orderBy, first: 20 })
    await apollo.query({ query, variables: of('AMOUNT_DESC') })
    const largest = apollo.readQuery({ query, variables: of('AMOUNT_DESC') })
    const list = apollo.watchQuery({ query, variables: of('EFFECTIVE_DATE_DESC') })
    const following = list.subscribe(() => {})
    await list.refetch()
    const read = () => apollo.readQuery({ query, variables: of('EFFECTIVE_DATE_DESC') })?.applicant?.transactions
    while (read()?.pageInfo.hasNextPage) await list.fetchMore({ variables: { after: read()?.pageInfo.endCursor } })
    const seen = read()?.edges.map(({ node }) => node.id) ?? []
    expect(seen.length).toBeGreaterThan(40)
    expect(seen).toHaveLength(read()?.totalCount ?? 0)
    expect(new Set(seen).size).toBe(seen.length)
    expect(apollo.readQuery({ query, variables: of('AMOUNT_DESC') })).toEqual(largest)
    following.unsubscribe()
  })

  test('urql merges pages, and has a key for every object of an answer', async () => {
    const warn = vi.spyOn(console, 'warn')
    const applicantId = ids.applicantId
    await urql.query(documents.CasePageDocument, { id: ids.caseId }).toPromise()
    await urql.query(documents.ApplicantOverviewDocument, { id: applicantId, ...year }).toPromise()
    const ask = async (after: string | null) => {
      const { data, error } = await urql.query(documents.TransactionsPageDocument, { applicantId, first: 50, after })
      if (error) throw error
      return data?.applicant?.transactions
    }
    let page = await ask(null)
    expect(page?.edges).toHaveLength(50)
    while (page?.pageInfo.hasNextPage) page = await ask(page.pageInfo.endCursor)
    expect(page?.edges).toHaveLength(page?.totalCount ?? 0)
    expect(warn).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  test('Apollo Client replaces the error of an analysis by a new one or by null', () => {
    const cache = new InMemoryCache({ typePolicies })
    const write = (error: Record<string, unknown> | null) =>
      cache.writeFragment({
        id: 'Analysis:ana_x',
        fragment: parse(`fragment Told on Analysis { id error { ${Object.keys(error ?? { code: '' }).join(' ')} } }`),
        data: { __typename: 'Analysis', id: 'ana_x', error: error && { __typename: 'AnalysisError', ...error } },
      })
    const read = () => cache.extract()['Analysis:ana_x']?.error
    write({ code: 'PROVIDER_TIMEOUT', message: 'Late', retryAfterSeconds: 5 })
    write({ code: 'PROVIDER_TIMEOUT', providerCode: '504' })
    expect(read()).toMatchObject({ message: 'Late', retryAfterSeconds: 5, providerCode: '504' })
    write({ code: 'DOCUMENT_EMPTY' })
    expect(read()).toEqual({ __typename: 'AnalysisError', code: 'DOCUMENT_EMPTY' })
    write(null)
    expect(read()).toBeNull()
  })
})

import { ApolloGateway } from '@apollo/gateway'
import { printSubgraphSchema } from '@apollo/subgraph'
import { type DocumentNode, graphql, parse, printSchema } from 'graphql'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createSchema } from '../../src/graphql/schema.ts'
import { withoutScopeDirectives } from '../../src/graphql/scope-directives.ts'
import { loadTypeDefs } from '../../src/graphql/type-defs.ts'
import { reservePort } from '../../src/reserve-port.ts'
import { followByEventStream, followBySocket } from '../support/follow-gateway.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { finalState, readLog, startJourney } from '../support/journey.ts'
import { createCustomerSubgraph, createLendingSubgraph, startNeighbour } from '../support/neighbour-subgraphs.ts'
import { keys, startApp, type TestApp } from '../support/start-app.ts'
import { compose, type EventTransport, type Gateway, startGateway } from '../support/start-gateway.ts'

const applicantsOf = z.object({
  applicants: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
})
const idOf = z.object({ id: z.string() })

const withDirectives = createSchema({ scopeDirectives: true })
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let app: TestApp
let applicants: readonly string[]
let transactions: readonly string[]
const gateways = new Map<EventTransport, Gateway>()
let client: GraphqlClient
let other: GraphqlClient
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  const port = await reservePort('127.0.0.1')
  app = await startApp(() => ({ ALLOWED_CALLBACKS: `http://127.0.0.1:${port}/callback` }))
  stops.push(() => app.stop())
  const { analysisId } = await startJourney(app.client)
  await finalState(app.client, analysisId)
  transactions = await readTransactions(analysisId)
  for (const reference of ['K-1', 'K-2', 'K-3']) await createApplicantAs(reference)
  await createApplicantAs('K-1', app.other)
  const data = await app.client.ask(applicantsOf, '{ applicants(first: 10) { edges { node { id } } } }')
  applicants = data.applicants.edges.map(({ node }) => node.id)

  const lending = createLendingSubgraph(
    applicants.map((applicantId, index) => ({
      id: `loan-${index}`,
      applicantId,
      transactionIds: transactions.slice(index * 2, index * 2 + 2),
    })),
  )
  const customers = createCustomerSubgraph(['K-1', 'K-2', 'K-3', 'nobody'])
  const services = [{ name: 'assay', typeDefs: parse(await ownSdl()), url: `${app.url}/graphql` }]
  for (const neighbour of [lending, customers]) {
    const { url, stop } = await startNeighbour(neighbour)
    stops.push(stop)
    services.push({ name: neighbour.name, typeDefs: neighbour.typeDefs, url })
  }
  const starting = [startGateway(services, 'socket'), startGateway(services, 'callback', port)]
  for (const gateway of await Promise.all(starting)) {
    stops.push(gateway.stop)
    gateways.set(gateway.transport, gateway)
  }
  client = createGraphqlClient(gatewayFor('socket'), keys.acme)
  other = createGraphqlClient(gatewayFor('socket'), keys.other)
})
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('composition', () => {
  test('composes alone, and with teams that refer to applicants by id and by reference, and to transactions', () => {
    const ours = { name: 'assay', typeDefs: loadTypeDefs(), url: 'http://assay/graphql' }
    const neighbours = [createLendingSubgraph([]), createCustomerSubgraph([])]
    expect(compose([ours])).toContain('type Applicant')
    expect(
      compose([ours, ...neighbours.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}/graphql` }))]),
    ).toContain('loans')
  })

  test('what the server says of itself is the contract', async () => {
    const sdl = await ownSdl()
    for (const directive of ['@key(fields: "id")', '@key(fields: "reference")', '@listSize', '@shareable'])
      expect(sdl).toContain(directive)
    expect(sdl).not.toContain('@requiresScopes')
    expect(await (await fetch(`${app.url}/schema.graphql`)).text()).not.toContain('@requiresScopes')
    expect(composeAlone(parse(sdl))).toEqual(composeAlone(withoutScopeDirectives(loadTypeDefs())))
  })

  test('SUBGRAPH_SCOPE_DIRECTIVES brings the directives back', async () => {
    const { _service } = z
      .object({ _service: z.object({ sdl: z.string() }) })
      .parse((await graphql({ schema: withDirectives, source: '{ _service { sdl } }' })).data)
    expect(composeAlone(parse(_service.sdl))).toEqual(composeAlone(loadTypeDefs()))
    expect(printSubgraphSchema(withDirectives)).toContain('@requiresScopes(scopes: [["erase"]])')
  })

  test('Apollo’s gateway takes the supergraph, other teams’ fields included', async () => {
    const services = [{ name: 'assay', typeDefs: parse(await ownSdl()), url: 'http://assay/graphql' }]
    for (const { name, typeDefs } of [createLendingSubgraph([]), createCustomerSubgraph([])])
      services.push({ name, typeDefs, url: `http://${name}/graphql` })
    const gateway = new ApolloGateway({ supergraphSdl: compose(services), logger: silent })
    const { schema } = await gateway.load()
    await gateway.stop()
    expect(printSchema(schema)).toMatch(/type Applicant \{[^}]*displayName[^}]*loans/)
  })

  test('Apollo’s gateway refuses the directives, which is why they are not there by default', async () => {
    const gateway = new ApolloGateway({ supergraphSdl: composeAlone(loadTypeDefs()), logger: silent })
    await expect(gateway.load()).rejects.toThrow('requiresScopes')
  })
})

describe('queries through a gateway', () => {
  test('another team’s field of an applicant stands beside ours', async () => {
    const { data, errors } = await client.answer(
      'query ($id: ID!) { applicant(id: $id) { id reference loans { nodes { id } } } }',
      {
        id: applicants[0],
      },
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      applicant: { id: applicants[0], reference: 'K-3', loans: { nodes: [{ id: 'loan-0' }] } },
    })
  })

  test('references to one type are answered by one query of the database', async () => {
    const { reads, data } = await counting('applicants', () =>
      client.answer('{ loans { id borrower { reference kind } } }'),
    )
    expect(data).toEqual({
      loans: applicants.map((_id, index) => ({
        id: `loan-${index}`,
        borrower: { reference: expect.any(String), kind: 'PERSON' },
      })),
    })
    expect(reads).toBe(1)
  })

  test('references by `reference` are answered by one query too; who does not exist is null', async () => {
    const { reads, data } = await counting('applicants', () =>
      client.answer('{ customers { number applicant { id reference } } }'),
    )
    const known = ['K-1', 'K-2', 'K-3'].map(number => ({
      number,
      applicant: { id: expect.stringMatching(/^app_/), reference: number },
    }))
    expect(data).toEqual({ customers: [...known, { number: 'nobody', applicant: null }] })
    expect(reads).toBe(1)
  })

  test('transactions that another team refers to come with our fields, all by one query', async () => {
    const { reads, data } = await counting('transactions', () =>
      client.answer('{ loans { repayments { id amount { value currency } } } }'),
    )
    const shape = z.object({ loans: z.array(z.object({ repayments: z.array(z.looseObject({ id: z.string() })) })) })
    const { loans } = shape.parse(data)
    expect(loans.flatMap(loan => loan.repayments.map(({ id }) => id))).toEqual(
      transactions.slice(0, applicants.length * 2),
    )
    expect(reads).toBe(1)
  })

  test('references to several types in one request: one query for each key of each type, and every answer in its place', async () => {
    const representations = [
      ...transactions.slice(0, 3).map(id => ({ __typename: 'Transaction', id })),
      ...applicants.map(id => ({ __typename: 'Applicant', id })),
      { __typename: 'Transaction', id: 'txn_01kb0000000000000000000000' },
      ...['K-2', 'nobody', 'K-1'].map(reference => ({ __typename: 'Applicant', reference })),
    ]
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { __typename ... on Transaction { id } ... on Applicant { id reference } }
    }`
    const work = () => app.client.answer(query, { representations })
    const { data, reads } = await counting('applicants', work)
    const one = (reference: string) => ({ __typename: 'Applicant', id: expect.stringMatching(/^app_/), reference })
    expect(data).toEqual({
      _entities: [
        ...transactions.slice(0, 3).map(id => ({ __typename: 'Transaction', id })),
        ...applicants.map(id => ({ __typename: 'Applicant', id, reference: expect.any(String) })),
        null,
        one('K-2'),
        null,
        one('K-1'),
      ],
    })
    expect(reads).toBe(2)
    expect((await counting('transactions', work)).reads).toBe(1)
  })

  test('P17 the caller’s key goes along: another tenant finds none of it', async () => {
    const { data } = await other.answer('query ($id: ID!) { applicant(id: $id) { id } }', { id: applicants[0] })
    expect(data).toEqual({ applicant: null })
    const { errors } = await createGraphqlClient(gatewayFor('socket')).answer('{ applicants { totalCount } }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})

describe.each([
  ['sockets all the way', 'socket', followBySocket],
  ['an event stream, then a socket', 'socket', followByEventStream],
  ['an event stream, then calls of ours', 'callback', followByEventStream],
] as const)('subscriptions through a gateway, by %s', (how, transport, follow) => {
  const query = `subscription ($after: Cursor) {
    events(after: $after) { type applicant { reference loans { nodes { id } } } }
  }`

  test('events arrive in order, with what other teams know of the applicant', async () => {
    const after = (await readLog(app.client)).at(-1)?.cursor
    const reference = `K-${after?.slice(-8)}`
    const following = follow({ url: gatewayFor(transport).url, apiKey: keys.acme, query, variables: { after } })
    await createApplicantAs(reference)
    const applicant = { reference, loans: { nodes: [] } }
    expect(await following.next()).toEqual({
      done: false,
      value: { data: { events: { type: 'APPLICANT_CREATED', applicant } } },
    })
    await following.return(undefined)
  })

  test('P17 the caller’s key goes along: a follower of another tenant hears of its own alone', async () => {
    const after = (await readLog(app.other)).at(-1)?.cursor
    const following = follow({ url: gatewayFor(transport).url, apiKey: keys.other, query, variables: { after } })
    const next = following.next()
    await createApplicantAs(`P17-${how}`)
    await createApplicantAs(`P17-${how}`, app.other)
    await createApplicantAs(`P17-${how}-2`, app.other)
    const seen = [await next, await following.next()]
    expect(seen).toMatchObject(
      ['', '-2'].map(end => ({ value: { data: { events: { applicant: { reference: `P17-${how}${end}` } } } } })),
    )
    await following.return(undefined)
  })
})

function composeAlone(typeDefs: DocumentNode): string {
  return compose([{ name: 'assay', typeDefs, url: 'http://assay/graphql' }])
}

function gatewayFor(transport: EventTransport): Gateway {
  const gateway = gateways.get(transport)
  if (!gateway) throw new Error('The gateway runs within tests only.')
  return gateway
}

async function ownSdl(): Promise<string> {
  const shape = z.object({ _service: z.object({ sdl: z.string() }) })
  return (await app.client.ask(shape, '{ _service { sdl } }'))._service.sdl
}

async function createApplicantAs(reference: string, as: GraphqlClient = app.client): Promise<string> {
  const query = 'mutation ($input: CreateApplicantInput!) { createApplicant(input: $input) { applicant { id } } }'
  const shape = z.object({ createApplicant: z.object({ applicant: idOf }) })
  return (await as.ask(shape, query, { input: { kind: 'PERSON', reference } })).createApplicant.applicant.id
}

async function readTransactions(analysisId: string): Promise<readonly string[]> {
  const edges = z.object({ edges: z.array(z.object({ node: idOf })) })
  const shape = z.object({ analysis: z.object({ statements: z.array(z.object({ transactions: edges })) }) })
  const query = 'query ($id: ID!) { analysis(id: $id) { statements { transactions { edges { node { id } } } } } }'
  const { analysis } = await app.client.ask(shape, query, { id: analysisId })
  return analysis.statements.flatMap(statement => statement.transactions.edges.map(({ node }) => node.id))
}

/** How often a table was read for an answer. */
async function counting(table: string, work: () => ReturnType<GraphqlClient['answer']>) {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  query.mockClear()
  const answer = await work()
  const texts = query.mock.calls.map(([sent]) =>
    typeof sent === 'string' ? sent : (z.object({ text: z.string() }).safeParse(sent).data?.text ?? ''),
  )
  return { ...answer, reads: texts.filter(text => new RegExp(`from ${table}\\b`).test(text)).length }
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { composeServices as composeWithApollo } from '@apollo/composition'
import { ApolloGateway } from '@apollo/gateway'
import { printSubgraphSchema } from '@apollo/subgraph'
import { Trace } from '@apollo/usage-reporting-protobuf'
import { composeServices } from '@theguild/federation-composition'
import { type DocumentNode, graphql, parse, print } from 'graphql'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse as parseYaml, stringify } from 'yaml'
import { z } from 'zod'
import { createSchema } from '../../src/graphql/schema.ts'
import { withoutScopeDirectives } from '../../src/graphql/scope-directives.ts'
import { loadTypeDefs } from '../../src/graphql/type-defs.ts'
import { followGateway } from '../support/follow-gateway.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, finalState, readLog, startJourney } from '../support/journey.ts'
import { createCustomerSubgraph, createLendingSubgraph, startNeighbour } from '../support/neighbour-subgraphs.ts'
import { ownPort } from '../support/own-port.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'
import {
  type Gateway,
  type GatewayKind,
  runScript,
  startApolloGateway,
  startHiveGateway,
} from '../support/start-gateway.ts'

const root = resolve(import.meta.dirname, '../..')
/** The command `wgc router compose`, without the other commands of wgc, which take long to load. */
const cosmoCommand: string = 'wgc/dist/src/commands/router/commands/compose.js'

const graphSchema = z.looseObject({ subgraphs: z.array(z.looseObject({ name: z.string() })) })
const routerConfigSchema = z.object({
  engineConfig: z.object({
    datasourceConfigurations: z.array(z.object({ customGraphql: z.object({ subscription: z.unknown() }) })),
  }),
})

const idOf = z.object({ id: z.string() })
const pageOf = z.object({ edges: z.array(z.object({ node: idOf })) })

const createAs = (client: GraphqlClient, reference: string) => createApplicant(client, { kind: 'PERSON', reference })
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let app: TestApp
let folder: string
let applicants: readonly string[]
let transactions: readonly string[]
const gateways = new Map<GatewayKind, Gateway>()
let subgraphs: { readonly name: string; readonly url: string; readonly sdl: string }[]
let supergraph: string
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'federation-'))
  stops.push(() => rm(folder, { recursive: true }))
  const port = await ownPort()
  app = await startApp(() => ({ ALLOWED_CALLBACKS: `http://127.0.0.1:${port}/callback` }))
  stops.push(() => app.stop())
  const { analysisId } = await startJourney(app.client)
  await finalState(app.client, analysisId)
  transactions = await readTransactions(analysisId)
  for (const reference of ['K-1', 'K-2', 'K-3']) await createAs(app.client, reference)
  await createAs(app.other, 'K-1')
  const data = await app.client.ask(
    z.object({ applicants: pageOf }),
    '{ applicants(first: 10) { edges { node { id } } } }',
  )
  applicants = data.applicants.edges.map(({ node }) => node.id)

  const lending = createLendingSubgraph(
    applicants.map((applicantId, index) => ({
      id: `loan-${index}`,
      applicantId,
      transactionIds: transactions.slice(index * 2, index * 2 + 2),
    })),
  )
  const customers = createCustomerSubgraph(['K-1', 'K-2', 'K-3', 'nobody'])
  subgraphs = [{ name: 'assay', sdl: await ownSdl(), url: `${app.url}/graphql` }]
  for (const neighbour of [lending, customers]) {
    const { url, stop } = await startNeighbour(neighbour)
    stops.push(stop)
    subgraphs.push({ name: neighbour.name, sdl: print(neighbour.typeDefs), url })
  }
  supergraph = await composeRunning()
  const file = join(folder, 'supergraph.graphql')
  await writeFile(file, supergraph)
  const started = [
    await startHiveGateway(supergraph, 'socket'),
    await startHiveGateway(supergraph, 'stream'),
    await startHiveGateway(supergraph, 'callback', port),
    await startApolloGateway(file),
  ]
  for (const gateway of started) {
    stops.push(gateway.stop)
    gateways.set(gateway.kind, gateway)
  }
})
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('composition', () => {
  test('docs/federation/compose.mjs composes running subgraphs that refer to applicants by id and by reference, and to transactions', () => {
    for (const { name, url } of subgraphs) expect(supergraph).toContain(`(name: "${name}", url: "${url}")`)
    expect(supergraph).toMatch(/type Applicant [^}]*displayName[^}]*loans/)
  })

  test('Apollo’s composition accepts the subgraph alone and with other subgraphs', () => {
    // Parsed anew each time, because composition changes its input.
    const services = () => subgraphs.map(({ sdl, ...subgraph }) => ({ ...subgraph, typeDefs: parse(sdl) }))
    for (const composed of [services().slice(0, 1), services()])
      expect(composeWithApollo(composed).errors).toBeUndefined()
  })

  test('Cosmo composes docs/federation/cosmo-graph.yaml with other subgraphs', async () => {
    const graph = graphSchema.parse(parseYaml(await readFile(join(root, 'docs/federation/cosmo-graph.yaml'), 'utf8')))
    for (const { name, url } of subgraphs.slice(1))
      graph.subgraphs.push({ name, routing_url: url, schema: { file: `./${name}.graphql` } })
    for (const { name, sdl } of subgraphs) await writeFile(join(folder, `${name}.graphql`), sdl)
    const [input, output] = [join(folder, 'graph.yaml'), join(folder, 'config.json')]
    await writeFile(input, stringify(graph))
    const { default: createCommand } = await import(cosmoCommand)
    await createCommand({}).parseAsync(['-i', input, '-o', output], { from: 'user' })
    const { engineConfig } = routerConfigSchema.parse(JSON.parse(await readFile(output, 'utf8')))
    expect(engineConfig.datasourceConfigurations).toHaveLength(3)
    expect(engineConfig.datasourceConfigurations[0]?.customGraphql.subscription).toMatchObject({
      enabled: true,
      url: { staticVariableContent: 'http://127.0.0.1:4000/graphql' },
      protocol: 'GRAPHQL_SUBSCRIPTION_PROTOCOL_WS',
    })
  })

  test('the SDL of the server is the published schema', async () => {
    const sdl = await ownSdl()
    for (const directive of ['@key(fields: "id")', '@key(fields: "reference")', '@listSize', '@shareable'])
      expect(sdl).toContain(directive)
    expect(sdl).not.toContain('@requiresScopes')
    expect(await (await fetch(`${app.url}/schema.graphql`)).text()).not.toContain('@requiresScopes')
    expect(compose(parse(sdl))).toEqual(compose(withoutScopeDirectives(loadTypeDefs())))
  })

  test('SUBGRAPH_SCOPE_DIRECTIVES adds the directives, which Apollo’s gateway refuses, so they are absent by default', async () => {
    const schema = createSchema({ scopeDirectives: true })
    const { _service } = z
      .object({ _service: z.object({ sdl: z.string() }) })
      .parse((await graphql({ schema, source: '{ _service { sdl } }' })).data)
    const supergraphSdl = compose(loadTypeDefs())
    expect(compose(parse(_service.sdl))).toEqual(supergraphSdl)
    expect(printSubgraphSchema(schema)).toContain('@requiresScopes(scopes: [["erase"]])')
    await expect(new ApolloGateway({ supergraphSdl, logger: silent }).load()).rejects.toThrow('requiresScopes')
  })
})

describe.each([
  ['Hive Gateway', 'socket'],
  ['Apollo Gateway', 'apollo'],
] as const)('queries through %s', (_gateway, kind) => {
  let client: GraphqlClient
  let other: GraphqlClient
  beforeAll(() => {
    client = createGraphqlClient(gatewayFor(kind), tenantKeys.acme)
    other = createGraphqlClient(gatewayFor(kind), tenantKeys.globex)
  })

  test('an applicant has fields of another subgraph and ours', async () => {
    const query = 'query ($id: ID!) { applicant(id: $id) { id reference loans { nodes { id } } } }'
    const { data, errors } = await client.answer(query, { id: applicants[0] })
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      applicant: { id: applicants[0], reference: 'K-3', loans: { nodes: [{ id: 'loan-0' }] } },
    })
  })

  test('references to one type take one database query', async () => {
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

  test('references by `reference` take one database query, too, and an unknown one is null', async () => {
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

  test('transactions that another subgraph refers to have our fields, by one database query', async () => {
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

  test('nested pages work below fields of other subgraphs', async () => {
    const { data, errors } = await client.answer(
      `query ($first: Int) {
        applicants(first: $first) { edges { node { id loans { nodes { repayments {
          statement { transactions(first: 2) { totalCount pageInfo { hasNextPage } edges { node { id } } } }
        } } } } } }
      }`,
      { first: 1 },
    )
    expect(errors).toBeUndefined()
    const page = { totalCount: expect.any(Number), pageInfo: { hasNextPage: true } }
    const edge = { node: { id: expect.stringMatching(/^txn_/) } }
    const repayment = { statement: { transactions: { ...page, edges: [edge, edge] } } }
    expect(data).toEqual({
      applicants: {
        edges: [{ node: { id: applicants[0], loans: { nodes: [{ repayments: [repayment, repayment] }] } } }],
      },
    })
  })

  test('an error of ours has its path and every extension, and does not affect other fields', async () => {
    const { data, errors } = await client.answer(
      '{ customers { number applicant { bankLogins(maxAgeSeconds: -1) { id } } } }',
    )
    const applicant = { bankLogins: null }
    const customers = ['K-1', 'K-2', 'K-3', 'nobody'].map(number => ({ number, applicant }))
    expect(data).toEqual({ customers })
    expect(errors).toHaveLength(3)
    for (const error of errors ?? [])
      expect(error).toMatchObject({
        message: 'maxAgeSeconds must be 0 or more, but is -1.',
        // Hive Gateway names the first customer in each of them.
        path: ['customers', expect.any(Number), 'applicant', 'bankLogins'],
        extensions: { code: 'BAD_USER_INPUT', retryable: false, correlationId: expect.any(String) },
      })
  })

  test('a bearer token is passed on like a key', async () => {
    const bearer = createGraphqlClient(gatewayFor(kind))
    const query = 'query ($id: ID!) { applicant(id: $id) { id } }'
    const { data } = await bearer.answer(query, { id: applicants[0] }, { authorization: `Bearer ${tenantKeys.acme}` })
    expect(data).toEqual({ applicant: { id: applicants[0] } })
  })

  test('P17 the caller’s key is passed on, so another tenant finds nothing', async () => {
    const { data } = await other.answer('query ($id: ID!) { applicant(id: $id) { id } }', { id: applicants[0] })
    expect(data).toEqual({ applicant: null })
    const { errors } = await createGraphqlClient(gatewayFor(kind)).answer('{ applicants { totalCount } }')
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})

describe('references in one request', () => {
  test('to several types take one database query for each key of each type, and answers are in order', async () => {
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

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ __typename: 'Applicant', reference: `K-${(index % 3) + 1}` }))
  const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { id reference kind } } }`

  test('10,000 take one database query, also with a trace, which is then truncated', async () => {
    const body = { query, variables: { all: many(10_000) } }
    const shape = z.object({
      data: z.object({ _entities: z.array(z.object({ reference: z.string() })) }),
      extensions: z.object({ ftv1: z.string() }),
    })
    const { answer, reads } = await counting('applicants', async () => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-api-key': tenantKeys.acme,
          'apollo-federation-include-trace': 'ftv1',
        },
        body: JSON.stringify(body),
      })
      return { answer: shape.parse(await response.json()) }
    })
    expect(answer.data._entities.map(({ reference }) => reference)).toEqual(
      body.variables.all.map(({ reference }) => reference),
    )
    expect(reads).toBe(1)
    const { root: trace } = Trace.decode(Buffer.from(answer.extensions.ftv1, 'base64'))
    expect(countFields(trace ?? {})).toBe(20_000)
  })

  test('P32 10,001 are refused with the limit', async () => {
    const { data, errors } = await app.client.answer(query, { all: many(10_001) })
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([
      { message: expect.stringContaining('at most 10,000'), extensions: { code: 'QUERY_TOO_COMPLEX' } },
    ])
  })
})

describe.each([
  ['sockets', 'socket'],
  ['event streams', 'stream'],
  ['HTTP callbacks', 'callback'],
] as const)('subscriptions of a gateway, by %s', (how, transport) => {
  const query = `subscription ($after: Cursor) {
    events(after: $after) { type applicant { reference loans { nodes { id } } } }
  }`
  const follow = async (client: GraphqlClient, apiKey: string) => {
    const after = (await readLog(client)).at(-1)?.cursor
    return followGateway(gatewayFor(transport).url, apiKey, query, { after })
  }

  test('P17 each tenant gets its own events in order, with fields of other subgraphs, because the caller’s key is passed on', async () => {
    const followers = [await follow(app.client, tenantKeys.acme), await follow(app.other, tenantKeys.globex)] as const
    const firsts = followers.map(follower => follower.next())
    const references = [`${how}-1`, `${how}-2`]
    for (const reference of references) {
      await createAs(app.client, reference)
      await createAs(app.other, `other-${reference}`)
    }
    const values = await Promise.all(
      followers.map(async (follower, nth) => [await firsts[nth], await follower.next()].map(result => result?.value)),
    )
    const expected = ['', 'other-'].map(start =>
      references.map(reference => ({
        data: {
          events: { type: 'APPLICANT_CREATED', applicant: { reference: start + reference, loans: { nodes: [] } } },
        },
      })),
    )
    expect(values).toEqual(expected)
    for (const follower of followers) await follower.return(undefined)
  })
})

/** Composes the schema alone. */
function compose(typeDefs: DocumentNode): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'assay', typeDefs, url: 'http://assay/graphql' }])
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [])
  return supergraphSdl
}

/** The supergraph of the running subgraphs, as `docs/federation/compose.mjs` prints it. */
async function composeRunning(): Promise<string> {
  vi.stubEnv('API_KEY', tenantKeys.acme)
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += text
    return true
  })
  await runScript('compose.mjs', ...subgraphs.map(({ name, url }) => `${name}=${url}`))
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  return printed
}

function gatewayFor(kind: GatewayKind): Gateway {
  const gateway = gateways.get(kind)
  if (!gateway) throw new Error('The gateway runs within tests only.')
  return gateway
}

async function ownSdl(): Promise<string> {
  const shape = z.object({ _service: z.object({ sdl: z.string() }) })
  return (await app.client.ask(shape, '{ _service { sdl } }'))._service.sdl
}

async function readTransactions(analysisId: string): Promise<readonly string[]> {
  const shape = z.object({ statements: z.array(z.object({ transactions: pageOf })) })
  const analysis = await app.client.read('analysis', analysisId, shape)
  return analysis.statements.flatMap(statement => statement.transactions.edges.map(({ node }) => node.id))
}

/** The number of fields in a trace. A node for a list index has no type. */
function countFields({ type, child }: Trace.INode): number {
  return (child ?? []).reduce((sum, node) => sum + countFields(node), type ? 1 : 0)
}

/** Counts the reads of a table for an answer. */
async function counting<Answer extends object>(table: string, work: () => Promise<Answer>) {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  query.mockClear()
  const answer = await work()
  const texts = query.mock.calls.map(([sent]) =>
    typeof sent === 'string' ? sent : (z.object({ text: z.string() }).safeParse(sent).data?.text ?? ''),
  )
  return { ...answer, reads: texts.filter(text => new RegExp(`from ${table}\\b`).test(text)).length }
}

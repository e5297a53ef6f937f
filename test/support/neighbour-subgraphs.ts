import { buildSubgraphSchema } from '@apollo/subgraph'
import { type DocumentNode, type GraphQLSchema, graphql, parse } from 'graphql'
import { z } from 'zod'
import { startLoopbackServer } from '../../src/http/testing/loopback-server.ts'

/** A subgraph of another team. */
export interface NeighbourSubgraph {
  readonly name: string
  readonly typeDefs: DocumentNode
  readonly schema: GraphQLSchema
}

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`

/**
 * A subgraph of loans that refers to applicants by our `id` and to the transactions of repayments. Its types have usual names.
 */
export function createLendingSubgraph(loans: readonly Loan[]): NeighbourSubgraph {
  const typeDefs = parse(/* GraphQL */ `
      ${link('"@key", "@shareable"')}
      type Query {
        loans: [Loan!]!
        node(id: ID!): Node
      }
      interface Node { id: ID! }
      type Loan implements Node @key(fields: "id") {
        id: ID!
        principal: Money!
        borrower: Applicant!
        repayments: [Transaction!]!
      }
      type Applicant @key(fields: "id") { id: ID! loans(first: Int): LoanConnection! }
      type Transaction @key(fields: "id", resolvable: false) { id: ID! }
      type LoanConnection { nodes: [Loan!]! pageInfo: PageInfo! }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
      type Money { amount: String! currency: String! }
      type Account { id: ID! }
      type Document { id: ID! account: Account }
      type Event { id: ID! document: Document }
      type Subscription { eventHappened: Event }
    `)
  const resolvers = {
    Query: { loans: () => loans },
    Loan: {
      principal: () => ({ amount: '1000.00', currency: 'EUR' }),
      borrower: ({ applicantId }: Loan) => ({ __typename: 'Applicant', id: applicantId }),
      repayments: ({ transactionIds }: Loan) => transactionIds.map(id => ({ __typename: 'Transaction', id })),
    },
    Applicant: {
      loans: ({ id }: { id: string }) => ({
        nodes: loans.filter(loan => loan.applicantId === id),
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      }),
    },
    Node: { __resolveType: () => 'Loan' },
  }
  return { name: 'lending', typeDefs, schema: buildSubgraphSchema([{ typeDefs, resolvers }]) }
}

export interface Loan {
  readonly id: string
  readonly applicantId: string
  readonly transactionIds: readonly string[]
}

/** A subgraph of customers with its own numbers, which are our `reference`. */
export function createCustomerSubgraph(numbers: readonly string[]): NeighbourSubgraph {
  const typeDefs = parse(/* GraphQL */ `
      ${link('"@key"')}
      type Query { customers: [Customer!]! }
      type Customer @key(fields: "number") { number: ID! applicant: Applicant }
      type Applicant @key(fields: "reference", resolvable: false) { reference: String! }
    `)
  const resolvers = {
    Query: { customers: () => numbers.map(number => ({ number })) },
    Customer: {
      applicant: ({ number }: { number: string }) => ({ __typename: 'Applicant', reference: number }),
    },
  }
  return { name: 'customers', typeDefs, schema: buildSubgraphSchema([{ typeDefs, resolvers }]) }
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

/** Serves the subgraph on a free port of loopback. */
export async function startNeighbour({ schema }: NeighbourSubgraph) {
  const { url, close } = await startLoopbackServer(async (response, { body }) => {
    const { query, variables, operationName } = requestSchema.parse(JSON.parse(String(body)))
    const result = await graphql({ schema, source: query, variableValues: variables, operationName })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result))
  })
  return { url: `${url}/graphql`, stop: close }
}

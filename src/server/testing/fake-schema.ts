import { EventEmitter, on } from 'node:events'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { GraphQLError, parse } from 'graphql'
import type { CallerRequest } from '../../auth/caller.ts'
import type { Correlation } from '../../correlation.ts'
import { AppError } from '../../errors.ts'

/** A context whose only loader counts how often it has been used. */
export interface FakeContext extends CallerRequest {
  readonly load: () => number
  forEvent(): FakeContext
  eventIdOf(source: unknown): string | null
  audience(): string
}

export function createFakeContext(request: CallerRequest): FakeContext {
  let loads = 0
  return {
    ...request,
    load() {
      loads += 1
      return loads
    },
    forEvent: () => createFakeContext(request),
    eventIdOf: source => (typeof source === 'number' ? `number-${source}` : null),
    audience: () => JSON.stringify([request.caller, [...request.caller.scopes]]),
  }
}

/** The events of a test, and what is known about their listeners. */
export interface FakeFeed {
  readonly listeners: number
  /** How many answers `padding` and `paddings` have made. */
  readonly padded: number
  publish(value: number): void
  /** Ends every subscription with an error. */
  fail(error: Error): void
}

/** Stops a resolver until the test opens it. */
export interface Gate {
  readonly entered: Promise<void>
  open(): void
}

const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize"])
  "The caller."
  type Me @key(fields: "tenant") { tenant: ID! address: String! anonymous: Boolean! scopes: [String!]! @listSize(assumedSize: 10) }
  type Tick { number: Int! loads: Int! loadsAgain: Int! correlationId: String }
  type Query {
    hello(name: String = "you", times: Int! = 1): String!
    me: Me!
    padding(bytes: Int!): String!
    correlationId: String
    gated: String
    crashes: String
    refuses: String
    refusesPlainly: String
  }
  type FakeUpload { url: String! method: String! headers: [FakeHeader!]! @listSize(assumedSize: 10) }
  type FakeHeader { name: String! value: String! }
  type FakePayload { document: FakeDocument upload: FakeUpload userErrors: [String!]! @listSize(assumedSize: 10) }
  type FakeDocument { id: ID! }
  type FakeAnalysisPayload { analysis: FakeDocument userErrors: [String!]! @listSize(assumedSize: 10) }
  type Mutation { shout(text: String!): String! createDocumentUpload: FakePayload startAnalysis: FakeAnalysisPayload }
  type Subscription { ticks(from: Int! = 0): Tick! paddings(bytes: Int!): String! refused: Tick! }
`)

export function createFakeSchema(correlation: Correlation) {
  const events = new EventEmitter().setMaxListeners(0)
  let padded = 0
  const gates: { enter(): void; opened: Promise<string> }[] = []

  /** As in the event log, ending the iterator settles a waiting `next`. */
  function listen(wanted: (value: number) => boolean): AsyncIterableIterator<number> {
    const source = on(events, 'value')
    const next = async (): Promise<IteratorResult<number, undefined>> => {
      const { done, value } = await source.next()
      if (done) return { done, value: undefined }
      return wanted(value[0]) ? { done: false, value: value[0] } : next()
    }
    const iterator: AsyncIterableIterator<number> = {
      next,
      async return() {
        await source.return?.()
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]: () => iterator,
    }
    return iterator
  }

  const schema = buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Me: {
          __resolveReference: ({ tenant }: { tenant: string }) => ({
            tenant,
            address: '',
            anonymous: false,
            scopes: [],
          }),
        },
        Tick: {
          number: (value: number) => value,
          loads: (_: unknown, __: unknown, context: FakeContext) => context.load(),
          loadsAgain: (_: unknown, __: unknown, context: FakeContext) => context.load(),
          correlationId: () => correlation.current(),
        },
        Query: {
          hello: (_: unknown, { name, times }: { name: string; times: number }) => `Hello ${name}`.repeat(times),
          me: (_: unknown, __: unknown, { caller, address }: FakeContext) => ({
            address,
            tenant: caller.tenant,
            anonymous: caller.anonymous,
            scopes: [...caller.scopes],
          }),
          padding(_: unknown, { bytes }: { bytes: number }) {
            padded += 1
            return 'x'.repeat(bytes)
          },
          correlationId: () => correlation.current(),
          gated: () => {
            const gate = gates.shift()
            gate?.enter()
            return gate?.opened ?? 'ungated'
          },
          crashes: () => {
            throw new Error('relation "persons" does not exist: Jane Doe')
          },
          refuses: () => {
            throw new AppError('PROVIDER_RATE_LIMITED', 'Too many calls.', { retryAfterSeconds: 7, provider: 'acme' })
          },
          refusesPlainly: () => {
            throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } })
          },
        },
        Mutation: {
          shout: (_: unknown, { text }: { text: string }) => text.toUpperCase(),
          startAnalysis: () => ({ analysis: { id: 'ana_01kb0000000000000000000000' }, userErrors: [] }),
          createDocumentUpload: () => ({
            document: { id: 'doc_01kb0000000000000000000000' },
            upload: {
              url: 'https://api.example.com/uploads/token',
              method: 'PUT',
              headers: [{ name: 'content-type', value: 'application/pdf' }],
            },
            userErrors: [],
          }),
        },
        Subscription: {
          ticks: {
            subscribe: (_: unknown, { from }: { from: number }) => listen(value => value >= from),
            resolve: (value: number) => value,
          },
          paddings: {
            subscribe: () => listen(() => true),
            resolve(_: number, { bytes }: { bytes: number }) {
              padded += 1
              return 'x'.repeat(bytes)
            },
          },
          refused: {
            subscribe: () => {
              throw new AppError('CURSOR_EXPIRED', 'Too old.')
            },
          },
        },
      },
    },
  ])

  const feed: FakeFeed = {
    get listeners() {
      return events.listenerCount('value')
    },
    get padded() {
      return padded
    },
    publish: value => void events.emit('value', value),
    fail: error => void events.emit('error', error),
  }
  /** Stops the next `gated`. */
  function addGate(): Gate {
    const entering = Promise.withResolvers<void>()
    const opening = Promise.withResolvers<string>()
    gates.push({ enter: entering.resolve, opened: opening.promise })
    return { entered: entering.promise, open: () => opening.resolve('open') }
  }
  return { schema, feed, addGate }
}

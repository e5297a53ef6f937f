import { type ExecutionResult, graphql, parse } from 'graphql'
import type { Scope } from '../../src/auth/caller.ts'
import { scopes as allScopes } from '../../src/auth/caller.ts'
import { createSecretBox } from '../../src/auth/secret-box.ts'
import { createSigner } from '../../src/auth/signer.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createContext, type GraphQLContext } from '../../src/graphql/context.ts'
import { formatError } from '../../src/graphql/format-error.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import type { Services } from '../../src/graphql/services.ts'
import type { DataProvider, ProviderRegistry } from '../../src/providers/registry.ts'
import { subscribeAfresh } from '../../src/server/subscribe-afresh.ts'
import type { Database } from '../../src/store/database.ts'
import { createMemoryEventLog, type MemoryEventLog } from './memory-event-log.ts'

export interface Question {
  readonly tenant?: string
  readonly scopes?: readonly Scope[]
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface TestApi {
  readonly events: MemoryEventLog
  /** Asks by way of graphql-js; errors as a caller sees them. */
  ask(text: string, question?: Question): Promise<ExecutionResult>
  /** Follows a subscription; each event is an answer. An answer instead of an iterator says why it could not be followed. */
  follow(text: string, question?: Question): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>
}

export const correlationId = 'corr-1'

/** Providers of tests: one that is on, one that is off. */
export const testProviders: readonly DataProvider[] = [
  {
    id: 'reader',
    name: 'Reader',
    products: ['STATEMENT_EXTRACTION', 'BANK_RISK'],
    capabilities: [],
    options: [],
    simulated: true,
    enabled: true,
    healthKey: 'reader/account',
  },
  {
    id: 'judge',
    name: 'Judge',
    products: ['DOCUMENT_FRAUD'],
    capabilities: [],
    options: [],
    simulated: false,
    enabled: false,
    healthKey: 'judge/none',
  },
]

const schema = createSchema()

/** The whole graph over a database, with commands of the test's own. */
export function createTestApi(database: Database, commands: Partial<Services> = {}): TestApi {
  const events = createMemoryEventLog()
  const services: Services = {
    database,
    now: () => new Date('2025-09-01T08:00:00Z'),
    providers: testRegistry,
    events,
    banks: { read: unexpected },
    cursors: createSigner(['a-secret-of-at-least-32-characters'], 'cursors'),
    secretBox: createSecretBox(['a-secret-of-at-least-32-characters']),
    reports: {
      link: (tenant, { analysisId, ordinal }) => ({
        url: `https://assay.example/files/${tenant}-${analysisId}-${ordinal}`,
        expiresAt: new Date('2025-09-01T08:15:00Z'),
      }),
    },
    intake: { createApplicant: unexpected, updateApplicant: unexpected, openCase: unexpected },
    erasures: { erase: unexpected },
    uploads: { createUpload: unexpected },
    analyses: { start: unexpected, cancel: unexpected, retry: unexpected },
    consents: { request: unexpected },
    shipments: { send: unexpected },
    companies: { search: unexpected },
    logos: { find: unexpected },
    paymentPartners: { read: unexpected },
    bankLogins: {
      connect: unexpected,
      manage: unexpected,
      synchronize: unexpected,
      importLogins: unexpected,
      deleteLogin: unexpected,
      disconnect: unexpected,
    },
    liveBankLogins: { refresh: unexpected },
    ...commands,
  }
  const contextOf = ({ tenant = 'acme', scopes = allScopes }: Question): GraphQLContext => {
    const caller = { tenant: parseTenantId(tenant), scopes: new Set(scopes), anonymous: false, expiresAt: null }
    return createContext(services, { caller, correlationId, address: '203.0.113.7' })
  }
  const shown = (result: ExecutionResult): ExecutionResult =>
    // As it arrives: through JSON.
    JSON.parse(
      JSON.stringify({
        ...('data' in result && { data: result.data }),
        ...(result.errors && { errors: result.errors.map(error => formatError(error, correlationId)) }),
      }),
    )
  return {
    events,
    async ask(source, question = {}) {
      return shown(
        await graphql({ schema, source, contextValue: contextOf(question), variableValues: question.variables }),
      )
    },
    async follow(text, question = {}) {
      const context = contextOf(question)
      const stream = await subscribeAfresh(
        { schema, document: parse(text), variableValues: question.variables },
        context,
      )
      if (!(Symbol.asyncIterator in stream)) return shown(stream)
      const answers: AsyncIterableIterator<ExecutionResult> = {
        async next() {
          const step = await stream.next()
          return step.done ? step : { value: shown(step.value), done: false }
        },
        return: async () => (await stream.return?.()) ?? { value: undefined, done: true },
        [Symbol.asyncIterator]: () => answers,
      }
      return answers
    },
  }
}

const testRegistry: ProviderRegistry = {
  list: () => testProviders,
  find: (_tenant, id) => testProviders.find(provider => provider.id === id) ?? null,
  client: unexpected,
  accountKey: unexpected,
  accounts: () => [],
  order: () => [],
  stop: async () => {},
}

function unexpected(): never {
  throw new Error('This was not expected to be called.')
}

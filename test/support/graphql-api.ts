import { type ExecutionResult, type GraphQLSchema, graphql, parse } from 'graphql'
import type { Scope } from '../../src/auth/caller.ts'
import { scopes as allScopes } from '../../src/auth/caller.ts'
import { createSigner } from '../../src/auth/signer.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createContext, type GraphQLContext } from '../../src/graphql/context.ts'
import { formatError } from '../../src/graphql/format-error.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import type { Services } from '../../src/graphql/services.ts'
import type { DataProvider } from '../../src/providers/registry.ts'
import { subscribeAfresh } from '../../src/server/subscribe-afresh.ts'
import type { Database } from '../../src/store/database.ts'
import { readProviderHealth } from '../../src/store/provider-health.ts'
import { testSecretBox } from './add-changes.ts'
import { createMemoryEventLog, type MemoryEventLog } from './memory-event-log.ts'

export interface Question {
  readonly tenant?: string
  readonly scopes?: readonly Scope[]
  readonly variables?: Readonly<Record<string, unknown>>
}

export interface TestApi {
  readonly events: MemoryEventLog
  readonly schema: GraphQLSchema
  /** The context of one request. */
  contextOf(question: Question): GraphQLContext
  /** Executes a query with graphql-js. Errors are formatted as for callers. */
  ask(text: string, question?: Question): Promise<ExecutionResult>
  /** The data of the answer. @throws Error when it has errors */
  read(text: string, question?: Question): Promise<Readonly<Record<string, unknown>>>
  /** Subscribes. Each event is an answer. @returns an answer with errors if the subscription was refused */
  follow(text: string, question?: Question): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>
}

export const correlationId = 'corr-1'

/** Providers for tests: one is on, one is off. */
const testProviders: readonly DataProvider[] = [
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

/** The whole schema over a database, with the test's commands. */
export function createTestApi(database: Database, commands: Partial<Services> = {}): TestApi {
  const events = createMemoryEventLog()
  const services: Services = {
    database,
    now: () => new Date('2025-09-01T08:00:00Z'),
    providers: {
      list: () => testProviders,
      find: (_tenant, id) => testProviders.find(provider => provider.id === id) ?? null,
    },
    readProviderHealth: accounts => readProviderHealth(database, accounts),
    events,
    banks: { read: unexpected },
    cursors: createSigner(['a-secret-of-at-least-32-characters'], 'cursors'),
    secretBox: testSecretBox,
    accessTokens: { create: unexpected },
    documentFiles: {
      link: (tenant, documentId) => ({
        url: `https://assay.example/files/${tenant}-${documentId}`,
        expiresAt: new Date('2025-09-01T08:15:00Z'),
      }),
    },
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
    const caller = { ...wholeTenant(parseTenantId(tenant)), scopes: new Set(scopes), anonymous: false, expiresAt: null }
    return createContext(services, { caller, correlationId, address: '203.0.113.7' })
  }
  const shown = (result: ExecutionResult): ExecutionResult =>
    // As a client receives it: through JSON.
    JSON.parse(
      JSON.stringify({
        ...('data' in result && { data: result.data }),
        ...(result.errors && { errors: result.errors.map(error => formatError(error, correlationId)) }),
      }),
    )
  const ask: TestApi['ask'] = async (source, question = {}) =>
    shown(await graphql({ schema, source, contextValue: contextOf(question), variableValues: question.variables }))
  return {
    events,
    schema,
    contextOf,
    ask,
    async read(text, question) {
      const { data, errors } = await ask(text, question)
      if (errors || !data) throw new Error(JSON.stringify(errors))
      return data
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

function unexpected(): never {
  throw new Error('This call was not expected.')
}

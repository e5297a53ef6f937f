import type { Resolvers, SourceStatus } from '../__generated__/resolvers.ts'
import type { AnalysisError, AnalysisStatus, AnalysisProduct } from '../domain/analysis.ts'
import type { BankSource, BankSourceState } from '../store/bank-sources.ts'
import type { AskedSource } from '../store/sources.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'

export interface SourceState {
  readonly providerId: string
  /** Null for bank accounts. */
  readonly product: AnalysisProduct | null
  readonly status: SourceStatus
  readonly retrievedAt: Date | null
  readonly stale: boolean
  readonly error: AnalysisError | null
}

const statuses: Readonly<Record<AnalysisStatus, SourceStatus>> = {
  QUEUED: 'RUNNING',
  SUBMITTING: 'RUNNING',
  PROCESSING: 'RUNNING',
  ACTION_REQUIRED: 'ACTION_REQUIRED',
  COMPLETED: 'AVAILABLE',
  PARTIAL: 'PARTIAL',
  FAILED: 'FAILED',
  CANCELLED: 'NOT_REQUESTED',
}

const bankStatuses: Readonly<Record<BankSourceState, SourceStatus>> = {
  EMPTY: 'NOT_REQUESTED',
  RUNNING: 'RUNNING',
  AVAILABLE: 'AVAILABLE',
  ACTION_REQUIRED: 'ACTION_REQUIRED',
  FAILED: 'FAILED',
}

/** One state for each product of each enabled provider, in the providers' order, then for other providers that were asked. */
export function toSourceStates({ services, caller }: GraphQLContext, asked: readonly AskedSource[]): SourceState[] {
  const offered = services.providers
    .list(caller.tenant)
    .filter(provider => provider.enabled)
    .flatMap(provider => provider.products.map(product => ({ providerId: provider.id, product })))
  const isOffered = (source: AskedSource) =>
    offered.some(offer => offer.providerId === source.providerId && offer.product === source.product)
  return [
    ...offered.map(({ providerId, product }) => {
      const found = asked.find(source => source.providerId === providerId && source.product === product)
      return found ? toSourceState(found) : notRequested(providerId, product)
    }),
    ...asked.filter(source => !isOffered(source)).map(toSourceState),
  ]
}

function toSourceState({ providerId, product, status, retrievedAt, error }: AskedSource): SourceState {
  const stale = status === 'FAILED' && retrievedAt !== null
  return { providerId, product, status: statuses[status], retrievedAt, stale, error }
}

/** One state for each enabled provider of bank logins, then for other providers that were asked. */
export function toBankSourceStates({ services, caller }: GraphQLContext, asked: readonly BankSource[]): SourceState[] {
  const offering = services.providers
    .list(caller.tenant)
    .filter(({ enabled, capabilities }) => enabled && capabilities.includes('bankLogins'))
    .map(({ id }) => id)
  const ids = new Set([...offering, ...asked.map(({ providerId }) => providerId)])
  return [...ids].map(providerId => {
    const found = asked.find(source => source.providerId === providerId)
    if (!found) return notRequested(providerId, null)
    const { state, error, retrievedAt } = found
    const stale = error !== null && retrievedAt !== null
    return { providerId, product: null, status: bankStatuses[state], retrievedAt, stale, error }
  })
}

function notRequested(providerId: string, product: AnalysisProduct | null): SourceState {
  return { providerId, product, status: 'NOT_REQUESTED', retrievedAt: null, stale: false, error: null }
}

export const sourceStateResolvers = {
  SourceState: {
    provider: (state, _args, context) => toDataProvider(context, state.providerId),
  },
} satisfies Resolvers

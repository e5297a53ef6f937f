import type { Caller, CallerRequest } from '../auth/caller.ts'
import { isActivityEvent } from '../domain/activity-event.ts'
import { toReachKey } from '../domain/reach.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { createLoaders, type LiveReads, type Loaders } from '../loaders/create-loaders.ts'
import type { Services } from './services.ts'
import { createTurnCache } from './turn-cache.ts'

/** The context of resolvers. */
export interface GraphQLContext extends CallerRequest {
  readonly loaders: Loaders
  readonly services: Services
  /** The number of the log's newest event, read once for the whole operation. */
  logEnd(): Promise<number>
  /** Reads the end of the log if an operation selects `eventCursor`, so that it is read before all other fields. */
  readFirst(source: string): Promise<unknown> | null
  /** A context for the next event of a subscription, with the same caller and empty loaders. */
  forEvent(source: object): GraphQLContext
  /** The cursor of an event of the event log; null for anything else. */
  eventIdOf(source: unknown): string | null
  /** Equal for callers who get equal answers to equal queries. */
  audience(): string
}

const loadersOfTurn = createTurnCache<Loaders>()

/** The context of one request, or of one subscription. */
export function createContext(services: Services, request: CallerRequest, known?: Loaders): GraphQLContext {
  let end: Promise<number> | null = null
  const logEnd = () => {
    end ??= services.events.head(request.caller)
    return end
  }
  const create = () =>
    createLoaders({ queries: services.database, reach: request.caller, live: toLiveReads(services, request) })
  return {
    ...request,
    services,
    loaders: known ?? create(),
    logEnd,
    readFirst: source => (source.includes('eventCursor') ? logEnd() : null),
    forEvent: source => createContext(services, request, loadersOfTurn(source, toReachKey(request.caller), create)),
    eventIdOf: source => (isActivityEvent(source) ? services.events.toCursor(request.caller, source.sequence) : null),
    audience: () => toAudience(request.caller),
  }
}

/** All of the caller except when its credential expires, so a new member of `Caller` separates callers, too. */
function toAudience({ expiresAt: _expiresAt, scopes, ...others }: Caller): string {
  return JSON.stringify([Object.entries(others).sort(), [...scopes].sort()])
}

function toLiveReads({ liveBankLogins, logos, readProviderHealth }: Services, request: CallerRequest): LiveReads {
  return {
    readProviderHealth,
    refreshBankLogins: (applicantIds, maxAgeSeconds) =>
      liveBankLogins.refresh(toRequestContext(request), applicantIds, maxAgeSeconds),
    findLogos: queries => logos.find(request.caller.tenant, queries),
  }
}

/** The context of a command. */
export function toRequestContext({ caller: { tenant, boundTo }, correlationId }: CallerRequest): RequestContext {
  return { tenant, boundTo, correlationId }
}

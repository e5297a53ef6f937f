import type { Caller } from '../auth/caller.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts'
import type { Services } from './services.ts'

/** What a resolver is given besides its parent and arguments. */
export interface GraphQLContext {
  readonly caller: Caller
  readonly correlationId: string
  readonly loaders: Loaders
  readonly services: Services
  /** For one more event of a subscription: the same caller, and nothing remembered. */
  forEvent(): GraphQLContext
}

/** The context of one request, or of one subscription. */
export function createContext(services: Services, caller: Caller, correlationId: string): GraphQLContext {
  return {
    caller,
    correlationId,
    services,
    loaders: createLoaders(services.database, caller.tenant),
    forEvent: () => createContext(services, caller, correlationId),
  }
}

/** For whom a command is carried out. */
export function toRequestContext({ caller, correlationId }: GraphQLContext): RequestContext {
  return { tenant: caller.tenant, correlationId }
}

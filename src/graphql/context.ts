import type { CallerRequest } from '../auth/caller.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { createLoaders, type Loaders } from '../loaders/create-loaders.ts'
import { loadersFor } from './loaders-for.ts'
import type { Services } from './services.ts'

/** What a resolver is given besides its parent and arguments. */
export interface GraphQLContext extends CallerRequest {
  readonly loaders: Loaders
  readonly services: Services
  /** A context for the next event of a subscription: the same caller, and loaders that have read nothing yet. */
  forEvent(source: object): GraphQLContext
}

/** The context of one request, or of one subscription. */
export function createContext(
  services: Services,
  { caller, correlationId, address }: CallerRequest,
  loaders: Loaders = createLoaders(services.database, caller.tenant),
): GraphQLContext {
  const create = () => createLoaders(services.database, caller.tenant)
  return {
    caller,
    correlationId,
    address,
    services,
    loaders,
    forEvent: source => createContext(services, { caller, correlationId, address }, loadersFor(source, create)),
  }
}

/** For whom a command is carried out. */
export function toRequestContext({ caller, correlationId }: GraphQLContext): RequestContext {
  return { tenant: caller.tenant, correlationId }
}

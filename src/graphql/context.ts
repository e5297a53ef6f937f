import type { CallerRequest } from '../auth/caller.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { createLoaders, type LiveReads, type Loaders } from '../loaders/create-loaders.ts'
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
export function createContext(services: Services, request: CallerRequest, known?: Loaders): GraphQLContext {
  const create = () => createLoaders(services.database, request.caller.tenant, toLiveReads(services, request))
  return {
    ...request,
    services,
    loaders: known ?? create(),
    forEvent: source => createContext(services, request, loadersFor(source, create)),
  }
}

function toLiveReads(
  { liveBankLogins, logos }: Services,
  { caller: { tenant }, correlationId }: CallerRequest,
): LiveReads {
  return {
    refreshBankLogins: (applicantIds, maxAgeSeconds) =>
      liveBankLogins.refresh({ tenant, correlationId }, applicantIds, maxAgeSeconds),
    findLogos: queries => logos.find(tenant, queries),
  }
}

/** For whom a command is carried out. */
export function toRequestContext({ caller, correlationId }: GraphQLContext): RequestContext {
  return { tenant: caller.tenant, correlationId }
}

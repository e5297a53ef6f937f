import type { TenantId } from './tenant.ts'

/** For whom something is done, and the id under which all its traces can be found. */
export interface RequestContext {
  readonly tenant: TenantId
  readonly correlationId: string
}

import type { TenantId } from '../domain/tenant.ts'
import type { Scope } from './caller.ts'

/** The content of a genuine token. */
export interface TokenClaims {
  readonly tenant: TenantId
  /** The only applicant that it is for, by our id or the tenant's reference; null when it is for the whole tenant. */
  readonly applicant: string | null
  readonly scopes: ReadonlySet<Scope>
  /** When it stops being accepted. */
  readonly expiresAt: Date
}

import { AppError } from '../errors.ts'
import type { TenantId } from './tenant.ts'

/** What a caller can read and change: everything of a tenant, or of one of its applicants. */
export interface Reach {
  readonly tenant: TenantId
  /** The id of the only applicant that the caller can access; null for all applicants of the tenant. */
  readonly boundTo: string | null
}

/** The reach of the tenant's back end and of our workers: the whole tenant. */
export function wholeTenant(tenant: TenantId): Reach {
  return { tenant, boundTo: null }
}

/** A unique text for a reach. A tenant's name contains no slash. */
export function toReachKey({ tenant, boundTo }: Reach): string {
  return boundTo === null ? tenant : `${tenant}/${boundTo}`
}

/** @throws AppError FORBIDDEN for a caller that is bound to one applicant */
export function requireWholeTenant({ boundTo }: Reach): void {
  if (boundTo === null) return
  const message = 'Your credential is bound to one applicant. This needs one for the whole tenant.'
  throw new AppError('FORBIDDEN', message)
}

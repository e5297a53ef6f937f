import type { TenantId } from '../domain/tenant.ts'

export const scopes = [
  'read',
  'read:account-numbers',
  'read:share-links',
  'write',
  'banking',
  'shipments',
  'erase',
] as const
export type Scope = (typeof scopes)[number]

/** Who is asking. */
export interface Caller {
  readonly tenant: TenantId
  readonly scopes: ReadonlySet<Scope>
  /** Nobody showed credentials: the sandbox on loopback. */
  readonly anonymous: boolean
  /** When the credential ends, and with it every socket opened by it; null for one without an end. */
  readonly expiresAt: Date | null
}

/** A request of a caller. */
export interface CallerRequest {
  readonly caller: Caller
  readonly correlationId: string
  /** Where it comes from, as this server sees it; over a socket, where that was opened from. */
  readonly address: string
}

export function isScope(word: string): word is Scope {
  return scopes.some(scope => scope === word)
}

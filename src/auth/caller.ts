import type { Reach } from '../domain/reach.ts'

export const scopes = [
  'read',
  'read:account-numbers',
  'read:share-links',
  'read:documents',
  'write',
  'banking',
  'shipments',
  'erase',
  'explore',
] as const
export type Scope = (typeof scopes)[number]

/** The sender of a request. */
export interface Caller extends Reach {
  readonly scopes: ReadonlySet<Scope>
  /** Whether the caller has no credentials: that of the sandbox on loopback. */
  readonly anonymous: boolean
  /** When the credential expires and its sockets are closed; null for one without an expiry. */
  readonly expiresAt: Date | null
}

/** A request of a caller. */
export interface CallerRequest {
  readonly caller: Caller
  readonly correlationId: string
  /** The address of the request, as this server sees it; over a socket, the address that opened the socket. */
  readonly address: string
  /** The id of the last event that the caller has received on an event stream, after which it resumes. */
  readonly lastEventId?: string | null
}

/**
 * Resolves to true when the applicant that a caller is bound to is erased, and to false when the signal is aborted before.
 *
 * @throws AppError when the event log cannot be read
 */
export type WhenErased = (caller: Reach, signal: AbortSignal) => Promise<boolean>

export function isScope(word: string): word is Scope {
  return scopes.some(scope => scope === word)
}

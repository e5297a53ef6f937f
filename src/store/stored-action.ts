import type { RequiredAction } from '../domain/analysis.ts'

/** A required action as stored in JSON. */
export interface StoredAction extends Omit<RequiredAction, 'expiresAt'> {
  readonly expiresAt: string | null
}

export function parseAction(stored: StoredAction | null): RequiredAction | null {
  return stored && { ...stored, expiresAt: stored.expiresAt === null ? null : new Date(stored.expiresAt) }
}

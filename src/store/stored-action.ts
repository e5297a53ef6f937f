import type { RequiredAction } from '../domain/analysis.ts'

/** A required action as JSON keeps it. */
export interface StoredAction extends Omit<RequiredAction, 'expiresAt'> {
  readonly expiresAt: string | null
}

export function parseAction(stored: StoredAction | null): RequiredAction | null {
  return stored && { ...stored, expiresAt: stored.expiresAt === null ? null : new Date(stored.expiresAt) }
}

import type { UploadTarget } from './upload-target.ts'

/** ASSUMED: an address works for an hour at most. One that the store refuses earlier is forgotten then. */
const lifetimeMs = 3_600_000

/** Where the bytes of media go that this process has made. */
export interface PendingUploads {
  keep(mediumId: string, target: UploadTarget): void
  /** null for one that another process made, or that is too old. */
  find(mediumId: string): UploadTarget | null
  forget(mediumId: string): void
}

/** Kept in memory only: the addresses are secrets, and a checkpoint is stored in the database. */
export function createPendingUploads(now: () => Date): PendingUploads {
  const kept = new Map<string, { readonly target: UploadTarget; readonly since: number }>()
  const isGood = (since: number) => now().getTime() - since < lifetimeMs
  return {
    keep(mediumId, target) {
      // Addresses of submissions that were not continued.
      for (const [known, { since }] of kept) if (!isGood(since)) kept.delete(known)
      kept.set(mediumId, { target, since: now().getTime() })
    },
    find(mediumId) {
      const found = kept.get(mediumId)
      return found && isGood(found.since) ? found.target : null
    },
    forget: mediumId => void kept.delete(mediumId),
  }
}

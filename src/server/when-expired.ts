import type { Caller } from '../auth/caller.ts'
import type { Timers } from './timers.ts'

/** Calls `end` when the caller's credential expires, if it does. @returns a function that cancels that */
export function whenExpired(
  { expiresAt }: Caller,
  { timers, now }: { readonly timers: Timers; readonly now: () => Date },
  end: () => void,
): () => void {
  return expiresAt ? timers.after(expiresAt.getTime() - now().getTime(), end) : () => {}
}

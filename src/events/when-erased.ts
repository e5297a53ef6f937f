import type { WhenErased } from '../auth/caller.ts'
import type { Reach } from '../domain/reach.ts'
import type { EventLog } from './event-log.ts'

/**
 * Follows the event log to detect erasures.
 *
 * @param exists whether the applicant that a reach is bound to exists
 */
export function createWhenErased(
  events: Pick<EventLog, 'head' | 'follow'>,
  exists: (reach: Reach) => Promise<boolean>,
): WhenErased {
  return async (reach, signal) => {
    // After an earlier erasure the applicant does not exist; a later one is an event after this number.
    const head = await events.head(reach)
    if (!(await exists(reach))) return true
    const erasure = events.follow(reach, { types: ['APPLICANT_ERASED'] }, head)
    const stop = () => void erasure.return?.()
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    const { done = false } = await erasure.next()
    stop()
    return !done
  }
}

import type { JsonValue } from '../domain/json.ts'
import type { AppError } from '../errors.ts'
import type { WorkNote } from '../events/change.ts'
import type { ClaimedWork, NextLook } from '../store/work.ts'

/** The right to take one subject further, until it is given back. Nobody else talks to the vendor about it meanwhile. */
export interface Claim extends Omit<ClaimedWork, 'checkpoint'> {
  /** How far the subject got at its provider. */
  readonly checkpoint: JsonValue
  /**
   * Aborted when the claim is lost, the subject has ended or reached its deadline, or the process stops. Every call to the
   * vendor gets it.
   */
  readonly signal: AbortSignal
  /** To be given to `Change.schedule`: what is written then is written only if the claim is still held. */
  readonly held: NonNullable<WorkNote['claim']>
  /** To be called right before something is sent. @throws ClaimLost when it was not renewed in time, or the signal is aborted */
  confirm(): void
}

/** A failed look, as the engine bears it. */
export interface FailedLook {
  readonly error: AppError
  /** Looks in a row that failed, this one included. */
  readonly failures: number
  /** When the next one is. */
  readonly at: Date
}

/**
 * How subjects of one kind are taken further. Claims, their renewal, pauses after failures, deadlines and limits are the
 * engine's.
 */
export interface Handler<State> {
  /** @returns null when nothing is left to be looked after */
  load(claim: Claim): Promise<State | null>
  /** When the subject ends if it has not ended before; null while its time does not run. */
  deadlineOf(state: State): Date | null
  /**
   * Takes the subject one stretch further.
   * @returns when it is looked at next, or null when a unit of work has planned that
   * @throws AppError what the vendor's failure came to; ClaimLost
   */
  advance(state: State, claim: Claim): Promise<Pick<NextLook, 'at' | 'idleLooks'> | null>
  /** Notes that a look failed, so that readers see what is in the way, or gives the subject up. */
  fail(claim: Claim, failed: FailedLook): Promise<void>
  /** Ends a subject at its deadline. */
  expire(state: State, claim: Claim): Promise<void>
}

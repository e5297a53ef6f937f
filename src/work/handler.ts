import type { JsonValue } from '../domain/json.ts'
import type { AppError } from '../errors.ts'
import type { WorkNote } from '../events/change.ts'
import type { ClaimedWork, NextLook } from '../store/work.ts'

/** The right to take one subject further, until it is released. Only its holder calls the vendor about the subject. */
export interface Claim extends Omit<ClaimedWork, 'checkpoint'> {
  /** How far the subject got at its provider. */
  readonly checkpoint: JsonValue
  /**
   * Aborted when the claim is lost, the subject has ended or reached its deadline, or the process stops. To be passed
   * to every call to the vendor.
   */
  readonly signal: AbortSignal
  /** To be passed to `Change.schedule`, which then writes only if the claim is still held. */
  readonly held: NonNullable<WorkNote['claim']>
  /**
   * To be called right before something is sent.
   *
   * @throws ClaimLost when the claim was not renewed in time, or the signal is aborted
   */
  confirm(): void
}

/** A failed look. */
export interface FailedLook {
  readonly error: AppError
  /** Consecutive failed looks, including this one. */
  readonly failures: number
  /** When the next look comes. */
  readonly at: Date
}

/**
 * Takes subjects of one kind further. The worker takes care of claims, their renewal, pauses after failures, deadlines
 * and limits.
 */
export interface Handler<State> {
  /** @returns null when there is nothing left to do */
  load(claim: Claim): Promise<State | null>
  /** The deadline of the subject; null while it has none. */
  deadlineOf(state: State): Date | null
  /**
   * Takes the subject one step further.
   * @returns when the next look comes, or null when a unit of work has already scheduled it
   * @throws AppError for a failure of the vendor; ClaimLost
   */
  advance(state: State, claim: Claim): Promise<Pick<NextLook, 'at' | 'idleLooks'> | null>
  /** Stores that a look failed, so that readers see the obstacle, or ends the subject. */
  fail(claim: Claim, failed: FailedLook): Promise<void>
  /** Ends a subject at its deadline. */
  expire(state: State, claim: Claim): Promise<void>
}

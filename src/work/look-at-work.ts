import type { SecretBox } from '../auth/secret-box.ts'
import { type AppError, toAppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { openCheckpoint } from '../events/sealed-checkpoint.ts'
import { type ClaimedWork, ClaimLost, deleteWork, type NextLook, releaseClaim } from '../store/work.ts'
import { type Pace, type Rhythm, waitBeforeLook } from './back-off.ts'
import type { Claim, FailedLook, Handler } from './handler.ts'

/** How long a claim is valid without renewal: another worker claims a killed worker's subject within 15 s. */
export const claimSeconds = 10

/** The reason of an abort at the subject's deadline. */
class DeadlineReached extends Error {
  override readonly name = 'DeadlineReached'
}

export interface LookDeps extends Pace {
  readonly database: ChangingDatabase
  readonly secretBox: Pick<SecretBox, 'open'>
  readonly now: () => Date
}

/** A claim while its subject is being looked at. */
export interface HeldLook {
  readonly claim: Claim
  /** Aborts the running look. */
  abort(reason: Error): void
  renewed(): void
  /** Whether failures are ignored from now on, because the process stops and aborts running calls. */
  isLeaving: boolean
}

/** Creates the claim for a handler, with the handle by which the worker renews and aborts it. */
export function holdClaim(work: ClaimedWork, { secretBox }: Pick<LookDeps, 'secretBox'>): HeldLook {
  const controller = new AbortController()
  let renewedAt = performance.now()
  const renewed = (): void => {
    renewedAt = performance.now()
  }
  const claim: Claim = {
    ...work,
    get checkpoint() {
      return openCheckpoint(secretBox, work.checkpoint)
    },
    signal: controller.signal,
    held: { owner: work.owner, seconds: claimSeconds, renewed },
    confirm() {
      if (controller.signal.aborted || performance.now() - renewedAt > claimSeconds * 1_000) throw new ClaimLost()
    },
  }
  return { claim, renewed, abort: reason => controller.abort(reason), isLeaving: false }
}

/**
 * Takes a claimed subject further and releases the claim.
 * @returns when the next look comes; null when the subject has ended or another worker has the claim
 */
export async function lookAtWork<State>(deps: LookDeps, handler: Handler<State>, look: HeldLook): Promise<Date | null> {
  const { claim } = look
  let next: NextLook | null = null
  try {
    next = await advance(deps, handler, look)
  } catch (error) {
    // Another worker continues, now or after the process has stopped.
    if (!(error instanceof ClaimLost) && !claim.signal.aborted) throw error
  }
  return releaseClaim(deps.database, claim, next, deps.now())
}

async function advance<State>(deps: LookDeps, handler: Handler<State>, look: HeldLook): Promise<NextLook | null> {
  const { claim } = look
  const state = await handler.load(claim)
  if (state === null) {
    await deps.database.transaction(tx => deleteWork(tx, claim.tenant, claim))
    return null
  }
  const { now } = deps
  const deadline = handler.deadlineOf(state)
  const left = deadline === null ? Number.POSITIVE_INFINITY : deadline.getTime() - now().getTime()
  if (left <= 0) {
    await handler.expire(state, claim)
    return null
  }
  const timer = left < longestTimerMs ? setTimeout(() => look.abort(new DeadlineReached()), left) : undefined
  try {
    const next = await handler.advance(state, claim)
    return next && { ...next, failures: 0 }
  } catch (error) {
    if (claim.signal.reason instanceof DeadlineReached) {
      await handler.expire(state, claim)
      return null
    }
    if (error instanceof ClaimLost || claim.signal.aborted) throw error
    if (look.isLeaving) throw new ClaimLost()
    return await bearFailure(deps, handler, claim, { error: toAppError(error), deadline })
  } finally {
    clearTimeout(timer)
  }
}

const longestTimerMs = 2 ** 31

/** The pauses after consecutive failures. */
const afterFailure: Rhythm = { firstMs: 1_000, maxMs: 60_000 }

async function bearFailure<State>(
  deps: LookDeps,
  handler: Handler<State>,
  claim: Claim,
  { error, deadline }: { readonly error: AppError; readonly deadline: Date | null },
): Promise<NextLook> {
  const vendorMs = error.retryAfterSeconds === null ? null : error.retryAfterSeconds * 1_000
  const wait = vendorMs ?? waitBeforeLook(afterFailure, claim.failures, deps)
  const latest = deadline?.getTime() ?? Number.POSITIVE_INFINITY
  const failed: FailedLook = {
    error,
    failures: claim.failures + 1,
    at: new Date(Math.min(deps.now().getTime() + wait, latest)),
  }
  await handler.fail(claim, failed)
  return { at: failed.at, failures: failed.failures, idleLooks: claim.idleLooks }
}

import type { SecretBox } from '../auth/secret-box.ts'
import type { EventSource } from '../domain/activity-event.ts'
import type { JsonValue } from '../domain/json.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { Subject } from '../domain/subject.ts'
import type { Database, Transaction } from '../store/database.ts'
import { wakeNextWaiter } from '../store/turns.ts'
import type { UnitOfWork } from '../store/unit-of-work.ts'
import {
  announceWork,
  beginOrHintWork,
  changeWork,
  deleteWork,
  handOverWork,
  hintWork,
  insertWork,
  type NewWork,
  type Turn,
} from '../store/work.ts'
import { appendEvents, type NewEvent } from './append-events.ts'
import type { EventBus } from './bus.ts'
import { sealCheckpoint } from './sealed-checkpoint.ts'

/** What else is written of a subject's work with its next look. Absent members stay. */
export interface WorkNote {
  /** Held by whoever changes it; the change is rolled back when it is lost. */
  readonly claim?: { readonly owner: string; readonly seconds: number; renewed(): void }
  readonly checkpoint?: JsonValue
  readonly turn?: Turn | null
  /** The look did not ask how far the subject is: a hint need not wait for the end of its window. */
  readonly unasked?: boolean
  /** What the events of that look say led to it; POLL when absent. */
  readonly via?: EventSource
}

/**
 * One unit of work: a change of state with its events and next looks, all of them or none. What `emit`, `begin`, `schedule`,
 * `look` and `finish` are told is written when the work is done, in the order that keeps transactions from waiting for each
 * other, the events last: appending locks the tenant's counter, so that is done for an instant only.
 */
export interface Change extends UnitOfWork {
  /** What led to it. */
  readonly via: EventSource
  emit(event: NewEvent): void
  /** Begins to look after a subject, at once. */
  begin(work: NewWork): void
  /** Plans the next look at a subject. @throws ClaimLost when the work is done, and the claim or the subject is over */
  schedule(subject: Subject, at: Date, note?: WorkNote): void
  /** Has another provider begin with a subject, at once. @throws ClaimLost as `schedule` does */
  handOver(work: NewWork, claim: NonNullable<WorkNote['claim']>): void
  /** Has a subject looked at as soon as may be, because something may have changed. */
  hint(subject: Subject): void
  /** Has a subject looked at as soon as may be, or at a later moment, and begins to look after it when nobody does. */
  look(work: NewWork, at?: Date): void
  /** Ends the care for a subject. Its checkpoint is deleted; a call that is under way for it is aborted. */
  finish(subject: Subject): void
}

/** A database with the unit of work. */
export interface ChangingDatabase extends Database {
  change<Result>(context: RequestContext, via: EventSource, work: (change: Change) => Promise<Result>): Promise<Result>
}

export interface ChangeDeps {
  readonly bus: EventBus
  readonly secretBox: Pick<SecretBox, 'seal'>
  readonly now: () => Date
}

/** Adds the unit of work to a database. */
export function withChanges(database: Database, { bus, secretBox, now }: ChangeDeps): ChangingDatabase {
  async function run<Result>(
    tx: Transaction,
    context: RequestContext,
    via: EventSource,
    work: (change: Change) => Promise<Result>,
  ): Promise<Result> {
    const { tenant } = context
    const at = now()
    const events: NewEvent[] = []
    const steps: (() => Promise<void>)[] = []

    const result = await work({
      tx,
      context,
      via,
      at,
      emit: event => void events.push(event),
      begin(begun) {
        steps.push(async () => {
          await insertWork(tx, context, begun, { at, via })
          await announceWork(tx)
        })
      },
      schedule(subject, dueAt, { claim, checkpoint, turn, unasked, via: next = 'POLL' } = {}) {
        steps.push(async () => {
          const account = await changeWork(tx, tenant, subject, {
            dueAt,
            via: next,
            claim,
            unasked,
            turn: turn === undefined ? undefined : { turn, since: at },
            checkpoint: checkpoint === undefined ? undefined : sealCheckpoint(secretBox, checkpoint),
          })
          if (claim) tx.afterCommit(() => claim.renewed())
          if (turn === null) await wakeNextWaiter(tx, account, at)
          // Whoever holds the claim looks again by itself when it gives it back.
          if (turn === null || (!claim && dueAt <= at)) await announceWork(tx)
        })
      },
      handOver(work, { owner }) {
        steps.push(async () => {
          const before = await handOverWork(tx, tenant, work, { owner, at, via: 'POLL' })
          if (before.hadTurn) await wakeNextWaiter(tx, before, at)
          await announceWork(tx)
        })
      },
      hint(subject) {
        steps.push(async () => {
          await hintWork(tx, tenant, subject, { at, via })
          await announceWork(tx)
        })
      },
      look(wanted, moment = at) {
        steps.push(async () => {
          await beginOrHintWork(tx, context, wanted, { at: moment, via })
          await announceWork(tx)
        })
      },
      finish(subject) {
        steps.push(async () => {
          const ended = await deleteWork(tx, tenant, subject)
          if (ended?.wasClaimed) await announceWork(tx, `ended ${subject.kind} ${subject.id}`)
          if (!ended?.hadTurn) return
          await wakeNextWaiter(tx, ended, at)
          await announceWork(tx)
        })
      },
    })
    for (const step of steps) await step()
    await appendEvents(tx, { bus, context, via, at }, events)
    return result
  }

  return {
    ...database,
    change: (context, via, work) => database.transaction(tx => run(tx, context, via, work)),
  }
}

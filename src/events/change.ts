import type { SecretBox } from '../auth/secret-box.ts'
import type { EventSource } from '../domain/activity-event.ts'
import type { JsonValue } from '../domain/json.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { Subject, VendorAccountId } from '../domain/subject.ts'
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
  type NewWork,
  type Turn,
} from '../store/work.ts'
import { appendEvents, type NewEvent } from './append-events.ts'
import type { EventBus } from './bus.ts'
import { sealCheckpoint } from './sealed-checkpoint.ts'

/** What is written into a subject's work together with its next look. Absent members stay as they are. */
export interface WorkNote {
  /** The claim under which it is changed; the change is rolled back when the claim is lost. */
  readonly claim?: { readonly owner: string; readonly seconds: number; renewed(): void }
  readonly checkpoint?: JsonValue
  readonly turn?: Turn | null
  /** The look did not ask the vendor for the progress, so a hint takes effect at once. */
  readonly unasked?: boolean
  /** The cause of the next look, for its events. By default POLL. */
  readonly via?: EventSource
}

/**
 * One unit of work: a change of state with its events and next looks in one transaction. What is passed to `emit`,
 * `begin`, `schedule` and `finish` is written at the end, in an order that avoids deadlocks. Events come last,
 * because appending locks the tenant's counter.
 */
export interface Change extends UnitOfWork {
  /** The cause, for its events. */
  readonly via: EventSource
  emit(event: NewEvent): void
  /** Inserts the work of a subject, due at once or at `at`; hints if there is work already. */
  begin(work: NewWork, at?: Date): void
  /** Schedules the next look at a subject. The unit of work throws ClaimLost at its end if the claim is lost or the subject has ended. */
  schedule(subject: Subject, at: Date, note?: WorkNote): void
  /** Gives the work of a subject to another provider, due at once. Throws ClaimLost like `schedule`. */
  handOver(work: NewWork, claim: NonNullable<WorkNote['claim']>): void
  /** Hints that something about a subject may have changed. */
  hint(subject: Subject): void
  /** Deletes the work of a subject with its checkpoint, and aborts its running look. */
  finish(subject: Subject): void
}

/** A database with units of work. */
export interface ChangingDatabase extends Database {
  change<Result>(context: RequestContext, via: EventSource, work: (change: Change) => Promise<Result>): Promise<Result>
}

export interface ChangeDeps {
  readonly bus: EventBus
  readonly secretBox: Pick<SecretBox, 'seal'>
  readonly now: () => Date
  /** Wraps the run of each unit of work, from reading the time to the commit. */
  readonly during?: (<Result>(work: () => Promise<Result>) => Promise<Result>) | undefined
}

/** Adds units of work to a database. */
export function withChanges(database: Database, { bus, secretBox, now, during }: ChangeDeps): ChangingDatabase {
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
    /** Whether work may be due now, for which workers are woken. */
    let isDue = false

    async function endTurn(account: VendorAccountId): Promise<void> {
      isDue = true
      await wakeNextWaiter(tx, account, at)
    }

    const result = await work({
      tx,
      context,
      via,
      at,
      emit: event => void events.push(event),
      begin(begun, dueAt = at) {
        isDue = true
        steps.push(() => beginOrHintWork(tx, context, begun, { at: dueAt, via }))
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
          if (turn === null) await endTurn(account)
          // The holder of a claim looks again by itself after releasing it.
          isDue ||= !claim && dueAt <= at
        })
      },
      handOver(work, { owner }) {
        isDue = true
        steps.push(async () => {
          const before = await handOverWork(tx, tenant, work, { owner, at, via: 'POLL' })
          if (before.hadTurn) await endTurn(before)
        })
      },
      hint(subject) {
        isDue = true
        steps.push(() => hintWork(tx, tenant, subject, { at, via }))
      },
      finish(subject) {
        steps.push(async () => {
          const ended = await deleteWork(tx, tenant, subject)
          if (ended?.wasClaimed) await announceWork(tx, `ended ${subject.kind} ${subject.id}`)
          if (ended?.hadTurn) await endTurn(ended)
        })
      },
    })
    for (const step of steps) await step()
    if (isDue) await announceWork(tx)
    await appendEvents(tx, { bus, context, via, at }, events)
    return result
  }

  return {
    ...database,
    change(context, via, work) {
      const change = () => database.transaction(tx => run(tx, context, via, work))
      return during ? during(change) : change()
    },
  }
}

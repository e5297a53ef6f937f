import { randomUUID } from 'node:crypto'
import { type Clock, createTimers } from '../../../simulation/clock.ts'
import { createNextPlans } from '../../../simulation/steering.ts'
import type { Organisation } from './organisations.ts'
import type { ReceivedFile } from './read-upload.ts'
import { createStatementContent, type StatementContent } from './statement-content.ts'
import { createPlan, findSteeringWords, readSteering, type StatementPlan } from './statement-plan.ts'
import { VendorError } from './vendor-error.ts'

export type Outcome = 'completed' | 'partial' | 'failed'

/** A statement as the vendor knows it at this moment. */
export interface SimulatedStatement {
  readonly id: string
  readonly organisationId: string
  readonly fileName: string
  /** SHA-256 of the bytes received, in hexadecimal. */
  readonly digest: string
  readonly consentRequestId: string | null
  readonly plan: StatementPlan
  readonly uploadedAt: Date
  readonly status: string
  /** null while the statement is processed. */
  readonly outcome: Outcome | null
  readonly finishedAt: Date | null
  /** What was read from the document; null before, and when nothing was read. */
  readonly content: StatementContent | null
  readonly failureReason: string | null
}

type NewStatement = Pick<SimulatedStatement, 'organisationId' | 'fileName' | 'digest' | 'consentRequestId'> & {
  /** Replaces members of the plan that follows from the digest. */
  readonly plan: Partial<StatementPlan>
}

export type Statements = ReturnType<typeof createStatements>

/** ASSUMED: the status `Partial`. The page names the other two. */
const finalStatus: Readonly<Record<Outcome, string>> = { completed: 'Completed', partial: 'Partial', failed: 'Failed' }

/**
 * Statements from upload to outcome.
 * @param speed divides the time of processing.
 * @param onFinished called at each outcome.
 */
export function createStatements(clock: Clock, speed: number, onFinished: (statement: SimulatedStatement) => void) {
  const statements = new Map<string, SimulatedStatement>()
  const timers = createTimers(clock, speed)

  function existing(id: string): SimulatedStatement {
    const statement = statements.get(id)
    if (!statement) throw new Error(`No statement ${id} was uploaded.`)
    return statement
  }
  /** Stops the processing until `finish` is called. */
  function hold(id: string): void {
    timers.cancel(existing(id).id)
  }
  /** Gives a statement this outcome at once, also in place of another. @throws Error when it is not known */
  function finish(id: string, outcome: Outcome, failureReason?: string): SimulatedStatement {
    hold(id)
    const before = existing(id)
    const plan: StatementPlan = { ...before.plan, outcome }
    const statement: SimulatedStatement = {
      ...before,
      plan,
      status: finalStatus[outcome],
      outcome,
      finishedAt: clock.now(),
      content: outcome === 'failed' ? null : createStatementContent(before.digest, plan),
      failureReason: outcome === 'failed' ? (failureReason ?? plan.failureReason) : null,
    }
    statements.set(id, statement)
    onFinished(statement)
    return statement
  }

  return {
    add({ plan: steered, ...rest }: NewStatement): SimulatedStatement {
      const plan = createPlan(rest.digest, steered)
      const statement: SimulatedStatement = {
        ...rest,
        id: randomUUID(),
        plan,
        uploadedAt: clock.now(),
        status: plan.processingStatus,
        outcome: null,
        finishedAt: null,
        content: null,
        failureReason: null,
      }
      statements.set(statement.id, statement)
      const { outcome } = plan
      if (outcome !== 'never') timers.start(statement.id, plan.processingMs, () => finish(statement.id, outcome))
      return statement
    },
    find: (id: string) => statements.get(id) ?? null,
    /** Newest first. */
    list: () => [...statements.values()].reverse(),
    hold,
    finish,
    /** Cancels every timer. */
    stop: timers.stop,
  }
}

export function createUploads(statements: Statements, clock: Clock) {
  const next = createNextPlans<StatementPlan, SimulatedStatement>()
  /** The number of uploads by organisation and calendar month. */
  const usedIn = new Map<string, number>()

  return {
    /** Makes a statement from a received file. @throws VendorError 402 */
    accept(organisation: Organisation, file: ReceivedFile): SimulatedStatement {
      const steering = readSteering([...findSteeringWords(file.fileName), ...file.steering], clock.now())
      const limit = organisation.monthlyUploads
      const month = `${organisation.id} ${clock.now().toISOString().slice(0, 7)}`
      const used = usedIn.get(month) ?? 0
      if (used >= limit) throw quotaError(limit, used)
      if (steering.quotaExceeded) throw quotaError(limit, limit)
      usedIn.set(month, used + 1)
      const { plan, resolve } = next.take()
      const statement = statements.add({
        organisationId: organisation.id,
        fileName: file.fileName,
        digest: file.digest,
        consentRequestId: null,
        plan: { ...steering.plan, ...(file.isEncrypted && encryptedPlan), ...plan },
      })
      resolve(statement)
      return statement
    },
    /** Replaces members of the next accepted file's plan. @returns its statement */
    steerNext: next.add,
  }
}

/** ASSUMED: the vendor cannot open an encrypted PDF, so its statement fails. No call of https://flvxtract.com/docs takes a password. */
const encryptedPlan = { outcome: 'failed', failureReason: 'The document is password protected.' } as const

/** Source: "Quota Error (402)", https://flvxtract.com/docs */
function quotaError(limit: number, used: number): VendorError {
  return new VendorError(402, 'Monthly upload quota exceeded for your current plan.', {
    details: { quotaType: 'MonthlyUploads', limit, used },
  })
}

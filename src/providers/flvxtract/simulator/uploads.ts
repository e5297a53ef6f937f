import type { Clock } from '../../../simulation/clock.ts'
import type { Organisation } from './organisation.ts'
import type { ReceivedFile } from './read-upload.ts'
import type { StatementPlan } from './statement-plan.ts'
import type { SimulatedStatement, Statements } from './statements.ts'
import { findSteeringWords, readSteering } from './steering.ts'
import { VendorError } from './vendor-error.ts'

export interface Uploads {
  /** Makes a statement of a received file. @throws VendorError 402 */
  accept(organisation: Organisation, file: ReceivedFile): SimulatedStatement
  /** Laid over the plan of the next file accepted. @returns the statement it becomes */
  steerNext(plan: Partial<StatementPlan>): Promise<SimulatedStatement>
}

export function createUploads(statements: Statements, clock: Clock): Uploads {
  const next: { readonly plan: Partial<StatementPlan>; readonly accepted: PromiseWithResolvers<SimulatedStatement> }[] =
    []

  /** Uploads so far, by organisation and calendar month. */
  const usedIn = new Map<string, number>()

  return {
    accept(organisation, file) {
      const steering = readSteering([...findSteeringWords(file.fileName), ...file.steering])
      const limit = organisation.monthlyUploads
      const month = `${organisation.id} ${clock.now().toISOString().slice(0, 7)}`
      const used = usedIn.get(month) ?? 0
      if (used >= limit) throw quotaError(limit, used)
      if (steering.quotaExceeded) throw quotaError(limit, limit)
      usedIn.set(month, used + 1)
      const steered = next.shift()
      const statement = statements.add({
        organisationId: organisation.id,
        fileName: file.fileName,
        digest: file.digest,
        consentRequestId: null,
        plan: { ...steering.plan, ...(file.isEncrypted && encryptedPlan), ...steered?.plan },
      })
      steered?.accepted.resolve(statement)
      return statement
    },
    steerNext(plan) {
      const accepted = Promise.withResolvers<SimulatedStatement>()
      next.push({ plan, accepted })
      return accepted.promise
    },
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

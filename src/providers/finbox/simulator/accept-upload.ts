import { createRandom } from '../../../simulation/random.ts'
import { accountOf } from '../../../simulation/statements/document-plan.ts'
import { routeNotAllowed, trialExpired } from './clients.ts'
import { invalidFile, type ReceivedUpload } from './read-upload.ts'
import { listStatements, type NewStatement, type SimulatedSession } from './sessions.ts'
import type { StatementPlan } from './statement-plan.ts'
import { uploadError } from './vendor-error.ts'

/** The refusals that a plan may ask for. */
const refusals = {
  INVALID_FILE_OBJECT: invalidFile,
  PDF_IS_IMAGE: () => uploadError(400, 'PDF_IS_IMAGE', 'Scanned images are not supported'),
  STATEMENT_UNSUPPORTED_FORMAT: () =>
    uploadError(400, 'STATEMENT_UNSUPPORTED_FORMAT', 'The statement format is not supported'),
  INVALID_ACCOUNT_CATEGORY: () => uploadError(400, 'INVALID_ACCOUNT_CATEGORY', 'Account category is invalid'),
  TRIAL_PERIOD_EXPIRED: trialExpired,
  ROUTE_NOT_ALLOWED: routeNotAllowed,
}
export type UploadRefusal = keyof typeof refusals

/**
 * What an upload becomes, or why it is refused: "Error Scenario Validation Matrix" of the vendor's page on backend integration.
 * ASSUMED: the order of the checks, and that equal bytes are a duplicate only within one session.
 *
 * @throws VendorError 400, 402, 403
 */
export function acceptUpload(session: SimulatedSession, upload: ReceivedUpload, plan: StatementPlan): NewStatement {
  const { file, password, bankName } = upload
  if (file.byteSize === 0) throw uploadError(400, 'EMPTY_FILE', 'File object is empty')
  if (!file.isPdf) throw refusals.INVALID_FILE_OBJECT()
  const isLocked = plan.password !== null || file.isEncrypted
  if (isLocked && !opens(plan, password))
    throw uploadError(400, 'PASSWORD_INCORRECT', 'The provided password is incorrect')
  if (plan.refusal !== null) throw refusals[plan.refusal]()
  const bank = toBank(plan, bankName)
  if (listStatements(session).some(({ digest }) => digest === file.digest))
    throw uploadError(400, 'STATEMENT_DUPLICATE', 'A duplicate statement has been detected')
  const { from, to } = accountOf(plan)
  if (to < session.from || from > session.to)
    throw uploadError(400, 'OUT_OF_DATE_RANGE', 'No transactions in expected date range')
  const pageCount = createRandom(`${file.digest} pages`).integer(2, 24)
  return { digest: file.digest, from, to, bank, plan, pageCount, password: isLocked ? password : null }
}

/** ASSUMED: any password but an empty one opens an encrypted PDF that does not say which. */
function opens({ password: right }: StatementPlan, given: string | null): boolean {
  return right === null ? given !== null && given !== '' : given === right
}

/** @returns the bank's identifier in lower case */
function toBank({ bank }: StatementPlan, asked: string | null): string {
  if (bank === null && asked === null)
    throw uploadError(400, 'BANK_NAME_UNDETECTED', 'Unable to detect bank. Please provide BANK NAME.')
  if (bank !== null && asked !== null && asked.toLowerCase() !== bank)
    throw uploadError(400, 'BANK_NAME_MISMATCH', `Not ${asked} bank statement`)
  return bank ?? asked?.toLowerCase() ?? ''
}

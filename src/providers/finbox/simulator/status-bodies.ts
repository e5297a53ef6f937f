import { addDays, monthOf, monthsBetween } from '../../../domain/calendar-date.ts'
import { createAccountContent, createIdentity } from './account-content.ts'
import { findBank } from './catalogue.ts'
import { toOffsetInstant, toPlainInstant, toSlashDate, toSpokenMonth, toZuluInstant } from './dates.ts'
import type { SessionState, SimulatedAccount, SimulatedSession, SimulatedStatement } from './sessions.ts'
import { listStatements } from './sessions.ts'
import type { AccountFault, StatementFault } from './statement-plan.ts'

/** A session with the moment it is looked at. */
export interface Sight {
  readonly session: SimulatedSession
  readonly state: SessionState
  readonly now: Date
  /** Divides the time that extraction takes. */
  readonly speed: number
}

const statementMessages: Readonly<Record<StatementFault, string>> = {
  STATEMENT_TOO_MANY_PAGES: 'The statement has more pages than are taken',
  NULL_ACCOUNT_NUMBER: 'No account number was found',
  UNPARSABLE: 'The statement cannot be parsed',
  EXTRACTION_FAILED: 'Nothing could be extracted from the statement',
  STATEMENT_NO_TRANSACTIONS: 'The statement has no transactions',
  PASSWORD_INCORRECT: 'The password does not open the statement',
  BANK_NAME_MISMATCH: 'The statement is of another bank',
  BANK_NAME_UNDETECTED: 'The bank was not recognised',
  STATEMENT_UNSUPPORTED_FORMAT: 'The format of the statement is not known',
  STATEMENT_DUPLICATE: 'The session has this statement already',
  PDF_IS_IMAGE: 'The statement is a scan',
  OUT_OF_DATE_RANGE: 'The statement is of other dates',
  NO_TRANSACTIONS_FROM_AA: 'The account aggregator sent no transactions',
}

/** ASSUMED: what needs no extraction is known at once, the rest when processing is done. */
const lateFaults: ReadonlySet<string> = new Set(['EXTRACTION_FAILED', 'STATEMENT_NO_TRANSACTIONS'])

function faultOf({ plan }: SimulatedStatement, state: SessionState): StatementFault | null {
  const { statementFault } = plan
  return statementFault !== null && lateFaults.has(statementFault) && state !== 'completed' ? null : statementFault
}

/** The ranges of the session's days that no statement of an account covers, as ISO days. */
export function findMissingRanges(
  { from, to }: Pick<SimulatedSession, 'from' | 'to'>,
  { statements }: SimulatedAccount,
): readonly { readonly from_date: string; readonly to_date: string }[] {
  const missing: { from_date: string; to_date: string }[] = []
  let next = from
  for (const one of statements.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    if (one.from > next) missing.push({ from_date: next, to_date: addDays(one.from, -1) })
    if (one.to >= next) next = addDays(one.to, 1)
  }
  if (next <= to) missing.push({ from_date: next, to_date: to })
  return missing.filter(range => range.from_date <= to)
}

/** Every month of the session's range that no statement covers. */
function findMissingMonths(
  { from, to }: Pick<SimulatedSession, 'from' | 'to'>,
  statements: readonly SimulatedStatement[],
): readonly string[] {
  return monthsBetween(from, to).filter(
    month => !statements.some(one => monthOf(one.from) <= month && month <= monthOf(one.to)),
  )
}

/** Why an account fails, with the months or dates that the message names; null for none. */
export function findAccountFault(
  session: SimulatedSession,
  account: SimulatedAccount,
): { readonly code: AccountFault; readonly message: string } | null {
  const code = pickAccountFault(session, account)
  if (code === null) return null
  const months = findMissingMonths(session, account.statements).map(month => toSpokenMonth(`${month}-01`))
  switch (code) {
    case 'MISSING_TRANSACTIONS':
      return { code, message: 'Transactions are missing within the range of dates' }
    case 'INCOMPLETE_MONTHS':
      return { code, message: `Months without transactions: ${months.join(', ')}` }
    case 'NULL_ACCOUNT_NUMBER':
      return { code, message: 'No account number was found' }
    case 'BALANCE_MISMATCH':
      return { code, message: 'The balances are not what the transactions come to' }
    case 'INCOMPLETE_MONTHS_UPLOAD':
      return { code, message: `Months that were not uploaded: ${months.join(', ')}` }
    case 'INCOMPLETE_DATES_UPLOAD':
      return { code, message: `Dates that were not uploaded: ${JSON.stringify(findMissingRanges(session, account))}` }
    case 'UNPARSABLE':
      return { code, message: 'A statement of the account cannot be parsed' }
  }
}

function pickAccountFault(session: SimulatedSession, account: SimulatedAccount): AccountFault | null {
  const steered = account.statements.find(({ plan }) => plan.accountFault !== null)?.plan.accountFault
  if (steered) return steered
  const faults = account.statements.map(({ plan }) => plan.statementFault)
  if (faults.includes('NULL_ACCOUNT_NUMBER')) return 'NULL_ACCOUNT_NUMBER'
  if (faults.every(fault => fault !== null)) return 'UNPARSABLE'
  const { acceptance } = session.client.settings
  if (session.acceptsAnything || acceptance === 'anything') return null
  if (acceptance === 'every-month-uploaded')
    return findMissingMonths(session, account.statements).length > 0 ? 'INCOMPLETE_MONTHS_UPLOAD' : null
  const withRows = new Set<string>()
  for (const { date } of createAccountContent(account).rows) withRows.add(monthOf(date))
  return monthsBetween(session.from, session.to).every(month => withRows.has(month)) ? null : 'INCOMPLETE_MONTHS'
}

/** `insights_available`: with `to_reject_account` only when no account has a fault. */
export function hasInsights(session: SimulatedSession): boolean {
  return (
    !session.client.settings.toRejectAccount ||
    session.accounts.every(account => findAccountFault(session, account) === null)
  )
}

/** The answer to an upload. Source: the vendor's page on backend integration, "Successful upload response" */
export function toUploadBody(
  session: SimulatedSession,
  account: SimulatedAccount,
  { statement, withIdentity }: { readonly statement: SimulatedStatement; readonly withIdentity: boolean },
) {
  const identity = createIdentity(account)
  const hasNumber = statement.plan.statementFault !== 'NULL_ACCOUNT_NUMBER'
  const range = { from_date: statement.from, to_date: statement.to }
  const fraud = statement.plan.frauds.find(({ category }) => category === 'metadata')
  return {
    bank_name: account.bank,
    statement_id: statement.id,
    page_count: statement.pageCount,
    ...(withIdentity && {
      identity: {
        account_number: hasNumber ? identity.number : null,
        name: identity.holder,
        address: identity.address,
        ifsc: identity.ifsc,
        micr: identity.micr,
        account_category: 'individual',
        credit_limit: 0,
        od_limit: 0,
        account_id: account.id,
        bank_name: account.bank,
      },
    }),
    date_range: range,
    opening_date: null,
    opening_bal: null,
    closing_bal: null,
    is_fraud: fraud !== undefined,
    fraud_type: fraud?.type ?? null,
    metadata_analysis: { name_matches: [] },
    country_code: 'IN',
    currency_code: 'INR',
    extracted_date_range: range,
    account_id: account.id,
    masked_account_number: hasNumber ? identity.maskedNumber : null,
    months: monthsBetween(statement.from, statement.to),
    missing_months: findMissingMonths(session, [statement]),
    status: 1,
    session_id: session.id,
  }
}

function toSlashRange({ from, to }: { readonly from: string; readonly to: string }) {
  return { from_date: toSlashDate(from), to_date: toSlashDate(to) }
}

function toStatementBody(
  statement: SimulatedStatement,
  state: SessionState,
  toInstant: (at: Date) => string,
): Readonly<Record<string, unknown>> {
  const fault = faultOf(statement, state)
  return {
    statement_id: statement.id,
    statement_status: fault === null ? 'completed' : 'failed',
    error_code: fault,
    error_message: fault && statementMessages[fault],
    source: 'pdf',
    upload_file_name: statement.uploadFileName,
    statement_date_range: toSlashRange(statement),
    created_at: toInstant(statement.createdAt),
  }
}

function lastUpdateOf({ createdAt, statements }: SimulatedAccount): Date {
  return statements.at(-1)?.createdAt ?? createdAt
}

/** ASSUMED: the words but `PARTIAL` and `COMPLETED`, and the spaces in two of the session's. */
const uploadStatuses: Readonly<Record<SessionState, string>> = {
  open: 'IN PROGRESS',
  expired: 'EXPIRED',
  processing: 'COMPLETED',
  completed: 'COMPLETED',
  deleted: 'NO UPLOADS',
}

/** As far as any statement of it shows one. */
function numberOf(account: SimulatedAccount, form: 'number' | 'maskedNumber'): string | null {
  const isMissing = account.statements.some(({ plan }) => plan.statementFault === 'NULL_ACCOUNT_NUMBER')
  return isMissing ? null : createIdentity(account)[form]
}

/** @param form webhooks show the account's number masked, the status as it is */
function toUploadAccount(
  session: SimulatedSession,
  account: SimulatedAccount,
  { state, form }: { readonly state: SessionState; readonly form: 'number' | 'maskedNumber' },
) {
  const missing = findMissingRanges(session, account)
  return {
    account_id: account.id,
    account_number: numberOf(account, form),
    bank_name: account.bank,
    created_at: toPlainInstant(account.createdAt),
    last_updated_at: toPlainInstant(lastUpdateOf(account)),
    statements: account.statements.map(one => toStatementBody(one, state, toOffsetInstant)),
    account_status: missing.length > 0 ? 'PARTIAL' : 'COMPLETED',
    months: [...new Set(account.statements.flatMap(({ from, to }) => monthsBetween(from, to)))].toSorted(),
    missing_data: missing,
  }
}

/** Source: the vendor's page on upload status, "Polling" */
export function toUploadStatusBody({ session, state }: Sight) {
  const status = session.accounts.length === 0 && state === 'open' ? 'NO UPLOADS' : uploadStatuses[state]
  return {
    session_id: session.id,
    session_date_range: toSlashRange(session),
    upload_status: status,
    session_expiry_timestamp: toPlainInstant(session.expiresAt),
    accounts: session.accounts.map(account => ({
      ...toUploadAccount(session, account, { state, form: 'number' }),
      name: '',
      account_type: '',
      full_bank_name: findBank(account.bank)?.fullName ?? account.bank,
    })),
    error: {},
  }
}

/** Source: the vendor's page on processing status, "Polling" */
export function toProgressBody({ session, state, now, speed }: Sight) {
  return {
    session_id: session.id,
    session_progress: state === 'completed' ? 'completed' : 'processing',
    progress: listStatements(session).map(statement => toStatementProgress(statement, { session, state, now, speed })),
  }
}

/** Transactions are there after two thirds of the time that a statement takes. */
function toStatementProgress(statement: SimulatedStatement, { session, state, now, speed }: Sight) {
  const { processingMs } = statement.plan
  const passed = session.isHeld ? 0 : now.getTime() - (session.initiatedAt?.getTime() ?? now.getTime())
  const share = state === 'completed' ? 1 : processingMs === 'never' ? 0 : (passed * speed) / processingMs
  const fault = faultOf(statement, state)
  const done = (from: number) => (fault !== null ? 'failed' : share >= from ? 'completed' : 'processing')
  return {
    identity_status: 'completed',
    transaction_status: done(2 / 3),
    processing_status: done(1),
    fraud_status: done(1),
    statement_id: statement.id,
    message: fault && statementMessages[fault],
    source: 'pdf',
  }
}

/** Source: the vendor's page on fetching data, "Get Session Status" */
export function toSessionStatusBody({ session, state }: Sight) {
  return {
    session_id: session.id,
    insights_available: hasInsights(session),
    accounts: session.accounts.map(account => {
      const fault = findAccountFault(session, account)
      const identity = createIdentity(account)
      return {
        name: identity.holder,
        account_category: 'individual',
        account_id: account.id,
        account_number: fault?.code === 'NULL_ACCOUNT_NUMBER' ? null : numberOf(account, 'maskedNumber'),
        bank_name: account.bank,
        error_code: fault?.code ?? null,
        error_message: fault?.message ?? null,
        account_status: fault ? 'failed' : 'completed',
        created_at: toPlainInstant(account.createdAt),
        last_updated_at: toPlainInstant(session.completedAt ?? lastUpdateOf(account)),
        statements: account.statements.map(one => toStatementBody(one, state, toZuluInstant)),
        attempt_types: ['PDF'],
        account_type: 'SAVINGS',
        full_bank_name: findBank(account.bank)?.fullName ?? account.bank,
      }
    }),
  }
}

/** Of the upload stage. Source: the vendor's page on upload status, "Webhooks" */
export function toUploadEvent(
  session: SimulatedSession,
  state: SessionState,
  event: 'SESSION_REQUIREMENT_COMPLETION_NOTIFICATION' | 'SESSION_EXPIRY_NOTIFICATION',
) {
  return {
    session_id: session.id,
    event_name: event,
    message: event === 'SESSION_EXPIRY_NOTIFICATION' ? 'Session Expired' : 'Upload Completed',
    accounts: session.accounts.map(account => toUploadAccount(session, account, { state, form: 'maskedNumber' })),
    session_date_range: toSlashRange(session),
  }
}

/** Source: the vendor's page on processing status, "Webhooks" */
export function toEnrichmentEvent(session: SimulatedSession) {
  return {
    session_id: session.id,
    insights_available: hasInsights(session),
    accounts: session.accounts.map(account => {
      const fault = findAccountFault(session, account)
      return {
        name: createIdentity(account).holder,
        account_category: 'individual',
        account_id: account.id,
        bank_name: account.bank,
        error_code: fault?.code ?? '',
        error_message: fault?.message ?? '',
        account_status: fault ? 'failed' : 'completed',
        attempt_types: ['PDF'],
      }
    }),
    event_name: 'ENRICHMENT_NOTIFICATION',
  }
}

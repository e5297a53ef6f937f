import { monthsBetween } from '../../../domain/calendar-date.ts'
import { centsToNumber } from '../../../simulation/exact-number.ts'
import { closingOf, openingOf } from '../../../simulation/statements/document-plan.ts'
import { createIdentity } from './account-content.ts'
import { findBank } from './catalogue.ts'
import { toOffsetInstant, toPlainInstant, toSlashDate, toZuluInstant } from './dates.ts'
import {
  faultOf,
  findAccountFault,
  findMissingMonths,
  findMissingRanges,
  hasInsights,
  statementMessages,
} from './reading-faults.ts'
import {
  listStatements,
  type SessionState,
  type SimulatedAccount,
  type SimulatedSession,
  type SimulatedStatement,
} from './sessions.ts'

/** A session at one moment. */
export interface Sight {
  readonly session: SimulatedSession
  readonly state: SessionState
  readonly now: Date
  /** Divides the time that extraction takes. */
  readonly speed: number
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
    opening_bal: centsToNumber(openingOf(statement.plan)),
    closing_bal: centsToNumber(closingOf(statement.plan)),
    is_fraud: fraud !== undefined,
    fraud_type: fraud?.type ?? null,
    metadata_analysis: { name_matches: [] },
    country_code: identity.countryCode,
    currency_code: identity.currencyCode,
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

/** ASSUMED: all words but `PARTIAL` and `COMPLETED`, and the spaces in two of them. */
const uploadStatuses: Readonly<Record<SessionState, string>> = {
  open: 'IN PROGRESS',
  expired: 'EXPIRED',
  processing: 'COMPLETED',
  completed: 'COMPLETED',
  deleted: 'NO UPLOADS',
}

/** The account's number; null when no statement shows one. */
function numberOf(account: SimulatedAccount, form: 'number' | 'maskedNumber'): string | null {
  const isMissing = account.statements.some(({ plan }) => plan.statementFault === 'NULL_ACCOUNT_NUMBER')
  return isMissing ? null : createIdentity(account)[form]
}

/** @param form webhooks mask the account's number, the status does not */
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
export function toProgressBody(sight: Sight) {
  const { session, state } = sight
  return {
    session_id: session.id,
    session_progress: state === 'completed' ? 'completed' : 'processing',
    progress: listStatements(session).map(statement => toStatementProgress(statement, sight)),
  }
}

/** The transactions of a statement are there after two thirds of its processing time. */
function toStatementProgress(statement: SimulatedStatement, { session, state, now, speed }: Sight) {
  const { processingMs } = statement.plan
  const passed = now.getTime() - (session.initiatedAt?.getTime() ?? now.getTime())
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
      const processed = toProcessedAccount(session, account, null)
      return {
        ...processed,
        account_number: processed.error_code === 'NULL_ACCOUNT_NUMBER' ? null : numberOf(account, 'maskedNumber'),
        created_at: toPlainInstant(account.createdAt),
        last_updated_at: toPlainInstant(session.completedAt ?? lastUpdateOf(account)),
        statements: account.statements.map(one => toStatementBody(one, state, toZuluInstant)),
        account_type: 'SAVINGS',
        full_bank_name: findBank(account.bank)?.fullName ?? account.bank,
      }
    }),
  }
}

/** @param noFault what stands for the code and the message of an account without a fault */
function toProcessedAccount(session: SimulatedSession, account: SimulatedAccount, noFault: '' | null) {
  const fault = findAccountFault(session, account)
  return {
    name: createIdentity(account).holder,
    account_category: 'individual',
    account_id: account.id,
    bank_name: account.bank,
    error_code: fault?.code ?? noFault,
    error_message: fault?.message ?? noFault,
    account_status: fault ? 'failed' : 'completed',
    attempt_types: ['PDF'],
  }
}

/** The webhook at the end of the uploads. Source: the vendor's page on upload status, "Webhooks" */
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

/** The webhook at the end of processing. Source: the vendor's page on processing status, "Webhooks" */
export function toEnrichmentEvent(session: SimulatedSession) {
  return {
    session_id: session.id,
    insights_available: hasInsights(session),
    accounts: session.accounts.map(account => toProcessedAccount(session, account, '')),
    event_name: 'ENRICHMENT_NOTIFICATION',
  }
}

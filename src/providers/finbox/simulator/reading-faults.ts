import { addDays, monthOf, monthsBetween } from '../../../domain/calendar-date.ts'
import { createAccountContent } from './account-content.ts'
import { toSpokenMonth } from './dates.ts'
import type { SessionState, SimulatedAccount, SimulatedSession, SimulatedStatement } from './sessions.ts'

/** The faults of statements and accounts, and the days of the session's period that they lack. */

/** Those after the first five are normally refused at the upload, and occur here only if a test asks for it. */
export const statementMessages = {
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
} as const
export type StatementFault = keyof typeof statementMessages

const accountMessages = {
  MISSING_TRANSACTIONS: 'Transactions are missing within the range of dates',
  INCOMPLETE_MONTHS: 'Months without transactions: <months>',
  NULL_ACCOUNT_NUMBER: 'No account number was found',
  BALANCE_MISMATCH: 'The balances are not what the transactions come to',
  INCOMPLETE_MONTHS_UPLOAD: 'Months that were not uploaded: <months>',
  INCOMPLETE_DATES_UPLOAD: 'Dates that were not uploaded: <dates>',
  UNPARSABLE: 'A statement of the account cannot be parsed',
} as const
export type AccountFault = keyof typeof accountMessages

/** ASSUMED: these faults are known when processing ends, all others at once. */
const lateFaults: ReadonlySet<string> = new Set(['EXTRACTION_FAILED', 'STATEMENT_NO_TRANSACTIONS'])

/** Why a statement could not be read; null when there is no fault or it is not known yet. */
export function faultOf({ plan }: SimulatedStatement, state: SessionState): StatementFault | null {
  const { statementFault } = plan
  return statementFault !== null && lateFaults.has(statementFault) && state !== 'completed' ? null : statementFault
}

/** The days of the session's period that no statement of an account covers, as ranges of ISO days. */
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

/** The months of the session's period that no statement covers. */
export function findMissingMonths(
  { from, to }: Pick<SimulatedSession, 'from' | 'to'>,
  statements: readonly SimulatedStatement[],
): readonly string[] {
  return monthsBetween(from, to).filter(
    month => !statements.some(one => monthOf(one.from) <= month && month <= monthOf(one.to)),
  )
}

/** Why an account fails, with the months or dates that the message names; null when it does not. */
export function findAccountFault(
  session: SimulatedSession,
  account: SimulatedAccount,
): { readonly code: AccountFault; readonly message: string } | null {
  const code = pickAccountFault(session, account)
  if (code === null) return null
  const months = findMissingMonths(session, account.statements).map(month => toSpokenMonth(`${month}-01`))
  const dates = JSON.stringify(findMissingRanges(session, account))
  return { code, message: accountMessages[code].replace('<months>', months.join(', ')).replace('<dates>', dates) }
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

/** `insights_available`: false when `to_reject_account` is set and an account has a fault. */
export function hasInsights(session: SimulatedSession): boolean {
  return (
    !session.client.settings.toRejectAccount ||
    session.accounts.every(account => findAccountFault(session, account) === null)
  )
}

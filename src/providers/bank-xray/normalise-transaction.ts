import { isReadable } from '../../connector/or-unreadable.ts'
import { toDirection, toSignedAmount } from '../../connector/signed-amount.ts'
import type { TransactionFinding } from '../findings.ts'
import { toCategory } from './categories.ts'
import type { NumberedStatement, ReportContext } from './normalise-statements.ts'
import type { TransactionPayload } from './transaction-payload.ts'

/** Lines of a statement are booked. */
export function normaliseTransaction(
  row: TransactionPayload,
  statements: readonly NumberedStatement[],
  { currency }: Pick<ReportContext, 'currency'>,
): TransactionFinding {
  const direction = toDirection(row.type)
  const amount = toSignedAmount(row.amount, direction)
  const statement = statementOf(row, statements)
  return {
    statementReference: statement?.finding.reference ?? null,
    documentId: statement?.finding.documentId ?? null,
    // Perhaps no more than its number in a statement, so without a statement it names nothing.
    providerTransactionId: statement === null ? null : row.id,
    status: 'BOOKED',
    amount,
    currency,
    direction,
    bookingDate: row.date,
    valueDate: row.valueDate,
    description: row.description,
    counterparty: row.counterparty && { ...row.counterparty, creditorId: null },
    channel: null,
    category: toCategory(row.category, amount),
    tags: [],
    codes: [],
    mandateReference: null,
    reference: null,
    balanceAfter: row.balance,
  }
}

/** By the vendor's number, else by being the only one at all, or the only one in whose days the movement falls. */
function statementOf(
  { statementId, date, valueDate }: TransactionPayload,
  statements: readonly NumberedStatement[],
): NumberedStatement | null {
  const numbered = statementId === null ? [] : statements.filter(one => one.statementId === statementId)
  const candidates = numbered.length > 0 ? numbered : statements
  if (candidates.length === 1) return candidates[0] ?? null
  const day = [date, valueDate].find(isReadable) ?? null
  const within = candidates.filter(
    ({ finding: { from, to } }) => day !== null && isReadable(from) && isReadable(to) && from <= day && day <= to,
  )
  return within.length === 1 ? (within[0] ?? null) : null
}

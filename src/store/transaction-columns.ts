import type { Transaction } from '../domain/transaction.ts'
import { type Fragment, joined, sql } from './sql.ts'

/** What of a transaction can be read or left; its id is always read. */
export type TransactionMember = Exclude<keyof Transaction, 'id'>

/** A transaction of which not everything was read: the other members are absent. */
export type TransactionPart = Pick<Transaction, 'id'> & Partial<Transaction>

const currency = sql`item.currency`

const columnsOf: Readonly<Record<TransactionMember, readonly Fragment[]>> = {
  ownerId: [sql`item.owner_id as "ownerId"`],
  providerId: [sql`item.provider_id as "providerId"`],
  applicantId: [sql`item.applicant_id as "applicantId"`],
  statementId: [sql`item.statement_id as "statementId"`],
  providerTransactionId: [sql`item.provider_transaction_id as "providerTransactionId"`],
  status: [sql`item.status`],
  amount: [sql`item.amount as "amountValue"`, currency],
  direction: [sql`item.direction`],
  bookingDate: [sql`item.booking_date as "bookingDate"`],
  valueDate: [sql`item.value_date as "valueDate"`],
  effectiveDate: [sql`item.effective_date as "effectiveDate"`],
  description: [sql`item.description`],
  counterparty: [sql`item.counterparty`],
  channel: [sql`item.channel`],
  category: [sql`item.category as "categoryCode"`, sql`item.provider_category as "providerCategory"`],
  tags: [sql`item.tags`],
  codes: [sql`item.codes`],
  mandateReference: [sql`item.mandate_reference as "mandateReference"`],
  reference: [sql`item.reference`],
  balanceAfter: [sql`item.balance_after as "balanceValue"`, currency],
  duplicateOfId: [sql`nullif(item.duplicate_of_id, item.id) as "duplicateOfId"`],
}

export function isTransactionMember(name: string): name is TransactionMember {
  return Object.hasOwn(columnsOf, name)
}

/** The columns of the transaction `item` that hold these members. */
export function toColumns(members: readonly TransactionMember[]): Fragment {
  return joined([...new Set([sql`item.id`, ...members.flatMap(member => columnsOf[member])])], ', ')
}

/** The columns of the transaction `item` that hold all there is of it. */
export const allColumns: Fragment = toColumns(Object.keys(columnsOf).filter(isTransactionMember))

/** The columns that `staged_transactions`, `transactions` and `duplicate_transactions` have in common. */
export const storedColumns: Fragment = sql`tenant_id, owner_id, id, provider_id, applicant_id, statement_id, position,
  provider_transaction_id, status, amount, currency, direction, booking_date, value_date, effective_date, description,
  counterparty, channel, category, provider_category, tags, codes, mandate_reference, reference, balance_after, fingerprint,
  search_text`

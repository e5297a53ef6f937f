import { Sql } from 'sql-template-tag'
import { toSearchText } from '../domain/fold-text.ts'
import type { Transaction } from '../domain/transaction.ts'
import { Fragment, joined, sql } from './sql.ts'

/** What of a transaction can be read or left; its id is always read. */
export type TransactionMember = Exclude<keyof Transaction, 'id'>

/** A transaction of which not everything was read: the other members are absent. */
export type TransactionPart = Pick<Transaction, 'id'> & Partial<Transaction>

/** A transaction before it is decided whether it counts. */
export interface StagedTransaction extends Omit<Transaction, 'duplicateOfId'> {
  /** Its place in the collection. */
  readonly position: number
  /** Equal for the same movement in two statements. */
  readonly fingerprint: string
}

/** A column of `staged_transactions`, `transactions` and `duplicate_transactions`. */
interface Column {
  readonly name: string
  readonly type: 'text' | 'integer' | 'numeric' | 'date' | 'jsonb'
  /** Under which name it is read. */
  readonly as: string
  /** What is written into it. */
  readonly from: (transaction: StagedTransaction) => unknown
}

/** The columns of a member: the one that has its name, unless others are listed. A new member needs a line here and a column. */
const columnsOf: Readonly<Record<TransactionMember, readonly Column[]>> = {
  ownerId: [column('owner_id', 'text', item => item.ownerId)],
  providerId: [column('provider_id', 'text', item => item.providerId)],
  applicantId: [column('applicant_id', 'text', item => item.applicantId)],
  statementId: [column('statement_id', 'text', item => item.statementId)],
  accountId: [column('account_id', 'text', item => item.accountId)],
  providerTransactionId: [column('provider_transaction_id', 'text', item => item.providerTransactionId)],
  status: [column('status', 'text', item => item.status)],
  amount: [column('amount', 'numeric', item => item.amount.value, 'amountValue'), currency()],
  direction: [column('direction', 'text', item => item.direction)],
  bookingDate: [column('booking_date', 'date', item => item.bookingDate)],
  valueDate: [column('value_date', 'date', item => item.valueDate)],
  effectiveDate: [column('effective_date', 'date', item => item.effectiveDate)],
  description: [column('description', 'text', item => item.description)],
  counterparty: [column('counterparty', 'jsonb', item => item.counterparty)],
  channel: [column('channel', 'text', item => item.channel)],
  category: [
    column('category', 'text', item => item.category?.code, 'categoryCode'),
    column('provider_category', 'text', item => item.category?.providerCode),
  ],
  tags: [column('tags', 'jsonb', item => item.tags)],
  codes: [column('codes', 'jsonb', item => item.codes)],
  mandateReference: [column('mandate_reference', 'text', item => item.mandateReference)],
  reference: [column('reference', 'text', item => item.reference)],
  balanceAfter: [column('balance_after', 'numeric', item => item.balanceAfter?.value, 'balanceValue'), currency()],
  replacesId: [column('replaces_id', 'text', item => item.replacesId)],
  // Not of a transaction that counts: see `duplicate_transactions`.
  duplicateOfId: [],
}

/** What is stored of a transaction beside its members. */
const others: readonly Column[] = [
  column('id', 'text', item => item.id),
  column('position', 'integer', item => item.position),
  column('fingerprint', 'text', item => item.fingerprint),
  column('search_text', 'text', item => toSearchText(item.description, item.counterparty?.name ?? null)),
]

function column(
  name: string,
  type: Column['type'],
  from: Column['from'],
  as: string = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
): Column {
  return { name, type, from, as }
}

function currency(): Column {
  return column('currency', 'text', item => item.amount.currency)
}

/** Every column once; all but the tenant's. */
const stored: readonly Column[] = [
  ...new Map([...others, ...Object.values(columnsOf).flat()].map(one => [one.name, one])).values(),
]

/** Names of the list above, which are no input of anybody. */
const identifier = (text: string): Fragment => new Fragment(new Sql([text], []))

export function isTransactionMember(name: string): name is TransactionMember {
  return Object.hasOwn(columnsOf, name)
}

const readDuplicateOf = sql`nullif(item.duplicate_of_id, item.id) as "duplicateOfId"`

/** The columns of the transaction `item` that hold these members. */
export function toColumns(members: readonly TransactionMember[]): Fragment {
  const names = new Set(members.flatMap(member => columnsOf[member]).map(({ name, as }) => `item.${name} as "${as}"`))
  const read = [...names].map(identifier)
  return joined([sql`item.id`, ...read, ...(members.includes('duplicateOfId') ? [readDuplicateOf] : [])], ', ')
}

/** The columns of the transaction `item` that hold all there is of it. */
export const allColumns: Fragment = toColumns(Object.keys(columnsOf).filter(isTransactionMember))

/** The columns that `staged_transactions`, `transactions` and `duplicate_transactions` have in common. */
export const storedColumns: Fragment = identifier(['tenant_id', ...stored.map(({ name }) => name)].join(', '))

/**
 * The same columns of a relation, in the same order, with something else in the place of some.
 *
 * @param instead expressions by the names of the columns
 */
export function storedColumnsOf(relation: string, instead: Readonly<Record<string, Fragment>> = {}): Fragment {
  const names = ['tenant_id', ...stored.map(({ name }) => name)]
  return joined(
    names.map(name => instead[name] ?? identifier(`${relation}.${name}`)),
    ', ',
  )
}

/** What another reading of the same transaction may say otherwise, as a list of columns of a relation, or of none. */
export function rereadColumns(relation: string | null, instead: Readonly<Record<string, Fragment>> = {}): Fragment {
  const names = stored.map(({ name }) => name).filter(name => !placeColumns.includes(name))
  return joined(
    names.map(name => instead[name] ?? identifier(relation === null ? name : `${relation}.${name}`)),
    ', ',
  )
}

/** Whose a transaction is and where it stands, which no later reading of it changes. */
const placeColumns = [
  'id',
  'owner_id',
  'provider_id',
  'applicant_id',
  'statement_id',
  'account_id',
  'position',
  'replaces_id',
]

/** The same columns of `given`, a record of `stagedRecord`, in the same order but for the tenant's. */
export const columnsOfRecord: Fragment = identifier(
  // A null within JSON is none of SQL.
  stored
    .map(({ name, type }) => (type === 'jsonb' ? `nullif(given.${name}, 'null'::jsonb)` : `given.${name}`))
    .join(', '),
)

/** The names and types of what `toRecord` makes, for `jsonb_to_recordset`. */
export const stagedRecord: Fragment = identifier(stored.map(({ name, type }) => `${name} ${type}`).join(', '))

/** A transaction by the names of its columns. */
export function toRecord(transaction: StagedTransaction): Readonly<Record<string, unknown>> {
  return Object.fromEntries(stored.map(({ name, from }) => [name, from(transaction)]))
}

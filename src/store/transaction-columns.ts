import { toSearchText } from '../domain/fold-text.ts'
import type { MonetaryAmount } from '../domain/money.ts'
import type { Transaction, TransactionCategory } from '../domain/transaction.ts'
import { type Fragment, joined, sql, verbatim } from './sql.ts'

/** A member of a transaction that may or may not be read. The id is always read. */
export type TransactionMember = Exclude<keyof Transaction, 'id'>

/** A transaction with only the members that were read. */
export type TransactionPart = Pick<Transaction, 'id'> & Partial<Transaction>

/** A transaction before it is decided whether it counts. */
export interface StagedTransaction extends Omit<Transaction, 'duplicateOfId'> {
  /** Its place in the collection. */
  readonly position: number
  /**
   * Equal for the same transaction in two statements: a digest of date, amount, currency and folded description, and
   * the ordinal among equals.
   */
  readonly fingerprint: string
  /** null where ids are not derived. */
  readonly idSource: IdSource | null
}

/** What the id of a staged transaction is derived from, together with the vendor's id and the ordinal among equals. */
export interface IdSource {
  /** The number of its document or statement in the collection. */
  readonly scope: number
  /** A digest of the content; null where the vendor gives an id. */
  readonly content: string | null
}

/** A column of `staged_transactions`, `transactions` and `duplicate_transactions`. */
export interface Column {
  readonly name: string
  readonly type: 'text' | 'integer' | 'numeric' | 'date' | 'jsonb'
  /** The name under which it is read. */
  readonly as: string
  /** The value that is written into it. */
  readonly from: (transaction: StagedTransaction) => unknown
}

/**
 * How a member is stored: as the value of a column, as an object whose members are columns (null when the column
 * `presence` is null), or as JSON. `readTransactions` and the lists make objects of the columns; row plans write the
 * text of an answer.
 */
export type MemberShape =
  | { readonly kind: 'value'; readonly column: Column }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Column>>; readonly presence: Column }
  | { readonly kind: 'json'; readonly column: Column }
  | { readonly kind: 'derived' }

/** A new member needs a line here and a column. */
export const memberShapes: Readonly<Record<TransactionMember, MemberShape>> = {
  ownerId: value(column('owner_id', 'text', item => item.ownerId)),
  providerId: value(column('provider_id', 'text', item => item.providerId)),
  applicantId: value(column('applicant_id', 'text', item => item.applicantId)),
  statementId: value(column('statement_id', 'text', item => item.statementId)),
  accountId: value(column('account_id', 'text', item => item.accountId)),
  providerTransactionId: value(column('provider_transaction_id', 'text', item => item.providerTransactionId)),
  status: value(column('status', 'text', item => item.status)),
  amount: money(column('amount', 'numeric', item => item.amount.value, 'amountValue')),
  direction: value(column('direction', 'text', item => item.direction)),
  bookingDate: value(column('booking_date', 'date', item => item.bookingDate)),
  valueDate: value(column('value_date', 'date', item => item.valueDate)),
  effectiveDate: value(column('effective_date', 'date', item => item.effectiveDate)),
  description: value(column('description', 'text', item => item.description)),
  counterparty: json(column('counterparty', 'jsonb', item => item.counterparty)),
  channel: value(column('channel', 'text', item => item.channel)),
  category: category(
    column('category', 'text', item => item.category?.code, 'categoryCode'),
    column('provider_category', 'text', item => item.category?.providerCode),
  ),
  tags: json(column('tags', 'jsonb', item => item.tags)),
  codes: json(column('codes', 'jsonb', item => item.codes)),
  mandateReference: value(column('mandate_reference', 'text', item => item.mandateReference)),
  reference: value(column('reference', 'text', item => item.reference)),
  balanceAfter: money(column('balance_after', 'numeric', item => item.balanceAfter?.value, 'balanceValue')),
  replacesId: value(column('replaces_id', 'text', item => item.replacesId)),
  // Only a column of `duplicate_transactions`.
  duplicateOfId: { kind: 'derived' },
}

function columnsOf(member: TransactionMember): readonly Column[] {
  const shape = memberShapes[member]
  if (shape.kind === 'derived') return []
  return shape.kind === 'object' ? Object.values(shape.members) : [shape.column]
}

/** Columns that hold no member. */
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

function value(own: Column): MemberShape {
  return { kind: 'value', column: own }
}

function json(own: Column): MemberShape {
  return { kind: 'json', column: own }
}

/** All amounts of a transaction are in its currency. */
function money(own: Column): MemberShape {
  const members: Record<keyof MonetaryAmount, Column> = {
    value: own,
    currency: column('currency', 'text', item => item.amount.currency),
  }
  return { kind: 'object', members, presence: own }
}

function category(code: Column, providerCode: Column): MemberShape {
  const members: Record<keyof TransactionCategory, Column> = { code, providerCode }
  return { kind: 'object', members, presence: code }
}

/** Every column once, except the tenant's. */
const stored: readonly Column[] = [
  ...new Map(
    [...others, ...Object.keys(memberShapes).filter(isTransactionMember).flatMap(columnsOf)].map(one => [
      one.name,
      one,
    ]),
  ).values(),
]

/** The column of the transaction `item`. */
export function toReference({ name }: Column): Fragment {
  return verbatim(`item.${name}`)
}

export function isTransactionMember(name: string): name is TransactionMember {
  return Object.hasOwn(memberShapes, name)
}

const readDuplicateOf = sql`nullif(item.duplicate_of_id, item.id) as "duplicateOfId"`

/** The columns of the transaction `item` that hold these members. */
export function toColumns(members: readonly TransactionMember[]): Fragment {
  const names = new Set(members.flatMap(columnsOf).map(({ name, as }) => `item.${name} as "${as}"`))
  const read = [...names].map(verbatim)
  return joined([sql`item.id`, ...read, ...(members.includes('duplicateOfId') ? [readDuplicateOf] : [])], ', ')
}

/** The columns of the transaction `item` that hold all members. */
export const allColumns: Fragment = toColumns(Object.keys(memberShapes).filter(isTransactionMember))

const storedNames = ['tenant_id', ...stored.map(({ name }) => name)]

/** The columns that `staged_transactions`, `transactions` and `duplicate_transactions` have in common. */
export const storedColumns: Fragment = verbatim(storedNames.join(', '))

/** Expressions that replace columns, by the names of the columns. */
type Instead = Readonly<Record<string, Fragment>>

const listed = (names: readonly string[], prefix: string, instead: Instead) =>
  joined(
    names.map(name => instead[name] ?? verbatim(prefix + name)),
    ', ',
  )

/** The same columns of a relation, in the same order. */
export function storedColumnsOf(relation: string, instead: Instead = {}): Fragment {
  return listed(storedNames, `${relation}.`, instead)
}

/**
 * The columns that another reading of the same transaction may change, qualified with the name of a relation or, for
 * null, unqualified.
 */
export function rereadColumns(relation: string | null, instead: Instead = {}): Fragment {
  const names = storedNames.filter(name => !placeColumns.includes(name))
  return listed(names, relation === null ? '' : `${relation}.`, instead)
}

/** Columns that no later reading of a transaction changes. */
const placeColumns = [
  'tenant_id',
  'id',
  'owner_id',
  'provider_id',
  'applicant_id',
  'statement_id',
  'account_id',
  'position',
  'replaces_id',
]

/** The same columns, except the tenant's, of `given`, which is a record of `stagedRecord`. */
export const columnsOfRecord: Fragment = verbatim(
  // JSON null becomes SQL null.
  stored
    .map(({ name, type }) => (type === 'jsonb' ? `nullif(given.${name}, 'null'::jsonb)` : `given.${name}`))
    .join(', '),
)

/** The names and types of what `toRecord` makes, for `jsonb_to_recordset`. */
export const stagedRecord: Fragment = verbatim(stored.map(({ name, type }) => `${name} ${type}`).join(', '))

/** A transaction by the names of its columns. */
export function toRecord(transaction: StagedTransaction): Readonly<Record<string, unknown>> {
  return Object.fromEntries(stored.map(({ name, from }) => [name, from(transaction)]))
}

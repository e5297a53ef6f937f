import type { TransactionFinding, WholeTransaction } from '../providers/findings.ts'
import type { FindingReader } from './finding-reader.ts'

/** A transaction of a vendor without its statement and document. */
export type FoundTransaction = Omit<TransactionFinding, 'statementReference' | 'documentId'>
/** The same with every member. */
export type BoundTransaction = Omit<WholeTransaction, 'statementReference' | 'documentId'>

/** Completes a transaction and drops members that cannot be stored. @returns null without an amount */
export function boundTransaction(finding: FoundTransaction, read: FindingReader): BoundTransaction | null {
  const amount = read.neededDecimal('amount', finding.amount)
  if (amount === null) return null
  const { counterparty, category } = finding
  return {
    status: finding.status,
    direction: finding.direction ?? null,
    amount,
    providerTransactionId: read.text('providerTransactionId', 'reference', finding.providerTransactionId),
    currency: read.currency('currency', finding.currency),
    bookingDate: read.date('bookingDate', finding.bookingDate),
    valueDate: read.date('valueDate', finding.valueDate),
    description: finding.description == null ? null : read.prose(finding.description),
    counterparty: counterparty
      ? {
          name: read.text('counterparty.name', 'name', counterparty.name),
          iban: read.text('counterparty.iban', 'accountNumber', counterparty.iban),
          bic: read.text('counterparty.bic', 'bankCode', counterparty.bic),
          creditorId: read.text('counterparty.creditorId', 'accountNumber', counterparty.creditorId),
        }
      : null,
    channel: read.text('channel', 'word', finding.channel),
    category: category ? { ...category, providerCode: read.text('category', 'word', category.providerCode) } : null,
    tags: read.list('Transaction.tags', 'tags', finding.tags).map(({ name, source }) => ({
      name: read.needed('tags', 'word', name),
      source: read.text('tags.source', 'word', source),
    })),
    codes: read.list('Transaction.codes', 'codes', finding.codes).map(({ type, value }) => ({
      type: read.needed('codes.type', 'word', type),
      value: read.needed('codes.value', 'word', value),
    })),
    mandateReference: read.text('mandateReference', 'reference', finding.mandateReference),
    reference: read.text('reference', 'reference', finding.reference),
    balanceAfter: read.decimal('balanceAfter', finding.balanceAfter),
  }
}

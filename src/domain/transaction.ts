import type { CalendarDate } from './calendar-date.ts'
import type { CreditDebit, MonetaryAmount } from './money.ts'

export const transactionStatuses = ['BOOKED', 'PENDING', 'OTHER'] as const
export type TransactionStatus = (typeof transactionStatuses)[number]

export const categoryCodes = [
  'SALARY',
  'BENEFIT',
  'OTHER_INCOME',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'HOUSING',
  'UTILITIES',
  'GROCERIES',
  'TRANSPORT',
  'INSURANCE',
  'TAX',
  'LOAN_DISBURSEMENT',
  'LOAN_REPAYMENT',
  'GAMBLING',
  'CASH',
  'FEES',
  'RETURNED',
  'SPENDING',
  'OTHER',
] as const
export type TransactionCategoryCode = (typeof categoryCodes)[number]

/** Our category, and the vendor's own word. */
export interface TransactionCategory {
  readonly code: TransactionCategoryCode
  readonly providerCode: string | null
}

export interface Counterparty {
  readonly name: string | null
  /** In full; only for callers with the scope `read:account-numbers`. */
  readonly iban: string | null
  readonly maskedIban: string | null
  readonly bic: string | null
  readonly creditorId: string | null
}

export interface Tag {
  readonly name: string
  readonly source: string | null
}

export interface TransactionCode {
  readonly type: string
  readonly value: string
}

/** One entry of an account. */
export interface Transaction {
  readonly id: string
  /** The collection or bank account that it was read into. */
  readonly ownerId: string
  readonly providerId: string
  readonly applicantId: string
  readonly statementId: string | null
  /** The bank account that it was read from; null for a transaction of a statement. */
  readonly accountId: string | null
  readonly providerTransactionId: string | null
  readonly status: TransactionStatus
  readonly amount: MonetaryAmount
  readonly direction: CreditDebit
  readonly bookingDate: CalendarDate | null
  readonly valueDate: CalendarDate | null
  readonly effectiveDate: CalendarDate
  readonly description: string | null
  readonly counterparty: Counterparty | null
  readonly channel: string | null
  readonly category: TransactionCategory | null
  readonly tags: readonly Tag[]
  readonly codes: readonly TransactionCode[]
  readonly mandateReference: string | null
  readonly reference: string | null
  readonly balanceAfter: MonetaryAmount | null
  /** The pending transaction that this booked one has replaced, under another id of the provider. */
  readonly replacesId: string | null
  /** The transaction that counts instead of this one. */
  readonly duplicateOfId: string | null
}

import type { AccountType } from './bank-login.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Decimal } from './decimal.ts'
import type { CurrencyCode } from './money.ts'
import type { TransactionStatus } from './transaction.ts'

// Accounts of a customer that a caller has read elsewhere and imports. In the inputs, optional members may be absent or
// null; the checked form has all members.

export const importModes = ['REPLACE', 'MERGE'] as const
/** REPLACE: these logins replace all others. MERGE: they are merged with the existing ones by the ids of logins and accounts. */
export type ImportMode = (typeof importModes)[number]

/** A checked login: ids are unique, amounts exact, and dates exist. */
export interface ImportedLogin {
  readonly id: string
  readonly bank: ImportedBank
  readonly accounts: readonly ImportedAccount[]
}

export interface ImportedBank {
  readonly name: string
  readonly bic: string | null
  readonly bankCode: string | null
}

export interface ImportedAccount {
  readonly id: string
  readonly iban: string | null
  readonly number: string | null
  readonly name: string | null
  readonly owner: string | null
  readonly type: AccountType
  readonly currency: CurrencyCode
  readonly balance: Decimal | null
  readonly creditLine: Decimal | null
  readonly monthlySpendingLimit: Decimal | null
  readonly transactions: readonly ImportedTransaction[]
  readonly standingOrders: readonly ImportedStandingOrder[]
  readonly securities: readonly ImportedSecurity[]
}

export interface ImportedTransaction {
  readonly id: string
  /** Positive for money into the account. */
  readonly amount: Decimal
  readonly currency: CurrencyCode
  readonly bookingDate: CalendarDate | null
  readonly valueDate: CalendarDate | null
  readonly status: TransactionStatus
  readonly description: string | null
  readonly counterparty: ImportedCounterparty | null
  readonly mandateReference: string | null
  readonly tags: readonly { readonly name: string; readonly source: string | null }[]
  readonly codes: readonly { readonly type: string; readonly value: string }[]
}

export interface ImportedCounterparty {
  readonly name: string | null
  readonly iban: string | null
  readonly bic: string | null
  readonly creditorId: string | null
}

export interface ImportedStandingOrder {
  readonly id: string
  readonly amount: Decimal
  readonly currency: CurrencyCode
  readonly purpose: string | null
  readonly interval: string | null
  readonly executionDay: number | null
  readonly firstExecutionDate: CalendarDate | null
  readonly lastExecutionDate: CalendarDate | null
  readonly createdAt: CalendarDate | null
}

export interface ImportedSecurity {
  readonly id: string
  readonly isin: string | null
  readonly name: string | null
  readonly market: string | null
  readonly quantity: Decimal | null
  readonly currency: CurrencyCode
  readonly price: Decimal | null
  readonly purchasePrice: Decimal | null
  readonly value: Decimal | null
  readonly exchangeRate: Decimal | null
}

/** The same type, in which members that may be null, and lists, may also be absent. */
type Loose<Whole> = {
  readonly [Name in keyof Whole as null extends Whole[Name]
    ? never
    : Whole[Name] extends readonly unknown[]
      ? never
      : Name]: Whole[Name]
} & {
  readonly [Name in keyof Whole as null extends Whole[Name] ? Name : never]?: Whole[Name]
} & {
  readonly [Name in keyof Whole as Whole[Name] extends readonly unknown[]
    ? Name
    : never]?: Whole[Name] extends readonly (infer Item)[] ? readonly Loose<Item>[] | null : never
}

export type ImportedTransactionInput = Omit<Loose<ImportedTransaction>, 'counterparty'> & {
  readonly counterparty?: Partial<ImportedCounterparty> | null
}
export type ImportedAccountInput = Omit<Loose<ImportedAccount>, 'transactions'> & {
  readonly transactions?: readonly ImportedTransactionInput[] | null
}
export interface ImportedLoginInput {
  readonly id: string
  readonly bank: Loose<ImportedBank>
  readonly accounts: readonly ImportedAccountInput[]
}

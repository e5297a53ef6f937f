import type { Bank } from '../domain/bank.ts'
import type { BankAccount, Synchronization } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { BankUser } from '../domain/subject.ts'

// A reading of a bank user before it is published: all its logins and accounts, within bounds. Its transactions are staged.

export interface ReadLogin {
  /** Unique within the reading. */
  readonly key: string
  /** The provider's id. */
  readonly reference: string
  readonly bank: Bank
  /** Null when the provider does not say. */
  readonly status: Synchronization | null
}

type Amount = 'balance' | 'creditLine' | 'monthlySpendingLimit'

/** An account with decimals in its currency instead of amounts. */
export type AccountFigures = Omit<BankAccount, Amount> & Readonly<Record<Amount, Decimal | null>>

export interface ReadAccount
  extends Omit<
    AccountFigures,
    'id' | 'loginId' | 'applicantId' | 'providerId' | 'providerReference' | 'retrievedAt' | 'removedAt'
  > {
  /** Unique within the reading. Its staged transactions refer to it. */
  readonly key: string
  readonly loginKey: string
  /** The provider's id. */
  readonly reference: string | null
}

export interface BankReading extends BankUser {
  /** The collection in which its transactions are staged; null when it reads none. */
  readonly collectionId: string | null
  readonly logins: readonly ReadLogin[]
  readonly accounts: readonly ReadAccount[]
  /** When it began. */
  readonly at: Date
}

import type { Bank } from '../domain/bank.ts'
import type { BankAccount, SynchronizationState } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'

// A reading of a bank user before it is published: its logins and accounts, complete and within bounds. Its transactions are
// staged.

/** How far the provider is with a login. */
export interface ReadStatus {
  readonly state: SynchronizationState
  readonly providerState: string | null
  readonly lastSynchronizedAt: Date | null
  readonly automatic: boolean | null
}

export interface ReadLogin {
  /** Unique within the reading. */
  readonly key: string
  /** The provider's id. */
  readonly reference: string
  readonly bank: Bank
  /** Null when the provider does not tell. */
  readonly status: ReadStatus | null
}

export interface ReadAccount
  extends Pick<
    BankAccount,
    | 'iban'
    | 'maskedIban'
    | 'number'
    | 'maskedNumber'
    | 'name'
    | 'owner'
    | 'type'
    | 'providerType'
    | 'currency'
    | 'standingOrders'
    | 'securities'
  > {
  /** Unique within the reading, and how its staged transactions name it. */
  readonly key: string
  readonly loginKey: string
  /** The provider's id. */
  readonly reference: string | null
  readonly balance: Decimal | null
  readonly creditLine: Decimal | null
  readonly monthlySpendingLimit: Decimal | null
}

export interface BankReading {
  readonly applicantId: string
  readonly providerId: string
  /** Where its transactions are staged; null when none were asked for. */
  readonly collectionId: string | null
  readonly logins: readonly ReadLogin[]
  readonly accounts: readonly ReadAccount[]
  /** When it was begun. */
  readonly at: Date
}

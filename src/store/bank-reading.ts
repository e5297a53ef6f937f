import type { Bank } from '../domain/bank.ts'
import type { BankAccount, SynchronizationState } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'

// A reading of a bank user before it is published: all its logins and accounts, within bounds. Its transactions are staged.

/** The provider's synchronization status of a login. */
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
  /** Null when the provider does not say. */
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
  /** Unique within the reading. Its staged transactions refer to it. */
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
  /** The collection in which its transactions are staged; null when it reads none. */
  readonly collectionId: string | null
  readonly logins: readonly ReadLogin[]
  readonly accounts: readonly ReadAccount[]
  /** When it began. */
  readonly at: Date
}

import type { Bank } from './bank.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Decimal } from './decimal.ts'
import type { CurrencyCode, MonetaryAmount } from './money.ts'

export const synchronizationStates = ['SYNCHRONIZED', 'SYNCHRONIZING', 'ACTION_REQUIRED', 'ERROR', 'OTHER'] as const
export type SynchronizationState = (typeof synchronizationStates)[number]

/** The state of a login's synchronization between provider and bank. */
export interface Synchronization {
  readonly state: SynchronizationState
  /** The provider's own word; null when it gave none. */
  readonly providerState: string | null
  readonly lastSynchronizedAt: Date | null
  /** Whether the provider synchronizes it by itself; null when it does not say. */
  readonly automatic: boolean | null
}

/** A customer's access to the accounts at one bank, as a provider keeps it. */
export interface BankLogin {
  readonly id: string
  readonly applicantId: string
  readonly providerId: string
  readonly providerReference: string | null
  readonly bank: Bank
  /** Null until the provider has been asked. */
  readonly synchronization: Synchronization | null
  /** When it was last read completely. */
  readonly retrievedAt: Date
  /** Whether a later reading failed. */
  readonly stale: boolean
  readonly createdAt: Date
  /** When it was removed, here or at the provider; its data stay. Null while it is connected. */
  readonly removedAt: Date | null
}

export const accountTypes = ['CURRENT', 'SAVINGS', 'CARD', 'LOAN', 'SECURITIES', 'OTHER'] as const
export type AccountType = (typeof accountTypes)[number]

/** A payment that the bank repeats by itself. Every member is null when the provider does not say. */
export interface StandingOrder {
  readonly amount: MonetaryAmount | null
  readonly purpose: string | null
  /** The provider's word, such as `MONTHLY`. */
  readonly interval: string | null
  /** The day of the month or week on which it is executed. */
  readonly executionDay: number | null
  readonly firstExecutionDate: CalendarDate | null
  readonly lastExecutionDate: CalendarDate | null
  readonly createdAt: CalendarDate | null
}

/** A holding in a securities account. Every member is null when the provider does not say. */
export interface Security {
  readonly isin: string | null
  readonly name: string | null
  readonly market: string | null
  readonly quantity: Decimal | null
  /** The price of one unit. */
  readonly price: MonetaryAmount | null
  /** The purchase price of one unit. */
  readonly purchasePrice: MonetaryAmount | null
  /** The value of the whole holding. */
  readonly value: MonetaryAmount | null
  readonly exchangeRate: Decimal | null
}

/** An account to which a login gives access. */
export interface BankAccount {
  readonly id: string
  readonly loginId: string
  readonly applicantId: string
  readonly providerId: string
  readonly providerReference: string | null
  /** In full; only for callers with the scope `read:account-numbers`. */
  readonly iban: string | null
  readonly maskedIban: string | null
  /** In full; only for callers with the scope `read:account-numbers`. */
  readonly number: string | null
  readonly maskedNumber: string | null
  readonly name: string | null
  readonly owner: string | null
  readonly type: AccountType
  readonly providerType: string | null
  readonly currency: CurrencyCode
  readonly balance: MonetaryAmount | null
  readonly creditLine: MonetaryAmount | null
  readonly monthlySpendingLimit: MonetaryAmount | null
  readonly standingOrders: readonly StandingOrder[]
  readonly securities: readonly Security[]
  readonly retrievedAt: Date
  /** When the login stopped giving access to it; its data stay. Null while it gives access. */
  readonly removedAt: Date | null
}

export const bankSessionPurposes = ['CONNECT', 'MANAGE', 'SYNCHRONIZE'] as const
export type BankSessionPurpose = (typeof bankSessionPurposes)[number]

/** OPEN until the browser has come back or the session has expired. */
export const bankSessionStatuses = ['OPEN', 'SUCCEEDED', 'FAILED', 'EXITED', 'EXPIRED'] as const
export type BankSessionStatus = (typeof bankSessionStatuses)[number]

/** A visit of a customer's browser to a provider's pages. */
export interface BankSession {
  readonly id: string
  readonly applicantId: string
  readonly providerId: string
  readonly purpose: BankSessionPurpose
  readonly status: BankSessionStatus
  /** The login to synchronize; null for other purposes. */
  readonly loginId: string | null
  /** Sealed. */
  readonly sealedRedirectUrl: string | null
  readonly openedAt: Date
  readonly expiresAt: Date
  /** When the browser came back. */
  readonly returnedAt: Date | null
}

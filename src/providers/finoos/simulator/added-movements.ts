import type { Decimal } from '../../../domain/decimal.ts'

/** A movement that a test adds to an account at its bank. Instants are milliseconds since 1970. */
export interface AddedMovement {
  /** Positive into the account, with any number of digits. */
  readonly amount: Decimal
  readonly purpose: string
  readonly party: string | null
  /** null: never shown as pending. */
  readonly pendingFrom: number | null
  /** null: never booked. */
  readonly bookedAt: number | null
  /** When a pending movement disappears; null: it is shown until it is booked. */
  readonly vanishesAt: number | null
  /** false: booked, it has another id than pending. */
  readonly keepsId: boolean
}

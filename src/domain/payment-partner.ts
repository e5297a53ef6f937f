import type { CalendarDate } from './calendar-date.ts'
import type { Decimal } from './decimal.ts'

/** Somebody who pays a company, or is paid by it, as a provider judges it. Members but the name are null when it does not say. */
export interface PaymentPartner {
  readonly name: string
  readonly iban: string | null
  readonly maskedIban: string | null
  /** How much the company's liquidity depends on the partner, on the provider's own scale. */
  readonly relevance: Decimal | null
  readonly firstTransaction: CalendarDate | null
  readonly lastTransaction: CalendarDate | null
  readonly transactionCount: number | null
  /** Positive or zero. */
  readonly moneyIn: Decimal | null
  /** Negative or zero. */
  readonly moneyOut: Decimal | null
  readonly shareOfIncome: Decimal | null
  readonly shareOfOutcome: Decimal | null
}

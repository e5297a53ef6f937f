import type { CalendarDate } from './calendar-date.ts'
import type { Decimal } from './decimal.ts'

/** A payer or payee of a company, by a provider's analysis. All members except the name are null when the provider does not say. */
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

import { createHash } from 'node:crypto'
import { utcDateOf } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import { foldText } from '../domain/fold-text.ts'
import { separateNumbers } from '../domain/mask-number.ts'
import { directionOf } from '../domain/money.ts'
import type { Counterparty } from '../domain/transaction.ts'
import type { FoundCounterparty } from '../providers/findings.ts'
import type { BoundTransaction } from './bound-transaction.ts'

/** The stored members of a transaction. Without a date it gets the day on which it was read. */
export function toStagedMembers(finding: BoundTransaction, at: Date) {
  const { amount, currency, direction, counterparty, balanceAfter, ...rest } = finding
  return {
    ...rest,
    amount: { value: amount, currency },
    direction: directionOf(amount, direction),
    effectiveDate: finding.bookingDate ?? finding.valueDate ?? utcDateOf(at),
    counterparty: counterparty && withMask(counterparty),
    balanceAfter: balanceAfter === null ? null : { value: balanceAfter, currency },
  }
}

function withMask(counterparty: FoundCounterparty): Counterparty {
  const numbers = { accountNumber: null, maskedNumber: null, iban: counterparty.iban, maskedIban: null }
  const { iban, maskedIban } = separateNumbers(numbers)
  return { ...counterparty, iban, maskedIban }
}

/** Equal for transactions with the same date, amount, currency and folded description. */
export function contentDigestOf(finding: BoundTransaction): string {
  const { amount, currency, description } = finding
  return digestOf([dateOf(finding), withoutTrailingZeros(amount), currency, foldText(description ?? '')].join('\n'))
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function dateOf({ bookingDate, valueDate }: BoundTransaction): string {
  return bookingDate ?? valueDate ?? ''
}

export function withoutTrailingZeros(value: Decimal): Decimal {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}

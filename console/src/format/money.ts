/** An amount of the API: an exact decimal as a string. */
export interface Money {
  readonly value: string
  readonly currency: string
}

/** The API's code for an unknown currency. */
const unknownCurrency = 'XXX'

/**
 * Formats an amount with all its digits. `Intl.NumberFormat` gets the string, so no digit is lost in a floating-point number.
 */
export function formatMoney({ value, currency }: Money, locale?: string): string {
  if (!isDecimal(value)) return `${value} ${currency}`
  const digits = fractionDigits(value)
  if (currency === unknownCurrency) return plainFormat(digits, locale).format(value)
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const { minimumFractionDigits = 0 } = format.resolvedOptions()
  if (digits <= minimumFractionDigits) return format.format(value)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: digits,
  }).format(value)
}

/** Formats a decimal without a currency, with all its digits. */
export function formatDecimal(value: string, locale?: string): string {
  return isDecimal(value) ? plainFormat(fractionDigits(value), locale).format(value) : value
}

/** An amount as a number, only for drawing. Shown figures use the string. */
export function toPixels(value: string): number {
  return Number.parseFloat(value)
}

function plainFormat(digits: number, locale: string | undefined): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The maximum of `Intl.NumberFormat`. */
const mostDigits = 100

function fractionDigits(value: string): number {
  return Math.min(value.split('.')[1]?.length ?? 0, mostDigits)
}

function isDecimal(value: string): value is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(value)
}

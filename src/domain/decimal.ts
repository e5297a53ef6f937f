import Big from 'big.js'

// Only addition and comparison, which big.js does exactly at any length.

/** An exact decimal number in plain notation, for example `-12.30`. Trailing zeros are kept. */
export type Decimal = string

const plain = /^-?\d+(\.\d+)?$/
const literal = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/**
 * A number literal as a Decimal, with every digit: `0.10` stays `0.10`, `+5` becomes `5`, `1.5e2` becomes `150`.
 * @returns null when the text is not a number, or its exponent has more than three digits.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = literal.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent] = match
  const shift = Number(exponent ?? 0)
  const digits = whole + fraction
  const point = whole.length + shift
  const padded = digits.padStart(digits.length + Math.max(0, -point), '0').padEnd(Math.max(0, point), '0')
  const at = Math.max(0, point)
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0'
  const rest = padded.slice(at)
  const magnitude = rest ? `${integer}.${rest}` : integer
  return sign === '-' && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude
}

/** Whether the text is already a Decimal in plain notation. */
export function isDecimal(text: string): boolean {
  return plain.test(text)
}

/** Digits after the point. */
export function scaleOf(value: Decimal): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - point - 1
}

/** The exact sum, with the largest scale among the terms; `0` for none. */
export function sumDecimals(terms: readonly Decimal[]): Decimal {
  let total = new Big(0)
  let scale = 0
  for (const term of terms) {
    total = total.plus(term)
    scale = Math.max(scale, scaleOf(term))
  }
  return withoutNegativeZero(total.toFixed(scale))
}

/** The same amount with the other sign; zero keeps none. */
export function negateDecimal(value: Decimal): Decimal {
  return withoutNegativeZero(value.startsWith('-') ? value.slice(1) : `-${value}`)
}

/** -1, 0 or 1, exactly. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  return new Big(left).cmp(right)
}

/** -1, 0 or 1. */
export function signOf(value: Decimal): -1 | 0 | 1 {
  if (!/[1-9]/.test(value)) return 0
  return value.startsWith('-') ? -1 : 1
}

function withoutNegativeZero(value: Decimal): Decimal {
  return value.startsWith('-') && !/[1-9]/.test(value) ? value.slice(1) : value
}

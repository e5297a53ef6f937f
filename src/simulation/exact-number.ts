declare global {
  interface JSON {
    /** V8 has it since 11.4; TypeScript's library does not declare it yet. */
    rawJSON(text: string): object
  }
}

/** A number that `JSON.stringify` writes with exactly these digits: `1250.00`, `123456789012345.67`. */
export function toExactNumber(literal: string): object {
  return JSON.rawJSON(literal)
}

/** Whole cents in plain notation with two decimals: -5 is `-0.05`. */
export function formatCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Whole cents (or hundredths of anything) as an exact JSON number. */
export function centsToNumber(cents: number): object {
  return toExactNumber(formatCents(cents))
}

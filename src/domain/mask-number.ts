/** How many characters a mask shows at the end, and the fewest that it hides. */
const shownAtEnd = 4
const hiddenAtLeast = 4

/** https://www.iso.org/standard/81090.html (ISO 13616): country, two check digits, then up to 30 letters and digits. */
export const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

/**
 * The form of an account number or IBAN that every caller may see: all characters except the last four are `*`. An IBAN
 * also keeps its country code. A number with fewer than four hidden characters is hidden completely.
 */
export function maskNumber(number: string): string {
  const characters = [...withoutSpaces(number)]
  const shownAtStart = ibanShape.test(characters.join('').toUpperCase()) ? 2 : 0
  const hidden = characters.length - shownAtEnd - shownAtStart
  if (hidden < hiddenAtLeast) return '*'.repeat(characters.length)
  const start = characters.slice(0, shownAtStart)
  return [...start, '*'.repeat(hidden), ...characters.slice(-shownAtEnd)].join('')
}

/** Whether a bank or a provider has already masked the number, with `*` or `•`, or with `X` in place of digits. */
export function isMasked(number: string): boolean {
  return /[*•]/.test(number) || (/x{2}/i.test(number) && !isIban(number))
}

/** Checks shape and check digits (ISO 7064, mod 97-10), so that an IBAN with the letters XX is not taken for a masked one. */
function isIban(text: string): boolean {
  const number = withoutSpaces(text).toUpperCase()
  if (!ibanShape.test(number)) return false
  const digits = [...number.slice(4), ...number.slice(0, 4)].map(character => Number.parseInt(character, 36))
  return BigInt(digits.join('')) % 97n === 1n
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Whether a vendor's name of a value says that the value is the number of an account, in full. */
export function isNameOfAccountNumber(name: string): boolean {
  return /(acc|acct|account)[ _-]?(no|nr|num|number)$|iban$/i.test(name.trim())
}

export interface AccountNumbers {
  readonly accountNumber: string | null
  readonly maskedNumber: string | null
  readonly iban: string | null
  readonly maskedIban: string | null
}

/**
 * Full numbers and their masks, each in its own member. A masked number is moved to the mask, because it does not
 * identify the account; a mask that hides nothing is masked.
 */
export function separateNumbers(given: AccountNumbers): AccountNumbers {
  const accountNumber = fullNumberOf(given.accountNumber)
  const iban = fullNumberOf(given.iban)
  const maskedIban = maskOf(given.maskedIban ?? given.iban)
  return {
    accountNumber,
    maskedNumber: maskOf(given.maskedNumber ?? given.accountNumber) ?? maskedIban,
    iban,
    maskedIban,
  }
}

function fullNumberOf(number: string | null): string | null {
  return number === null || isMasked(number) ? null : number
}

function maskOf(number: string | null): string | null {
  return number === null || isMasked(number) ? number : maskNumber(number)
}

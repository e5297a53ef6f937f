/**
 * An IBAN with valid check digits: the number modulo 97 is 1, with letters as 10 to 35 (ISO 13616). @param country two
 * letters @param own the part after the check digits
 */
export function createIban(country: string, own: string): string {
  const digits = [...`${own}${country}00`].map(character => Number.parseInt(character, 36)).join('')
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${own}`
}

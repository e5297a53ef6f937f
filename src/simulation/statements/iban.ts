/**
 * An IBAN with right check digits: with them the number's remainder by 97 is 1; letters count as 10 to 35 (ISO 13616).
 * @param country two letters
 * @param own what follows the check digits
 */
export function createIban(country: string, own: string): string {
  const digits = [...`${own}${country}00`].map(character => Number.parseInt(character, 36)).join('')
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${own}`
}

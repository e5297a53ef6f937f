/**
 * Whether the text is a SIREN, the number of a French company: nine digits of which the last is a check digit by Luhn's
 * formula. https://www.insee.fr/en/metadonnees/definition/c2047
 */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && /[1-9]/.test(text) && luhnSumOf(text) % 10 === 0
}

/** Whether the text can be a number of the Dutch Kamer van Koophandel: eight digits, without a check digit. */
export function isKvkNumber(text: string): boolean {
  return /^\d{8}$/.test(text) && /[1-9]/.test(text)
}

/** Every second digit from the right counts twice, as the sum of the digits of the product. */
function luhnSumOf(digits: string): number {
  return [...digits].reverse().reduce((sum, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2)
    return sum + (digit > 9 ? digit - 9 : digit)
  }, 0)
}

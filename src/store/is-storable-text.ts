/**
 * Whether the database can hold this text as it is: without U+0000, which PostgreSQL refuses, and without unpaired
 * surrogates, which would be kept as U+FFFD. Nothing is ever kept under any other text, so a look-up by one finds nothing.
 *
 * @see https://www.postgresql.org/docs/current/datatype-character.html
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

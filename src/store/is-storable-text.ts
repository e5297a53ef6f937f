/**
 * Whether the database stores this text unchanged: PostgreSQL refuses U+0000, and unpaired surrogates would become
 * U+FFFD. A look-up by any other text finds nothing.
 *
 * @see https://www.postgresql.org/docs/current/datatype-character.html
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

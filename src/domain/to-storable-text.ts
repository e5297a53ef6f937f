/** Replaces characters that the database cannot store, U+0000 and unpaired surrogates, with U+FFFD. */
export function toStorableText(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '\ufffd').toWellFormed() : text
}

/** The text with U+FFFD for what no database column can hold: NUL, and halves of surrogate pairs. */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

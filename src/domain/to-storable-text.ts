/** The text with U+FFFD for what no database column can hold: U+0000, and surrogates without their other half. */
export function toStorableText(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '\ufffd').toWellFormed() : text
}

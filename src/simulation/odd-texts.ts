/** Flaws of scanned text: doubled and hard spaces, tabs, soft hyphens, control characters. */
export const oddTexts = [
  (text: string) => text.replaceAll(' ', '  '),
  (text: string) => ` ${text.replaceAll(' ', '\u00a0')}\t`,
  (text: string) => `${text.slice(0, 4)}\u00ad${text.slice(4)} ÄÖÜ ß é ı`,
  (text: string) => `${text}\r\n\u0007\u200b`,
  (text: string) => `\u0000${text}\u001f`,
] as const

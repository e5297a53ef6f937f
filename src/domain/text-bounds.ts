/**
 * The longest texts of callers and vendors, and so of answers, in Unicode code points. A caller's longer text is
 * refused. A vendor's longer text is cut if it is prose, and left out otherwise.
 */
export const textBounds = {
  /** Our ids, references and idempotency keys of callers, ids and references of vendors. */
  reference: 255,
  /** Cursors of lists and of the event log, and access tokens. */
  cursor: 2_000,
  /** A vendor's word for something, such as a status, a category or the name of a figure. */
  word: 200,
  /** Names of persons, companies and banks, and register numbers. */
  name: 500,
  /** The name of a customer in a vendor's e-mail. */
  customerName: 200,
  fileName: 255,
  mediaType: 255,
  /** Account numbers and IBANs, in full and masked. */
  accountNumber: 100,
  /** Codes of banks: BIC, IFSC, MICR. */
  bankCode: 50,
  password: 200,
  /** Search texts. */
  search: 200,
  /** RFC 5321, section 4.5.3.1.3. */
  emailAddress: 254,
  url: 4_000,
  /** Prose of vendors: descriptions, explanations, alerts. */
  prose: 4_000,
  /** Our own sentences. */
  message: 2_000,
  /** An amount or another decimal number, with its sign and point. */
  decimal: 200,
  /** The JSON text of what a caller declares. */
  declared: 100_000,
  /** Texts of ours in a fixed form, such as a month, a hash or the name of a field. */
  fixed: 100,
} as const

export type TextKind = keyof typeof textBounds

/** Whether a text has more code points than the bound. */
export function isLongerThan(text: string, bound: number): boolean {
  // A code point is one or two code units.
  if (text.length <= bound) return false
  return text.length > bound * 2 || [...text].length > bound
}

/** The text, cut to the bound with a `…` at the end if it is longer. */
export function cutText(text: string, bound: number): string {
  if (!isLongerThan(text, bound)) return text
  return `${[...text.slice(0, bound * 2)].slice(0, bound - 1).join('')}…`
}

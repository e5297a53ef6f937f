/** Invisible layout characters, such as soft hyphens and zero-width spaces. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const whiteSpace = /\s+/gu

/**
 * Folds text for searching: texts that differ only in case, Unicode form, or kind and amount of white space become
 * equal. Both the search text and the searched text are folded.
 *
 * @see https://www.unicode.org/reports/tr15/ for NFKC
 */
export function foldText(text: string): string {
  const folded = foldOnce(foldOnce(text))
  return folded.replace(whiteSpace, ' ').trim()
}

/** Upper case first, because some letters have several lower-case forms, or an upper-case form of two letters (ß, SS). */
function foldOnce(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
}

/** The search text of several texts. Folded text has no line break, so no search matches across two of them. */
export function toSearchText(...texts: readonly (string | null)[]): string {
  return texts.map(text => foldText(text ?? '')).join('\n')
}

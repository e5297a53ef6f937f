/** Invisible characters that say how text is laid out, such as soft hyphens and zero-width spaces. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const whiteSpace = /\s+/gu

/**
 * Text as it is searched: letters that differ in case, in their Unicode form, or in the kind or amount of white space
 * between them become the same. What is searched for and what is searched in are both folded, here alone.
 *
 * @see https://www.unicode.org/reports/tr15/ for NFKC
 */
export function foldText(text: string): string {
  const folded = foldOnce(foldOnce(text))
  return folded.replace(whiteSpace, ' ').trim()
}

/** Capitals come first, since some letters have several small forms, or a capital of two letters (ß, SS). */
function foldOnce(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
}

/** What of several texts is searched. Folded text has no line break, so nothing is found across two of them. */
export function toSearchText(...texts: readonly (string | null)[]): string {
  return texts.map(text => foldText(text ?? '')).join('\n')
}

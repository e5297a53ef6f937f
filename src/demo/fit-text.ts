/** Text of exactly this width, which is at least 1: cut with an ellipsis, or filled with blanks. */
export function fitText(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const characters = [...text]
  if (characters.length > width) return `${characters.slice(0, width - 1).join('')}…`
  const blanks = ' '.repeat(width - characters.length)
  return align === 'left' ? text + blanks : blanks + text
}

/** On one line and without what a terminal would obey: texts of documents are anybody's. */
export function toSingleLine(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return [...text].length
}

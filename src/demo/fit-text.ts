/** The text cut with an ellipsis or padded with blanks to exactly this width (at least 1). */
export function fitText(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const characters = [...text]
  if (characters.length > width) return `${characters.slice(0, width - 1).join('')}…`
  const blanks = ' '.repeat(width - characters.length)
  return align === 'left' ? text + blanks : blanks + text
}

/** The text on one line and without terminal control sequences, because texts of documents are not trusted. */
export function toSingleLine(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
}

/** The number of terminal columns of a text. */
export function widthOf(text: string): number {
  return [...text].length
}

import { fitText, toSingleLine, widthOf } from './fit-text.ts'

export interface Column<Row> {
  readonly title: string
  readonly text: (row: Row) => string
  readonly align?: 'left' | 'right'
  /** Gets the width that the other columns leave. At most one column. */
  readonly flexible?: boolean
  /** Left out when the flexible column would be too narrow. */
  readonly optional?: boolean
}

const gap = 2
const indent = 2
const leastFlexible = 14

/**
 * A line of titles and a line for each row, within the width unless the columns that must not be cut need more. A column without
 * content is left out.
 */
export function formatTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string[] {
  if (rows.length === 0) return [`${' '.repeat(indent)}none`]
  const sized = columns
    .map(column => {
      const texts = rows.map(row => toSingleLine(column.text(row)))
      return { column, texts, width: Math.max(widthOf(column.title), ...texts.map(widthOf)) }
    })
    .filter(({ texts }) => texts.some(text => text !== ''))
  const leftBy = (others: typeof sized) =>
    others.reduce((left, other) => left - (other.column.flexible ? 0 : other.width + gap), width - indent)
  const needed = sized.filter(({ column }) => !column.optional)
  const shown = leftBy(sized) < leastFlexible ? needed : sized
  const left = Math.max(leastFlexible, leftBy(shown))

  const widthOfColumn = ({ column, width: natural }: (typeof sized)[number]) =>
    column.flexible ? Math.min(natural, left) : natural
  const format = (textOf: (part: (typeof sized)[number]) => string) =>
    shown
      .map(part => fitText(textOf(part), widthOfColumn(part), part.column.align))
      .join(' '.repeat(gap))
      .trimEnd()
  const title = format(({ column }) => column.title)
  const lines = rows.map((_row, index) => format(({ texts }) => texts[index] ?? ''))
  return [title, ...lines].map(line => ' '.repeat(indent) + line)
}

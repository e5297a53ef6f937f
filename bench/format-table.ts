/** Formats rows in columns. The first row is the head, and all columns but the first are right-aligned. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length)
  const lines = rows.map(row =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  return `${[...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n')}\n`
}

// The columns of a row as the server sent it: each is four bytes of length (-1 for null), then as many bytes of UTF-8.

/** A signed 32-bit integer, such as the length of a column. Several times faster than `readInt32BE`. */
export function integerAt(bytes: Buffer, offset: number): number {
  return (
    ((bytes[offset] ?? 0) << 24) |
    ((bytes[offset + 1] ?? 0) << 16) |
    ((bytes[offset + 2] ?? 0) << 8) |
    (bytes[offset + 3] ?? 0)
  )
}

/** The offset after a number of columns. */
export function afterColumns(bytes: Buffer, offset: number, columns: number): number {
  let at = offset
  for (let column = 0; column < columns; column += 1) at += 4 + Math.max(0, integerAt(bytes, at))
  return at
}

/** The text of a column. */
export function textAt(bytes: Buffer, offset: number): string {
  return bytes.toString('utf8', offset + 4, afterColumns(bytes, offset, 1))
}

/** The value of a column with a whole number that is not negative. */
export function numberAt(bytes: Buffer, offset: number): number {
  const end = afterColumns(bytes, offset, 1)
  let number = 0
  for (let at = offset + 4; at < end; at += 1) number = number * 10 + (bytes[at] ?? 0) - 0x30
  return number
}

/** A column, and how its text becomes a value. */
export interface Column {
  readonly name: string
  readonly parse: (text: string) => unknown
}

/** A row as an object. */
export function objectAt<Row>(columns: readonly Column[], bytes: Buffer, offset: number): Row
export function objectAt(columns: readonly Column[], bytes: Buffer, offset: number): unknown {
  const row: Record<string, unknown> = {}
  let at = offset
  for (const { name, parse } of columns) {
    const end = afterColumns(bytes, at, 1)
    row[name] = integerAt(bytes, at) < 0 ? null : parse(bytes.toString('utf8', at + 4, end))
    at = end
  }
  return row
}

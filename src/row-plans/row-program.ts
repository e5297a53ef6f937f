import { afterColumns } from '../store/wire-columns.ts'
import type { Output } from './output.ts'

/** A piece that a row adds to the text of an answer. Columns are in the order in which the steps use them. */
export type Step =
  | { readonly kind: 'constant'; readonly text: string }
  /** A text column, written as null when it is null. `isPlain`: it has no character that JSON escapes. */
  | { readonly kind: 'text'; readonly isPlain: boolean }
  /**
   * The output of the steps; null when the first of their columns is null or, if it `isFlagged`, when a boolean column
   * before them is false.
   */
  | { readonly kind: 'object'; readonly isFlagged: boolean; readonly steps: readonly Step[] }
  /** A column with a JSON list of objects. */
  | {
      readonly kind: 'list'
      readonly length: number
      readonly toItem: (item: unknown) => unknown
      readonly values: number
    }
  /** The cursor of the row. Uses no column. */
  | { readonly kind: 'cursor' }

/** The bytes of a row: the offset of the first written column, and the greatest length of the row. */
export interface RowPlace {
  readonly bytes: Buffer
  /** Of the same bytes. */
  readonly view: DataView
  readonly offset: number
  readonly length: number
}

/**
 * Appends a row, with a comma before it. `cursorOf` is called only by a program with cursors.
 *
 * @returns the number of values of lists within the row
 */
export type WriteRow = (output: Output, row: RowPlace, cursorOf: () => string) => number

/** The steps as a flat list. All have the same shape, which makes them faster to read. */
interface Operation {
  readonly kind: 'text' | 'plain' | 'list' | 'cursor' | 'object' | 'constant'
  /** Written first. */
  readonly before: Constant
  readonly list: ListStep | null
  readonly isFlagged: boolean
  /** If the object is null, this many columns and operations are skipped. */
  readonly columns: number
  readonly operations: number
}

/** A text of this many bytes in words of four, the last of which is filled up with zeros. */
interface Constant {
  readonly words: Int32Array
  readonly length: number
}

type ListStep = Extract<Step, { kind: 'list' }>

const quote = 0x22
const backslash = 0x5c
const firstPrintable = 0x20
const isTrue = 0x74
/** The greatest length of an escaped byte: \u001f. */
const longestEscape = 6
const wordLength = 4
const fourSpaces = 0x20202020
const nullText = toConstant('null')

export function createRowProgram(steps: readonly Step[]): WriteRow {
  const operations: Operation[] = []
  const tail = append(operations, steps, ',')
  operations.push(toOperation('constant', tail))
  const constantLength = operations.reduce((sum, { before }) => sum + before.length + nullText.length + 2, wordLength)
  let source: DataView = new DataView(new ArrayBuffer(0))
  let target = source

  /** Also writes zeros up to a whole word, which the next piece replaces. @returns the end offset */
  function writeConstant({ words, length }: Constant, at: number): number {
    for (let index = 0; index < words.length; index += 1) target.setInt32(at + index * wordLength, words[index] ?? 0)
    return at + length
  }

  /** Copies word by word, because most pieces are too short for `Buffer.copy` to be faster. @returns the end offset */
  function copy(from: number, to: number, at: number): number {
    const distance = at - from
    let index = from
    for (; index + wordLength <= to; index += wordLength) target.setInt32(index + distance, source.getInt32(index))
    for (; index < to; index += 1) target.setUint8(index + distance, source.getUint8(index))
    return to + distance
  }

  /** @returns the end offset; -1 when there is a character that JSON escapes */
  function copyUnescaped(from: number, to: number, at: number): number {
    const distance = at - from
    let index = from
    for (; index + wordLength <= to; index += wordLength) {
      const word = source.getInt32(index)
      if (hasEscaped(word)) return -1
      target.setInt32(index + distance, word)
    }
    for (; index < to; index += 1) {
      const byte = source.getUint8(index)
      if (byte < firstPrintable || byte === quote || byte === backslash) return -1
      target.setUint8(index + distance, byte)
    }
    return to + distance
  }

  return (output, { bytes, view, offset, length }, cursorOf) => {
    const longest = length * longestEscape + constantLength
    output.reserve(longest)
    source = view
    target = output.view
    let at = output.end
    let from = offset
    let values = 0
    for (let step = 0; step < operations.length; step += 1) {
      const operation = operations[step]
      if (!operation) break
      const { kind } = operation
      at = writeConstant(operation.before, at)
      if (kind === 'text' || kind === 'plain' || kind === 'list') {
        const columnLength = source.getInt32(from)
        from += 4
        if (columnLength === -1) {
          at = writeConstant(nullText, at)
          continue
        }
        const to = from + columnLength
        if (operation.list) {
          const { text, count } = toListText(bytes.toString('utf8', from, to), operation.list)
          values += count * operation.list.values
          at = writeLong(output, at, text, longest)
          target = output.view
        } else {
          target.setUint8(at, quote)
          const end = kind === 'plain' ? copy(from, to, at + 1) : copyUnescaped(from, to, at + 1)
          if (end === -1) at += output.bytes.write(JSON.stringify(bytes.toString('utf8', from, to)), at)
          else {
            target.setUint8(end, quote)
            at = end + 1
          }
        }
        from = to
      } else if (kind === 'object') {
        const isNull = operation.isFlagged ? source.getUint8(from + 4) !== isTrue : source.getInt32(from) === -1
        if (operation.isFlagged) from = afterColumns(bytes, from, 1)
        if (isNull) {
          at = writeConstant(nullText, at)
          step += operation.operations
          from = afterColumns(bytes, from, operation.columns)
        }
      } else if (kind === 'cursor') {
        at = writeLong(output, at, JSON.stringify(cursorOf()), longest)
        target = output.view
      }
    }
    output.end = at
    return values
  }
}

/** Writes a text whose length is not limited by that of the row, and makes room for `rest` bytes after it. @returns the end offset */
function writeLong(output: Output, at: number, text: string, rest: number): number {
  output.end = at
  output.reserve(Buffer.byteLength(text) + rest)
  return at + output.bytes.write(text, at)
}

/**
 * Whether one of the four bytes of a word is a control character, a quote or a backslash. Each of the terms sets the
 * highest bit of such a byte.
 *
 * @see https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
 */
function hasEscaped(word: number): boolean {
  const quotes = word ^ 0x22222222
  const backslashes = word ^ 0x5c5c5c5c
  const found =
    ((word - fourSpaces) & ~word) | ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)
  return (found & 0x80808080) !== 0
}

function toConstant(text: string): Constant {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.alloc(Math.ceil(length / wordLength) * wordLength)
  bytes.write(text)
  return {
    words: Int32Array.from({ length: bytes.length / wordLength }, (_, index) => bytes.readInt32BE(index * wordLength)),
    length,
  }
}

/** @returns the text that remains to be written after the last operation */
function append(operations: Operation[], steps: readonly Step[], first: string): string {
  let before = first
  for (const step of steps) {
    if (step.kind === 'constant') {
      before += step.text
      continue
    }
    if (step.kind === 'text') operations.push(toOperation(step.isPlain ? 'plain' : 'text', before))
    else if (step.kind === 'cursor') operations.push(toOperation('cursor', before))
    else if (step.kind === 'list') operations.push(toOperation('list', before, { list: step }))
    else {
      const inner: Operation[] = []
      const rest = append(inner, step.steps, '')
      inner.push(toOperation('constant', rest))
      const { isFlagged } = step
      const passed = { columns: countColumns(step.steps), operations: inner.length }
      operations.push(toOperation('object', before, { isFlagged, ...passed }), ...inner)
    }
    before = ''
  }
  return before
}

function toOperation(
  kind: Operation['kind'],
  before: string,
  { list = null, isFlagged = false, columns = 0, operations = 0 }: Partial<Operation> = {},
): Operation {
  return { kind, before: toConstant(before), list, isFlagged, columns, operations }
}

function countColumns(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => {
    if (step.kind === 'object') return sum + Number(step.isFlagged) + countColumns(step.steps)
    return sum + (step.kind === 'text' || step.kind === 'list' ? 1 : 0)
  }, 0)
}

function toListText(text: string, { length, toItem }: ListStep) {
  if (text === '[]') return { text, count: 0 }
  const parsed: unknown = JSON.parse(text)
  const items = Array.isArray(parsed) ? parsed.slice(0, length) : []
  return { text: JSON.stringify(items.map(toItem)), count: items.length }
}

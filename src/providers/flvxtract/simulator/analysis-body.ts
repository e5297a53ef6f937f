import type { StatementContent } from './statement-content.ts'
import type { AnalysisOverride } from './statement-plan.ts'

/** Characters gathered before they are sent. */
const pieceLength = 16_384

/** The analysis as JSON text, in pieces: however many rows there are, only a few are held at a time. */
export function* createAnalysisBody(
  generated: StatementContent['analysis'],
  override: AnalysisOverride,
  memberOrder: readonly string[],
): Generator<string> {
  const members = new Map<string, unknown>(Object.entries(generated))
  for (const [name, value] of Object.entries(override)) {
    const own = members.get(name)
    members.set(name, name === 'header' && isObject(own) && isObject(value) ? { ...own, ...value } : value)
  }
  let piece = '{'
  let first = true
  for (const name of new Set([...memberOrder, ...members.keys()])) {
    const value = members.get(name)
    if (value === undefined) continue
    piece += `${first ? '' : ','}${JSON.stringify(name)}:`
    first = false
    for (const text of toJsonTexts(value)) {
      piece += text
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  yield `${piece}}`
}

function* toJsonTexts(value: unknown): Generator<string> {
  if (!isObject(value) || !isIterable(value)) {
    yield JSON.stringify(value)
    return
  }
  let separator = '['
  for (const item of value) {
    yield `${separator}${JSON.stringify(item)}`
    separator = ','
  }
  yield separator === '[' ? '[]' : ']'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value
}

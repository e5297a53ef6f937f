import type { ReportRaw } from './report-raw.ts'
import type { SimulatedReport } from './reports.ts'

/** Characters gathered before they are sent. */
const pieceLength = 16_384

/** ASSUMED: `creation`, which the sample of a report leaves out and that of its download has. */
export function toReportMembers({ id, requestId, source, creation }: SimulatedReport) {
  return { id, request: requestId, source, creation: creation.toISOString() }
}

/**
 * A report as JSON text, in pieces: however many transactions there are, only a few are held at a time.
 * @param isWrapped whether it stands in an envelope
 */
export function* createReportBody(
  members: Readonly<Record<string, unknown>>,
  raw: ReportRaw | null,
  isWrapped: boolean,
): Generator<string> {
  let piece = isWrapped ? '{"report":' : ''
  for (const text of toTexts(raw === null ? members : { ...members, raw })) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield isWrapped ? `${piece}}` : piece
}

/** As `JSON.stringify` does it, but for what is iterated over, which is written as a list. */
function* toTexts(value: unknown): Generator<string> {
  if (!isObject(value) || !holdsIterable(value)) {
    yield JSON.stringify(value)
    return
  }
  if (isIterable(value)) {
    let separator = '['
    for (const item of value) {
      yield `${separator}${JSON.stringify(item)}`
      separator = ','
    }
    yield separator === '[' ? '[]' : ']'
    return
  }
  let separator = '{'
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    yield* toTexts(member)
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}

/** Whether it, or a member of it at any depth, is iterable without being a plain list. */
function holdsIterable(value: object): boolean {
  if (Array.isArray(value)) return false
  if (isIterable(value)) return true
  return Object.values(value).some(member => isObject(member) && holdsIterable(member))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value
}

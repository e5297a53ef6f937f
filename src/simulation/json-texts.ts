/** The number of characters that are sent together. */
const pieceLength = 16_384

/**
 * JSON text as `JSON.stringify` writes it, in small parts. An iterable that is not an array is written as a list, item
 * by item, so that a long list needs little memory.
 */
export function* toJsonTexts(value: unknown): Generator<string> {
  if (!isObject(value) || !holdsIterable(value)) {
    yield JSON.stringify(value)
    return
  }
  if (isIterable(value)) {
    let separator = '['
    for (const item of value) {
      if (isObject(item) && holdsIterable(item)) {
        yield separator
        yield* toJsonTexts(item)
      } else yield `${separator}${JSON.stringify(item)}`
      separator = ','
    }
    yield separator === '[' ? '[]' : ']'
    return
  }
  yield* toMemberTexts(Object.entries(value))
}

/** An object of these members, in this order; those that are undefined are left out. */
export function* toMemberTexts(members: Iterable<readonly [string, unknown]>): Generator<string> {
  let separator = '{'
  for (const [name, member] of members) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    yield* toJsonTexts(member)
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}

/** Joins small texts to pieces of `pieceLength`. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** Whether the value, or a member at any depth, is an iterable that is not an array. */
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

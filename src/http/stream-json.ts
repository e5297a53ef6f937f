import type { Readable } from 'node:stream'
import { type StackElement, Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { AppError } from '../errors.ts'
import type { JsonOrigin } from './exact-json.ts'
import { maxJsonDepth, NumberLiteral, notJson } from './exact-json.ts'
import { toStorableText } from '../domain/storable-text.ts'

/** One of the requested values of a JSON text. */
export interface JsonPart {
  /** The requested path, for example `$.transactions.*`. */
  readonly path: string
  /** Its key or index in its parent; undefined for the whole text. */
  readonly key: string | number | undefined
  /** The value as `parseExactJson` would return it. */
  readonly value: unknown
  /** The key or index for each `*` of the path, in its order, as text. */
  readonly wildcards: readonly string[]
}

export interface StreamJsonOptions extends JsonOrigin {
  /** The size of the largest accepted body. Default: 512 MB. */
  readonly maxBytes?: number
}

type Key = string | number | undefined

/**
 * Reads JSON of any size as it arrives, with only the current value in memory. Yields the values at the paths (`$`,
 * then keys, indices or `*`, separated by dots) in the order of the text, and reads no further than they are taken.
 * Leaving the loop destroys the body.
 * @throws AppError PROVIDER_BAD_RESPONSE when the body is not JSON, ends early or is larger than allowed; values that
 * were yielded before are then useless. An AppError of the body itself is passed on.
 */
export async function* streamJson(
  body: Readable,
  paths: readonly string[],
  options: StreamJsonOptions = {},
): AsyncGenerator<JsonPart, void, undefined> {
  const maxBytes = options.maxBytes ?? 512 * 1024 * 1024
  const chunks: AsyncIterable<Uint8Array> = body
  const found: JsonPart[] = []
  const parser = createParser(paths, part => found.push(part))
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength
      if (size > maxBytes) throw notJson(`larger than ${maxBytes} bytes`, size, options)
      parser.write(chunk)
      yield* found.splice(0)
    }
    parser.end()
    yield* found.splice(0)
  } catch (error) {
    // The parser's messages quote the text, so they are not kept as cause.
    throw error instanceof AppError ? error : notJson('not JSON, or breaks off', size, options)
  }
}

interface Parser {
  write(bytes: Uint8Array): void
  end(): void
}

function createParser(paths: readonly string[], give: (part: JsonPart) => void): Parser {
  const tokenizer = new Tokenizer()
  const values = new TokenParser({ paths: [...paths], keepStack: false })
  const selectors = paths.map(path => ({ path, segments: path.split('.').slice(1) }))
  let depth = 0
  let hasPrototypeKey = false

  // The method is meant to be overridden, but its type returns a number.
  Object.defineProperty(tokenizer, 'parseNumber', { value: (source: string) => new NumberLiteral(source) })
  tokenizer.onToken = token => {
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth -= 1
    if (depth > maxJsonDepth) throw new Error('nested too deeply')
    if (token.token === TokenType.STRING && typeof token.value === 'string') {
      hasPrototypeKey ||= token.value === '__proto__'
      token.value = toStorableText(token.value)
    }
    values.write(token)
  }
  values.onValue = ({ value, key, stack }) => {
    const keys = keysOf(stack, key)
    const selector = selectors.find(({ segments }) => matches(segments, keys))
    if (!selector || keys.includes('__proto__')) return
    if (hasPrototypeKey) dropPrototypeKeys(value)
    give({ path: selector.path, key, value, wildcards: wildcardsOf(selector.segments, keys) })
  }

  return {
    write: bytes => tokenizer.write(bytes),
    end: () => {
      tokenizer.end()
      if (!values.isEnded) throw new Error('ended early')
    },
  }
}

/** The first frame of the stack is above the outermost value and has no key. */
function keysOf(stack: readonly StackElement[], key: Key): readonly Key[] {
  return stack.length === 0 ? [] : [...stack.slice(1).map(frame => frame.key), key]
}

function matches(segments: readonly string[], keys: readonly Key[]): boolean {
  return (
    segments.length === keys.length && segments.every((segment, at) => segment === '*' || segment === `${keys[at]}`)
  )
}

function wildcardsOf(segments: readonly string[], keys: readonly Key[]): readonly string[] {
  return keys.flatMap((key, at) => (segments[at] === '*' ? [`${key}`] : []))
}

function dropPrototypeKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) Reflect.deleteProperty(value, '__proto__')
  for (const member of Object.values(value)) dropPrototypeKeys(member)
}

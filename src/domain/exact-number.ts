import { z } from 'zod'

/** A JSON number as its text. `JSON.stringify` writes the same text. */
export interface ExactNumber {
  readonly rawJSON: string
}

// Supported by Node, but not yet in TypeScript's library: https://github.com/tc39/proposal-json-parse-with-source
const { rawJSON, isRawJSON } = z
  .object({
    rawJSON: z.custom<(source: string) => ExactNumber>(member => typeof member === 'function'),
    isRawJSON: z.custom<(value: unknown) => boolean>(member => typeof member === 'function'),
  })
  .parse({ rawJSON: Reflect.get(JSON, 'rawJSON'), isRawJSON: Reflect.get(JSON, 'isRawJSON') })

export function isExactNumber(value: unknown): value is ExactNumber {
  return isRawJSON(value)
}

/** A JavaScript number if it is written the same way, else the number's text. */
export function toExactNumber(source: string): number | ExactNumber {
  const number = Number(source)
  return String(number) === source ? number : rawJSON(source)
}

/** A reviver for `JSON.parse` that keeps every digit of every number. */
export function reviveExactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? toExactNumber(context.source) : value
}

/** Parses JSON and keeps every digit of every number. @throws SyntaxError */
export function parseJsonExactly(text: string): unknown {
  return JSON.parse(text, reviveExactNumber)
}

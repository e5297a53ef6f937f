import { z } from 'zod'

/** A JSON number kept as the text it was written in. `JSON.stringify` writes that text again. */
export interface ExactNumber {
  readonly rawJSON: string
}

// Part of the engine, and not yet of TypeScript's library: https://github.com/tc39/proposal-json-parse-with-source
const { rawJSON, isRawJSON } = z
  .object({
    rawJSON: z.custom<(source: string) => ExactNumber>(member => typeof member === 'function'),
    isRawJSON: z.custom<(value: unknown) => boolean>(member => typeof member === 'function'),
  })
  .parse({ rawJSON: Reflect.get(JSON, 'rawJSON'), isRawJSON: Reflect.get(JSON, 'isRawJSON') })

export function isExactNumber(value: unknown): value is ExactNumber {
  return isRawJSON(value)
}

/** A number as it was written: a JavaScript number where that is written the same way, else its text. */
export function toExactNumber(source: string): number | ExactNumber {
  const number = Number(source)
  return String(number) === source ? number : rawJSON(source)
}

/** For `JSON.parse`: keeps every digit of every number. */
export function reviveExactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? toExactNumber(context.source) : value
}

/** JSON with every number as it is written there. @throws SyntaxError */
export function parseJsonExactly(text: string): unknown {
  return JSON.parse(text, reviveExactNumber)
}

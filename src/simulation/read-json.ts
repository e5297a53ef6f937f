import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'

/** The faults by member; `$` is the body itself. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

/**
 * Reads the input of a request, and refuses input that does not fit the schema.
 *
 * @param refuse makes the vendor's refusal of the fields at fault @param parse parses JSON; one that keeps digits, if the
 * vendor returns numbers unchanged
 */
export function createInputReader(
  refuse: (errors: FieldErrors) => Error,
  parse: (text: string) => unknown = JSON.parse,
) {
  function parseInput<T>(input: unknown, schema: z.ZodType<T>): T {
    const result = schema.safeParse(input)
    if (result.success) return result.data
    const errors: Record<string, string[]> = {}
    for (const issue of result.error.issues) {
      const fields = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || '$']
      for (const field of fields) errors[field] = [...(errors[field] ?? []), issue.message]
    }
    throw refuse(errors)
  }
  function parseText(body: string): unknown {
    try {
      return parse(body)
    } catch {
      throw refuse({ $: ['The request body is not valid JSON.'] })
    }
  }

  return {
    /** The JSON body of a request. */
    async readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
      const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
      if (mediaType !== 'application/json') {
        throw refuse({ 'Content-Type': ['The request body must be application/json.'] })
      }
      return parseInput(parseText(await text(request)), schema)
    },
    parseJson: <T>(body: string, schema: z.ZodType<T>) => parseInput(parseText(body), schema),
    parseInput,
  }
}

import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'

/** The faults by member; `$` is the body itself. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

/** Reads the input of a request, and refuses input that does not fit the schema. */
export interface InputReader {
  /** The JSON body of a request. @throws the vendor's refusal with each field at fault */
  readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T>
  /** A JSON text. @throws the vendor's refusal with each field at fault */
  parseJson<T>(text: string, schema: z.ZodType<T>): T
  /** Any input. @throws the vendor's refusal with each field at fault */
  parseInput<T>(input: unknown, schema: z.ZodType<T>): T
}

/**
 * @param refuse makes the vendor's refusal of these fields @param parse parses JSON; one that keeps digits, if the
 * vendor returns numbers unchanged
 */
export function createInputReader(
  refuse: (errors: FieldErrors) => Error,
  parse: (text: string) => unknown = JSON.parse,
): InputReader {
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
    async readJson(request, schema) {
      const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
      if (mediaType !== 'application/json') {
        throw refuse({ 'Content-Type': ['The request body must be application/json.'] })
      }
      return parseInput(parseText(await text(request)), schema)
    },
    parseJson: (body, schema) => parseInput(parseText(body), schema),
    parseInput,
  }
}

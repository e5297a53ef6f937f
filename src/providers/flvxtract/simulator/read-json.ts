import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { validationError } from './vendor-error.ts'

/** The JSON body of a request. @throws VendorError 400 naming each field at fault */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const mediaType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') {
    throw validationError({ 'Content-Type': ['The request body must be application/json.'] })
  }
  return parseInput(parseJson(await text(request)), schema)
}

/** Input of any origin against its schema. @throws VendorError 400 naming each field at fault */
export function parseInput<T>(input: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const errors: Record<string, string[]> = {}
  for (const issue of result.error.issues) {
    const fields = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || '$']
    for (const field of fields) errors[field] = [...(errors[field] ?? []), issue.message]
  }
  throw validationError(errors)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw validationError({ $: ['The request body is not valid JSON.'] })
  }
}

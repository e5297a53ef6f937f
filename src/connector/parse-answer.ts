import type { z } from 'zod'
import { AppError } from '../errors.ts'
import { parseExactJson } from '../http/exact-json.ts'
import type { ProviderAnswer, StreamedAnswer } from '../http/provider-http.ts'

/** The vendor that answered: its id here, and its name in messages. */
export interface Vendor {
  readonly id: string
  readonly name: string
}

/** @throws AppError PROVIDER_BAD_RESPONSE when the answer is not JSON or does not fit the schema */
export function parseAnswer<T>(vendor: Vendor, schema: z.ZodType<T>, { body, headers }: ProviderAnswer): T {
  const value = parseExactJson(body, { provider: vendor.id, contentType: headers['content-type'] })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('PROVIDER_BAD_RESPONSE', `The answer of ${vendor.name} lacks what its documentation promises.`, {
    provider: vendor.id,
    cause: parsed.error,
  })
}

/** The JSON of a body; null when it is not JSON. */
export function parseJsonOrNull(body: Buffer): unknown {
  try {
    return parseExactJson(body)
  } catch {
    return null
  }
}

/** Destroys the unread body of an answer. Later errors of the connection are ignored. */
export function discardBody({ body }: Pick<StreamedAnswer, 'body'>): void {
  body.on('error', () => undefined).destroy()
}

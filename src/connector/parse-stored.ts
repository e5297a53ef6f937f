import type { z } from 'zod'
import type { JsonValue } from '../domain/json.ts'
import { AppError } from '../errors.ts'

/** A checkpoint as its provider's folder wrote it. @throws AppError INTERNAL for anything that does not fit the schema. */
export function parseStored<T>(provider: string, schema: z.ZodType<T>, stored: JsonValue): T {
  const parsed = schema.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new AppError('INTERNAL', 'A stored checkpoint cannot be read.', {
    provider,
    retryable: false,
    cause: parsed.error,
  })
}

import type { z } from 'zod'
import type { JsonValue } from '../domain/json.ts'
import { AppError } from '../errors.ts'

/**
 * Creates the function that parses the stored checkpoints of one provider. null, which is stored before the first step, gives
 * `initial`. It throws AppError INTERNAL for everything that does not fit the schema.
 */
export function createCheckpointParser<T>(vendor: { readonly id: string }, schema: z.ZodType<T>, initial: T) {
  return (stored: JsonValue): T => {
    if (stored === null) return initial
    const parsed = schema.safeParse(stored)
    if (parsed.success) return parsed.data
    throw new AppError('INTERNAL', 'A stored checkpoint cannot be read.', {
      provider: vendor.id,
      retryable: false,
      cause: parsed.error,
    })
  }
}

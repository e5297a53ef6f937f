import { z } from 'zod'

/**
 * Stands in a finding for a day or a number that a vendor wrote in a way that is none. It is told where findings enter the store,
 * which a null would not be: that is what a vendor left out.
 */
export const unreadable = 'unreadable'

const absent = z.union([z.null(), z.undefined(), z.string().regex(/^\s*$/)]).transform(() => null)

/** Absent, null and blank is null; what the schema refuses is `unreadable`. */
export function orUnreadable(schema: z.ZodType<string | null>) {
  return z
    .union([absent, schema.refine(value => value !== null)])
    .catch(unreadable)
    .transform((value): string | null => value)
}

/** The same for a count, which is NaN when it cannot be read. */
export function countOrNaN(schema: z.ZodType<number>) {
  return z
    .union([absent, schema])
    .catch(Number.NaN)
    .transform((value): number | null => value)
}

/** Whether a vendor gave a value, and one that can be read. */
export function isReadable<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined && value !== unreadable && !Number.isNaN(value)
}

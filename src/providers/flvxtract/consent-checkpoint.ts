import { z } from 'zod'
import { parseStored } from '../../connector/parse-stored.ts'
import type { JsonValue } from '../../domain/json.ts'
import { extractedStatementSchema } from './extracted-statement.ts'
import { vendor } from './vendor.ts'

const checkpointSchema = z.object({
  /** The call that the next step makes, or that a crashed one may have made. */
  announcement: z.string().nullable(),
  /** The invitation, once it is made. */
  request: z.object({ id: z.string(), joinUrl: z.string(), expiresAt: z.iso.datetime().nullable() }).nullable(),
  /** Ids of the statements that came by it. */
  statements: z.array(z.string()),
  /** Those of them that there is something to collect of, once all are finished. */
  extracted: z.array(extractedStatementSchema).default([]),
})

/** Where a consent stands at the vendor. Says nothing of the customer. */
export type ConsentCheckpoint = Readonly<z.infer<typeof checkpointSchema>>
export type MadeRequest = NonNullable<ConsentCheckpoint['request']>

const initial: ConsentCheckpoint = { announcement: null, request: null, statements: [], extracted: [] }

/** @throws AppError INTERNAL for anything that this folder did not write. */
export function parseConsentCheckpoint(stored: JsonValue): ConsentCheckpoint {
  return stored === null ? initial : parseStored(vendor.id, checkpointSchema, stored)
}

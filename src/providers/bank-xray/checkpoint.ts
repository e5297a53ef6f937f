import { z } from 'zod'
import { parseStored } from '../../connector/parse-stored.ts'
import { documentKinds } from '../../domain/document.ts'
import type { JsonValue } from '../../domain/json.ts'
import { vendor } from './vendor.ts'

const checkpointSchema = z.object({
  /** The request that everything belongs to; null until there is one. */
  requestId: z.string().nullable(),
  /** The document under way: its medium is about to be made, or was made and waits for the bytes. */
  uploading: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('announced'), documentId: z.string(), announcement: z.string() }),
      z.object({ state: z.literal('made'), documentId: z.string(), mediumId: z.string() }),
    ])
    .nullable(),
  /** The documents whose bytes the store refused, once for each refusal, in all requests so far. */
  refusals: z.array(z.string()),
  /** Media of the request whose bytes are stored. */
  media: z.array(z.object({ documentId: z.string(), mediumId: z.string(), kind: z.enum(documentKinds) })),
  /**
   * Reports that there were before the last medium went online, and which therefore cannot be about all documents. Not
   * null says: every medium but the last one is online.
   */
  earlier: z.array(z.string()).nullable(),
  /** When that was noted. */
  notedAt: z.iso.datetime().nullable(),
  /** When the last medium had gone online. */
  submittedAt: z.iso.datetime().nullable(),
  /** Reports that were looked into since then, in the order of that. `statements` is null for one that is not ours to read. */
  reports: z.array(
    z.object({ id: z.string(), statements: z.number().nullable(), creation: z.iso.datetime().nullable() }),
  ),
  /** When the newest of them was first seen. */
  newsAt: z.iso.datetime().nullable(),
  /** The report that the result is taken from. */
  reportId: z.string().nullable(),
})

/** Where an analysis stands at the vendor. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>
export type KnownReport = Checkpoint['reports'][number]

const initial: Checkpoint = {
  requestId: null,
  uploading: null,
  refusals: [],
  media: [],
  earlier: null,
  notedAt: null,
  submittedAt: null,
  reports: [],
  newsAt: null,
  reportId: null,
}

/** @throws AppError INTERNAL for anything that this folder did not write. */
export function parseCheckpoint(stored: JsonValue): Checkpoint {
  if (stored === null) return initial
  return parseStored(vendor.id, checkpointSchema, stored)
}

/** The checkpoint from which a new request is begun. What was made in the request before is never used. */
export function startOver({ refusals }: Pick<Checkpoint, 'refusals'>): Checkpoint {
  return { ...initial, refusals }
}

/** The vendor ids by which a webhook may name the analysis. */
export function referencesOf({ requestId, reports }: Checkpoint): string[] {
  return [...(requestId === null ? [] : [requestId]), ...reports.map(report => report.id)]
}

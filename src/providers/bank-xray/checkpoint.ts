import { z } from 'zod'
import { parseStored } from '../../connector/parse-stored.ts'
import { documentKinds } from '../../domain/document.ts'
import type { JsonValue } from '../../domain/json.ts'
import { vendor } from './vendor.ts'

const checkpointSchema = z.object({
  /** The request that everything belongs to; null until there is one. */
  requestId: z.string().nullable(),
  /** The draft whose bytes the next step sends, or that a crashed one may have sent. */
  uploading: z.object({ documentId: z.string(), mediumId: z.string() }).nullable(),
  /** How often the store has refused a document's bytes. */
  refusals: z.number(),
  /** Drafts whose bytes are there. */
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
  refusals: 0,
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

/** The vendor ids by which a webhook may name the analysis. */
export function referencesOf({ requestId, reports }: Checkpoint): string[] {
  return [...(requestId === null ? [] : [requestId]), ...reports.map(report => report.id)]
}

import { z } from 'zod'
import { createCheckpointParser } from '../../connector/parse-checkpoint.ts'
import { documentKinds } from '../../domain/document.ts'
import { vendor } from './config.ts'

const checkpointSchema = z.object({
  /** The id of the vendor's request; null until it is made. */
  requestId: z.string().nullable(),
  /** The document that is being submitted: its medium is about to be created, or waits for the bytes. */
  uploading: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('announced'), documentId: z.string(), announcement: z.string() }),
      z.object({ state: z.literal('made'), documentId: z.string(), mediumId: z.string() }),
    ])
    .nullable(),
  /** The ids of documents whose bytes the store refused, one entry for each refusal, in all requests so far. */
  refusals: z.array(z.string()),
  /** Media of the request whose bytes are stored. */
  media: z.array(z.object({ documentId: z.string(), mediumId: z.string(), kind: z.enum(documentKinds) })),
  /**
   * The reports that existed before the last medium went online. None of them covers all documents. Once this is not null,
   * every medium but the last one is online.
   */
  earlier: z.array(z.string()).nullable(),
  /** When `earlier` was noted. */
  notedAt: z.iso.datetime().nullable(),
  /** When the last medium was put online. */
  submittedAt: z.iso.datetime().nullable(),
  /** The reports that were read since then, in that order. `statements` is null for a report of another product or request. */
  reports: z.array(
    z.object({ id: z.string(), statements: z.number().nullable(), creation: z.iso.datetime().nullable() }),
  ),
  /** When the newest of these reports was first seen. */
  newsAt: z.iso.datetime().nullable(),
  /** The report that the result is taken from. */
  reportId: z.string().nullable(),
})

/** How far an analysis is at the vendor. */
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
export const parseCheckpoint = createCheckpointParser<Checkpoint>(vendor, checkpointSchema, initial)

/** The checkpoint for a new request. The media of the previous request are never used. */
export function startOver({ refusals }: Pick<Checkpoint, 'refusals'>): Checkpoint {
  return { ...initial, refusals }
}

/** The vendor ids by which a webhook may name the analysis. */
export function referencesOf({ requestId, reports }: Checkpoint): string[] {
  return [...(requestId === null ? [] : [requestId]), ...reports.map(report => report.id)]
}

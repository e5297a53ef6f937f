import { z } from 'zod'
import { parseStored } from '../../connector/parse-stored.ts'
import type { JsonValue } from '../../domain/json.ts'
import { vendor } from './vendor.ts'

const taken = {
  documentIds: z.array(z.string()),
  /** Whether an address of the result was asked for. One that was not is never kept. */
  wantsShareLink: z.boolean(),
  /** The vendor's id of the analysis, known after the first retrieve call; null when the vendor answered synchronously. */
  runId: z.string().nullable(),
}

const result = z.object({
  decision: z.object({
    status: z.string().nullable(),
    fraudRisk: z.string().nullable(),
    validation: z.string().nullable(),
  }),
  alerts: z.array(
    z.object({
      source: z.string().nullable(),
      messages: z.array(z.object({ language: z.string(), text: z.string() })),
      documentNames: z.array(z.string()),
    }),
  ),
  shareUrl: z.string().nullable(),
})

const checkpointSchema = z.discriminatedUnion('state', [
  /** Nothing is under way at the vendor. */
  z.object({ state: z.literal('open') }),
  /** The next step sends the folder, or a crashed one may have sent it. */
  z.object({ state: z.literal('announced'), announcement: z.string() }),
  /** The vendor has the folder; the token is the only way to its result. */
  z.object({ state: z.literal('waiting'), retrieveToken: z.string(), ...taken }),
  /** The result. The vendor keeps it for an hour, so it is kept here at once. */
  z.object({ state: z.literal('answered'), result, ...taken }),
])

/** Where an analysis stands at the vendor. */
export type Checkpoint = z.infer<typeof checkpointSchema>
export type Waiting = Extract<Checkpoint, { state: 'waiting' }>
export type Answered = Extract<Checkpoint, { state: 'answered' }>

export const open: Checkpoint = { state: 'open' }

/** @throws AppError INTERNAL for anything that this folder did not write. */
export function parseCheckpoint(stored: JsonValue): Checkpoint {
  if (stored === null) return open
  return parseStored(vendor.id, checkpointSchema, stored)
}

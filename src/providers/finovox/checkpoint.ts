import { z } from 'zod'
import { createCheckpointParser } from '../../connector/parse-checkpoint.ts'
import { vendor } from './config.ts'

const taken = {
  documentIds: z.array(z.string()),
  /** Whether a share link was asked for. Otherwise the vendor's link is not kept. */
  wantsShareLink: z.boolean(),
  /** The vendor's id of the analysis, known after the first retrieve call. null when the vendor answered synchronously. */
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
  /** Nothing was sent to the vendor. */
  z.object({ state: z.literal('open') }),
  /** The next step sends the folder. After a crash it may have been sent already. */
  z.object({ state: z.literal('announced'), announcement: z.string() }),
  /** The vendor has the folder. Only the token gives access to its result. */
  z.object({ state: z.literal('waiting'), retrieveToken: z.string(), ...taken }),
  /** The result. It is kept here at once, because the vendor deletes it after an hour. */
  z.object({ state: z.literal('answered'), result, ...taken }),
])

/** How far an analysis is at the vendor. */
export type Checkpoint = z.infer<typeof checkpointSchema>
export type Waiting = Extract<Checkpoint, { state: 'waiting' }>
export type Answered = Extract<Checkpoint, { state: 'answered' }>

export const open: Checkpoint = { state: 'open' }

/** @throws AppError INTERNAL for anything that this folder did not write. */
export const parseCheckpoint = createCheckpointParser<Checkpoint>(vendor, checkpointSchema, open)

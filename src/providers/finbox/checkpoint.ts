import { z } from 'zod'
import { createCheckpointParser } from '../../connector/parse-checkpoint.ts'
import { errorCodes } from '../../errors.ts'
import { vendor } from './config.ts'

const statementSchema = z.object({
  documentId: z.string(),
  statementId: z.string(),
  /** What only the answer to the upload says. All null when that answer was lost. */
  openingBalance: z.string().nullable(),
  closingBalance: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The kind of fraud found at the upload; null when none was. */
  fraudType: z.string().nullable(),
})

const checkpointSchema = z.object({
  /** null until a session is made. */
  sessionId: z.string().nullable(),
  /** Earlier sessions of this analysis, which expired. They may still hold documents. */
  abandoned: z.array(z.string()),
  /** Whether the present session is in place of one that expired. */
  renewed: z.boolean(),
  /** The upload that the next step makes. After a crash it may have been made already. */
  uploading: z.object({ documentId: z.string(), announcement: z.string() }).nullable(),
  /** The statements of the present session. */
  statements: z.array(statementSchema),
  /** The documents that the vendor refused, password faults left out. */
  rejections: z.array(
    z.object({
      documentId: z.string(),
      code: z.enum(errorCodes),
      message: z.string(),
      providerCode: z.string().nullable(),
    }),
  ),
  /** The ids of documents whose password is missing or wrong. */
  locked: z.array(z.string()),
  /** Whether somebody was asked for these passwords. The next step is then the first after they were given. */
  asked: z.boolean(),
})

/** How far an analysis is at the vendor. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>
export type UploadedStatement = Readonly<z.infer<typeof statementSchema>>

const initial: Checkpoint = {
  sessionId: null,
  abandoned: [],
  renewed: false,
  uploading: null,
  statements: [],
  rejections: [],
  locked: [],
  asked: false,
}

/** @throws AppError INTERNAL for anything that this folder did not write. */
export const parseCheckpoint = createCheckpointParser<Checkpoint>(vendor, checkpointSchema, initial)

/** The ids of all sessions: webhooks name them, and erasing deletes them. */
export function referencesOf({ sessionId, abandoned }: Checkpoint): string[] {
  return sessionId === null ? [...abandoned] : [sessionId, ...abandoned]
}

/** The checkpoint for a new session in place of one that expired. Its documents are uploaded again. */
export function startOver(checkpoint: Checkpoint): Checkpoint {
  const { sessionId, abandoned, rejections, locked, asked } = checkpoint
  return {
    ...initial,
    abandoned: sessionId === null ? abandoned : [...abandoned, sessionId],
    renewed: true,
    rejections,
    locked,
    asked,
  }
}

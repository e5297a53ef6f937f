import { z } from 'zod'
import { parseStored } from '../../connector/parse-stored.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError, errorCodes } from '../../errors.ts'
import { extractedStatementSchema } from './extracted-statement.ts'
import { vendor } from './vendor.ts'

const rejectionSchema = z.object({
  documentId: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
  providerCode: z.string().nullable(),
})

const checkpointSchema = z.object({
  /** The upload that the next step makes, or that a crashed one may have made. */
  uploading: z.object({ documentId: z.string(), announcement: z.string() }).nullable(),
  statements: z.array(z.object({ documentId: z.string(), statementId: z.string() })),
  /** Those of them that there is something to collect of, once all are finished. */
  extracted: z.array(extractedStatementSchema).default([]),
  /** Documents that the vendor refused to take. */
  rejections: z.array(rejectionSchema),
})

/** Where an analysis stands at the vendor: which statement each document became, and what became of the rest. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>
export type Rejection = z.infer<typeof rejectionSchema>

const initial: Checkpoint = { uploading: null, statements: [], extracted: [], rejections: [] }

/** @throws AppError INTERNAL for anything that this folder did not write. */
export function parseCheckpoint(stored: JsonValue): Checkpoint {
  if (stored === null) return initial
  return parseStored(vendor.id, checkpointSchema, stored)
}

/** The vendor ids by which a webhook may name the analysis. */
export function referencesOf(checkpoint: Checkpoint): string[] {
  return checkpoint.statements.map(statement => statement.statementId)
}

export function toRejection(documentId: string, error: AppError): Rejection {
  return { documentId, code: error.code, message: error.message, providerCode: error.providerCode }
}

export function toRejectionError(rejection: Rejection): AppError {
  const { code, message, providerCode } = rejection
  return new AppError(code, message, { provider: 'flvxtract', providerCode })
}

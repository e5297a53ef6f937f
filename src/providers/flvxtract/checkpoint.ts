import { z } from 'zod'
import { createCheckpointParser } from '../../connector/parse-checkpoint.ts'
import { AppError, errorCodes } from '../../errors.ts'
import { vendor } from './config.ts'
import type { StatementProgress } from './status.ts'

const rejectionSchema = z.object({
  documentId: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
  providerCode: z.string().nullable(),
})

/** A finished statement, with what its analysis does not repeat. */
export const extractedStatementSchema = z.object({ statementId: z.string(), bankName: z.string().nullable() })

export type ExtractedStatement = Readonly<z.infer<typeof extractedStatementSchema>>

const checkpointSchema = z.object({
  /** The upload that the next step makes. After a crash it may have been made already. */
  uploading: z.object({ documentId: z.string(), announcement: z.string() }).nullable(),
  statements: z.array(z.object({ documentId: z.string(), statementId: z.string() })),
  /** The statements that have a result, once all of them are finished. */
  extracted: z.array(extractedStatementSchema).default([]),
  /** The documents that the vendor refused. */
  rejections: z.array(rejectionSchema),
})

/** How far an analysis is at the vendor: the statement that each document became, and the refused documents. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>
type Rejection = z.infer<typeof rejectionSchema>

/** @throws AppError INTERNAL for anything that this folder did not write. */
export const parseCheckpoint = createCheckpointParser<Checkpoint>(vendor, checkpointSchema, {
  uploading: null,
  statements: [],
  extracted: [],
  rejections: [],
})

/** The vendor ids by which a webhook may name the analysis. */
export function referencesOf(checkpoint: Checkpoint): string[] {
  return checkpoint.statements.map(statement => statement.statementId)
}

export function toRejection(documentId: string, error: AppError): Rejection {
  return { documentId, code: error.code, message: error.message, providerCode: error.providerCode }
}

export function toRejectionError({ code, message, providerCode }: Rejection): AppError {
  return new AppError(code, message, { provider: vendor.id, providerCode })
}

/** Of these statements, those that were extracted, completely or in part. */
export function toExtracted(
  ids: readonly string[],
  statements: ReadonlyMap<string, StatementProgress>,
): ExtractedStatement[] {
  return ids.flatMap(statementId => {
    const { state, bankName = null } = statements.get(statementId) ?? {}
    return state === 'completed' || state === 'partial' ? [{ statementId, bankName }] : []
  })
}

import { AppError } from '../../errors.ts'
import type { DocumentOutcome, Progress } from '../analysis-driver.ts'
import type { Checkpoint } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { FinboxDatasource } from './datasource.ts'
import { badResponse, toKeptError, toPasswordError, toProcessingError } from './errors.ts'
import type { AccountStatus, SessionStatusPayload } from './payloads.ts'

/** How far a closed session is: its progress, and when that is completed how each statement and account fared. */
export async function checkProgress(datasource: FinboxDatasource, checkpoint: Checkpoint): Promise<Progress> {
  const sessionId = requireSession(checkpoint)
  const progress = await datasource.progress(sessionId)
  const status = progress?.isCompleted ? await datasource.sessionStatus(sessionId) : null
  if (status === null)
    return { kind: 'running', stage: 'EXTRACTING', providerStage: progress?.word ?? null, retryAfterMs: null }
  return toOutcome(checkpoint, status, progress?.word ?? null)
}

/** @throws AppError INTERNAL when nothing was submitted */
export function requireSession({ sessionId }: Checkpoint): string {
  if (sessionId !== null) return sessionId
  throw new AppError('INTERNAL', 'An analysis was checked before it was submitted.', { provider: vendor.id })
}

function toOutcome(checkpoint: Checkpoint, status: SessionStatusPayload, providerStage: string | null): Progress {
  const documents = toDocumentOutcomes(checkpoint, status.accounts)
  const failure = documents.find(one => one.error !== null)?.error ?? null
  if (documents.every(one => one.status === 'FAILED') && failure) return { kind: 'failed', error: failure, documents }
  if (!status.hasInsights) {
    const fault = status.accounts.map(account => toProcessingError(account.errorCode)).find(one => one !== null)
    const error = fault ?? failure ?? badResponse('FinBox gives no insights of the session, and does not say why.')
    return { kind: 'failed', error, documents }
  }
  const outcome = documents.every(one => one.status === 'COMPLETED') ? 'COMPLETED' : 'PARTIAL'
  return { kind: 'ready', outcome, providerStage, documents }
}

/** A document whose statement is whole in an account with a fault has a result, and is PARTIAL. */
function toDocumentOutcomes(checkpoint: Checkpoint, accounts: readonly AccountStatus[]): readonly DocumentOutcome[] {
  const taken = checkpoint.statements.map(({ documentId, statementId }): DocumentOutcome => {
    const account = accounts.find(one => one.statements.some(statement => statement.statementId === statementId))
    const statement = account?.statements.find(one => one.statementId === statementId)
    if (!account || !statement)
      return { documentId, status: 'PARTIAL', error: badResponse('FinBox does not say what became of the statement.') }
    if (statement.isFailed)
      return { documentId, status: 'FAILED', error: toProcessingError(statement.errorCode ?? 'OTHER') }
    const isFailed = account.status?.toLowerCase() === 'failed'
    const error = toProcessingError(account.errorCode ?? (isFailed ? 'OTHER' : null))
    return { documentId, status: error ? 'PARTIAL' : 'COMPLETED', error }
  })
  return [...taken, ...toRefusedDocuments(checkpoint)]
}

/** The documents that the vendor refused at their upload, also those whose password is awaited. */
export function toRefusedDocuments({ rejections, locked }: Checkpoint): readonly DocumentOutcome[] {
  const refused = rejections.map(one => ({ documentId: one.documentId, error: toKeptError(one) }))
  const waiting = locked.map(documentId => ({ documentId, error: toPasswordError() }))
  return [...refused, ...waiting].map(one => ({ ...one, status: 'FAILED' }))
}

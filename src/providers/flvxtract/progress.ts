import type { AppError } from '../../errors.ts'
import type { ActionRequest, DocumentOutcome, Progress } from '../analysis-driver.ts'
import { type Checkpoint, toRejectionError } from './checkpoint.ts'
import { isWaiting, type StatementProgress } from './status.ts'

const outcomes = { completed: 'COMPLETED', partial: 'PARTIAL', failed: 'FAILED' } as const

/** How far an analysis is. @param statements every statement of the checkpoint by its id */
export function toProgress(checkpoint: Checkpoint, statements: ReadonlyMap<string, StatementProgress>): Progress {
  const documents = toRefusedDocuments(checkpoint)
  const words: string[] = []
  const open: string[] = []
  for (const { documentId, statementId } of checkpoint.statements) {
    const statement = statements.get(statementId)
    if (!statement || statement.state === 'running') {
      open.push(statement?.word ?? '')
    } else {
      documents.push({ documentId, status: outcomes[statement.state], error: statement.error })
      if (statement.word) words.push(statement.word)
    }
  }
  // Without any document nothing has been submitted yet.
  if (open.length > 0 || documents.length === 0) {
    const stage = open.every(isWaiting) ? 'WAITING' : 'EXTRACTING'
    return { kind: 'running', stage, providerStage: distinct(open), retryAfterMs: null }
  }
  const locked = documents.filter(isLocked)
  if (locked.length > 0) {
    return { kind: 'action-required', action: reuploadRequest(locked), providerStage: distinct(words), documents }
  }
  const failure = documents.find(document => document.status === 'FAILED')
  if (failure?.error && documents.every(document => document.status === 'FAILED')) {
    return { kind: 'failed', error: failure.error, documents }
  }
  const outcome = documents.every(document => document.status === 'COMPLETED') ? 'COMPLETED' : 'PARTIAL'
  return { kind: 'ready', outcome, providerStage: distinct(words), documents }
}

/** The documents that the vendor refused at their upload. */
export function toRefusedDocuments({ rejections }: Checkpoint): DocumentOutcome[] {
  return rejections.map(one => ({ documentId: one.documentId, status: 'FAILED', error: toRejectionError(one) }))
}

/** The vendor's words without repetitions; null when there are none. */
export function distinct(words: readonly string[]): string | null {
  return [...new Set(words)].filter(word => word !== '').join(', ') || null
}

/** Whether a document failed because it is protected by a password. */
export function isLocked({ error }: { readonly error: AppError | null }): boolean {
  return error?.code === 'DOCUMENT_PASSWORD_INCORRECT'
}

/** Asks for copies without password protection, because no call of https://flvxtract.com/docs takes a password. */
export function reuploadRequest(locked: readonly { readonly documentId: string }[]): ActionRequest {
  return { type: 'REUPLOAD', documentIds: locked.map(one => one.documentId), url: null, expiresAt: null }
}

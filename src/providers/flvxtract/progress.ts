import type { DocumentOutcome, Progress } from '../analysis-driver.ts'
import type { Checkpoint } from './checkpoint.ts'
import { toRejectionError } from './checkpoint.ts'
import { isLocked, reuploadRequest } from './locked-documents.ts'
import type { StatementProgress } from './statement-progress.ts'
import { isWaiting } from './status.ts'

const outcomes = { completed: 'COMPLETED', partial: 'PARTIAL', failed: 'FAILED' } as const

/** How far an analysis is, from how far its statements are. `statements` holds every one of the checkpoint by its id. */
export function toProgress(checkpoint: Checkpoint, statements: ReadonlyMap<string, StatementProgress>): Progress {
  const documents: DocumentOutcome[] = checkpoint.rejections.map(rejection => ({
    documentId: rejection.documentId,
    status: 'FAILED',
    error: toRejectionError(rejection),
  }))
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
  // Nothing handed over yet is nothing finished.
  if (open.length > 0 || documents.length === 0) {
    const stage = open.every(isWaiting) ? 'WAITING' : 'EXTRACTING'
    return { kind: 'running', stage, providerStage: distinct(open), retryAfterMs: null }
  }
  const locked = documents.filter(isLocked)
  if (locked.length > 0) {
    return { kind: 'action-required', action: reuploadRequest(locked), providerStage: distinct(words) }
  }
  const failure = documents.find(document => document.status === 'FAILED')
  if (failure?.error && documents.every(document => document.status === 'FAILED')) {
    return { kind: 'failed', error: failure.error, documents }
  }
  const outcome = documents.every(document => document.status === 'COMPLETED') ? 'COMPLETED' : 'PARTIAL'
  return { kind: 'ready', outcome, providerStage: distinct(words), documents }
}

/** The vendor's words, each once; null for none. */
export function distinct(words: readonly string[]): string | null {
  return [...new Set(words)].filter(word => word !== '').join(', ') || null
}

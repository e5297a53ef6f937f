import type { Progress } from '../analysis-driver.ts'
import type { ConsentCheckpoint } from './consent-checkpoint.ts'
import { toJoinAction } from './consent-submission.ts'
import { distinct } from './progress.ts'
import type { StatementProgress } from './statement-progress.ts'
import { isWaiting } from './status.ts'

/**
 * How far a consent is, from how far the statements that came by it are. Until there is one the customer has to act. None
 * of them is a document of ours, so there is nothing to be said of documents.
 */
export function toConsentProgress(
  { request }: ConsentCheckpoint,
  found: ReadonlyMap<string, StatementProgress>,
): Progress {
  const statements = [...found.values()]
  const words = statements.flatMap(({ word }) => word ?? [])
  if (statements.length === 0) {
    if (!request) throw new Error('A consent was asked about that was never requested.')
    return { kind: 'action-required', action: toJoinAction(request), providerStage: null }
  }
  const open = statements.filter(({ state }) => state === 'running').map(({ word }) => word ?? '')
  if (open.length > 0) {
    const stage = open.every(isWaiting) ? 'WAITING' : 'EXTRACTING'
    return { kind: 'running', stage, providerStage: distinct(open), retryAfterMs: null }
  }
  const failures = statements.flatMap(({ error }) => error ?? [])
  const [failure] = failures
  if (failure && failures.length === statements.length) return { kind: 'failed', error: failure, documents: [] }
  const outcome = statements.every(({ state }) => state === 'completed') ? 'COMPLETED' : 'PARTIAL'
  return { kind: 'ready', outcome, providerStage: distinct(words), documents: [] }
}

import type { AppError } from '../../errors.ts'
import type { DocumentOutcome, Progress } from '../analysis-driver.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { FinovoxDatasource } from './datasource.ts'
import { toAnswered } from './submission.ts'

/** How far a folder is. The result is kept in the checkpoint; after that the vendor is not asked again. */
export async function loadProgress(datasource: FinovoxDatasource, checkpoint: Checkpoint): Promise<Progress> {
  switch (checkpoint.state) {
    case 'open':
    case 'announced':
      // Nothing has been submitted yet.
      return { kind: 'running', stage: 'WAITING', providerStage: null, retryAfterMs: null }
    case 'answered':
      return ready(checkpoint.documentIds)
    case 'waiting': {
      const answer = await datasource.retrieve(checkpoint.retrieveToken)
      if (answer.kind === 'failed') return failed(checkpoint.documentIds, answer.error)
      if (answer.kind === 'answered')
        return {
          ...ready(checkpoint.documentIds),
          learnt: { checkpoint: toAnswered(checkpoint, answer.result), references: [] },
        }
      const { status: providerStage, runId } = answer
      const running = { kind: 'running', stage: 'EXTRACTING', providerStage, retryAfterMs: null } as const
      if (runId === null || checkpoint.runId !== null) return running
      return { ...running, learnt: { checkpoint: { ...checkpoint, runId }, references: [runId] } }
    }
  }
}

function ready(documentIds: readonly string[]): Progress {
  const documents = documentIds.map((documentId): DocumentOutcome => ({ documentId, status: 'COMPLETED', error: null }))
  return { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents }
}

function failed(documentIds: readonly string[], error: AppError): Progress {
  const documents = documentIds.map((documentId): DocumentOutcome => ({ documentId, status: 'FAILED', error }))
  return { kind: 'failed', error, documents }
}

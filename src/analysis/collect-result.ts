import { randomUUID } from 'node:crypto'
import type { EventSource } from '../domain/activity-event.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { DocumentOutcome, Progress, ResultDriver } from '../providers/analysis-driver.ts'
import { type AnalysisState, readAnalysisDocuments, saveDocumentResults } from '../store/analysis-life.ts'
import { finishCollection, publishCollection, startCollection } from '../store/collections.ts'
import { readDocuments } from '../store/documents.ts'
import { toAnalysisError } from './analysis-error.ts'
import type { Lease } from './lease.ts'
import { moveAnalysis } from './move-analysis.ts'
import { createStaging } from './stage-findings.ts'
import { createUnreadValues } from './unread-values.ts'
import type { WorkerDeps } from './worker-deps.ts'

type Ready = Extract<Progress, { kind: 'ready' }>

/**
 * Fetches a finished result into a collection that nobody sees, then shows it in one short transaction together with the
 * final state and its event. Interrupted anywhere before that, it begins again.
 *
 * @throws AppError what the driver throws, LeaseLost, Superseded
 */
export async function collectResult(
  deps: WorkerDeps,
  context: RequestContext,
  processing: AnalysisState,
  driver: ResultDriver,
  ready: Ready,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now } = deps
  const { tenant } = context
  const state =
    processing.stage === 'COLLECTING'
      ? processing
      : await database.transaction(tx =>
          moveAnalysis(
            tx,
            appendEvents,
            context,
            processing,
            { stage: 'COLLECTING', providerStage: ready.providerStage },
            via,
            now(),
          ),
        )
  const entries = await readAnalysisDocuments(database, tenant, state.id)
  const documents = await readDocuments(
    database,
    tenant,
    entries.map(entry => entry.documentId),
  )
  const collection = { id: randomUUID(), applicantId: state.applicantId, analysisId: state.id, createdAt: now() }
  await lease.confirm()
  await database.transaction(tx => startCollection(tx, tenant, collection))
  const unread = createUnreadValues(state.providerId)
  const stage = createStaging(database, {
    tenant,
    collectionId: collection.id,
    applicantId: state.applicantId,
    analysisId: state.id,
    providerId: state.providerId,
    documents,
    at: collection.createdAt,
    secretBox: deps.secretBox,
    noteUnread: unread.note,
  })
  for await (const findings of driver.collect({ analysisId: state.id, documents }, state.checkpoint)) {
    await stage(findings)
    await lease.confirm()
  }
  await finishCollection(database, tenant, collection.id)
  await lease.confirm()

  await database.transaction(async tx => {
    const at = now()
    await publishCollection(tx, tenant, collection, at)
    const documentIds = documents.map(document => document.id)
    await saveOutcomes(tx, tenant, state.id, unread.tell(ready.documents, documentIds))
    // What is missing from a part of the result is said by the document that failed, if one did.
    const missing = unread.missing()
    const failure = ready.documents.find(document => document.error !== null)?.error ?? missing
    const error = failure ? toAnalysisError(failure) : null
    const status = missing === null ? ready.outcome : 'PARTIAL'
    const move = { status, providerStage: ready.providerStage, error } as const
    await moveAnalysis(tx, appendEvents, context, state, move, via, at)
  })
}

/** Keeps how each document fared. */
export async function saveOutcomes(
  queries: Parameters<typeof saveDocumentResults>[0],
  tenant: RequestContext['tenant'],
  analysisId: string,
  outcomes: readonly DocumentOutcome[],
): Promise<void> {
  const results = outcomes.map(({ documentId, status, error }) => ({
    documentId,
    status,
    error: error === null ? null : toAnalysisError(error),
  }))
  await saveDocumentResults(queries, tenant, analysisId, results)
}

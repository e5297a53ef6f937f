import { randomUUID } from 'node:crypto'
import type { Progress } from '../providers/analysis-driver.ts'
import { type AnalysisState, readAnalysisDocuments } from '../store/analysis-life.ts'
import { lockApplicantForPublication } from '../store/applicant-locks.ts'
import { readDocuments } from '../store/documents.ts'
import { publishCollection } from '../store/publish-collection.ts'
import { toAnalysisError } from './analysis-error.ts'
import { moveAnalysis } from './move-analysis.ts'
import { saveOutcomes } from './save-outcomes.ts'
import { startStaging } from './stage-findings.ts'
import { createUnreadValues } from './unread-values.ts'
import { type AnalysisLook, changeIn } from './worker-deps.ts'

type Ready = Extract<Progress, { kind: 'ready' }>

/**
 * Fetches a finished result into a collection, then publishes it in one short transaction together with the final state
 * and its event. If it is interrupted before that, it begins again.
 *
 * @throws AppError of the driver; ClaimLost, Superseded
 */
export async function collectResult(look: AnalysisLook, ready: Ready): Promise<void> {
  const { deps, context, driver, claim, checkpoint } = look
  const { database, now } = deps
  const { tenant } = context
  const state = await noteCollecting(look, ready.providerStage)
  const entries = await readAnalysisDocuments(database, tenant, state.id)
  const documents = await readDocuments(
    database,
    context,
    entries.map(entry => entry.documentId),
  )
  const collection = { id: randomUUID(), applicantId: state.applicantId, analysisId: state.id, createdAt: now() }
  claim.confirm()
  const unread = createUnreadValues(state.providerId)
  const staging = await startStaging(database, {
    tenant,
    collection,
    providerId: state.providerId,
    documents,
    secretBox: deps.secretBox,
    noteUnread: unread.note,
  })
  const job = { analysisId: state.id, documents, signal: claim.signal }
  for await (const findings of driver.collect(job, checkpoint)) {
    await staging.add(findings)
    claim.confirm()
  }
  await staging.finish()

  await changeIn(look, async change => {
    await lockApplicantForPublication(change.tx, tenant, state.applicantId)
    const missing = unread.missing()
    const status = missing === null ? ready.outcome : 'PARTIAL'
    const documentIds = documents.map(document => document.id)
    await saveOutcomes(change.tx, tenant, state.id, unread.tell(ready.documents, documentIds))
    await publishCollection(change.tx, tenant, { ...collection, outcome: status }, change.at)
    // The error of a PARTIAL analysis is that of a failed document, if there is one.
    const failure = ready.documents.find(document => document.error !== null)?.error ?? missing
    const error = failure ? toAnalysisError(failure) : null
    await moveAnalysis(change, state, { status, providerStage: ready.providerStage, error })
  })
}

async function noteCollecting(look: AnalysisLook, providerStage: string | null): Promise<AnalysisState> {
  const { state } = look
  if (state.stage === 'COLLECTING' && state.obstacle === null) return state
  return changeIn(look, change => moveAnalysis(change, state, { stage: 'COLLECTING', providerStage }))
}

import { extensionOf } from '../documents/media-types.ts'
import type { EventSource } from '../domain/activity-event.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { AnalysisDriver, SubmissionDocument, SubmissionJob } from '../providers/provider.ts'
import {
  type AnalysisState,
  forgetPasswords,
  readAnalysisDocuments,
  saveCheckpoint,
  setProviderReference,
} from '../store/analysis-life.ts'
import { saveReferences } from '../store/analysis-references.ts'
import { readApplicants } from '../store/applicants.ts'
import { readCases } from '../store/cases.ts'
import { readDocuments } from '../store/documents.ts'
import { wasNoticedEarly } from '../store/webhook-notices.ts'
import { type Lease, LeaseLost } from './lease.ts'
import { moveAnalysis } from './move-analysis.ts'
import { waitBeforeCheck } from './next-check.ts'
import type { WorkerDeps } from './worker-deps.ts'

/**
 * Gives the documents of a queued analysis to its provider, step by step, and goes on where a predecessor stopped.
 *
 * @throws AppError what the driver throws, LeaseLost, Superseded
 */
export async function submitAnalysis(
  deps: WorkerDeps,
  context: RequestContext,
  queued: AnalysisState,
  driver: AnalysisDriver,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now, providers, jobs } = deps
  let state =
    queued.status === 'QUEUED'
      ? await database.transaction(tx =>
          moveAnalysis(tx, appendEvents, context, queued, { status: 'SUBMITTING', stage: 'UPLOADING' }, via, now()),
        )
      : queued
  const job = await readSubmissionJob(deps, context, state)

  for (;;) {
    await lease.confirm()
    const step = await driver.submit(job, state.checkpoint)
    state = { ...state, checkpoint: step.checkpoint }
    const done = await database.transaction(async tx => {
      if (step.kind !== 'action-required')
        await saveReferences(tx, context.tenant, state.providerId, state.id, step.references ?? [])
      if (!(await saveCheckpoint(tx, context.tenant, state.id, lease.owner, step.checkpoint))) throw new LeaseLost()
      if (step.kind === 'continue') return false
      if (step.kind === 'action-required') {
        await forgetPasswords(tx, context.tenant, state.id)
        const move = {
          status: 'ACTION_REQUIRED',
          stage: 'WAITING',
          action: step.action,
          nextCheckAt: state.deadline,
        } as const
        await moveAnalysis(tx, appendEvents, context, state, move, via, now())
        return true
      }
      await setProviderReference(tx, context.tenant, state.id, step.providerReference)
      await forgetPasswords(tx, context.tenant, state.id)
      const early = await wasNoticedEarly(
        tx,
        context.tenant,
        state.id,
        providers.accountKey(context.tenant, state.providerId),
      )
      const wait = early
        ? 0
        : waitBeforeCheck(driver.polling, {
            idleChecks: 0,
            vendorMs: null,
            speedup: deps.pollSpeedup,
            random: deps.random(),
          })
      const nextCheckAt = new Date(now().getTime() + wait)
      await jobs.send(tx, { ...context, analysisId: state.id, via: early ? 'WEBHOOK' : 'POLL' }, nextCheckAt)
      const move = { status: 'PROCESSING', stage: 'EXTRACTING', nextCheckAt } as const
      await moveAnalysis(tx, appendEvents, context, state, move, via, now())
      return true
    })
    if (done) return
  }
}

async function readSubmissionJob(
  { database, openDocument, secretBox }: WorkerDeps,
  { tenant }: RequestContext,
  state: AnalysisState,
): Promise<SubmissionJob> {
  const [[applicant], [ofCase], entries] = await Promise.all([
    readApplicants(database, tenant, [state.applicantId]),
    readCases(database, tenant, [state.caseId]),
    readAnalysisDocuments(database, tenant, state.id),
  ])
  if (!applicant || !ofCase) throw new Error('The applicant or case of an open analysis is gone.')
  const stored = await readDocuments(
    database,
    tenant,
    entries.map(entry => entry.documentId),
  )
  const documents = entries.map(({ documentId, sealedPassword, bankName }): SubmissionDocument => {
    const document = stored.find(candidate => candidate.id === documentId)
    if (!isStored(document)) throw new Error('A document of an open analysis is gone.')
    return {
      document,
      // The caller's own name stays here.
      fileName: `${document.id}.${extensionOf(document.mediaType) ?? 'bin'}`,
      mediaType: document.mediaType,
      byteSize: document.byteSize,
      password: sealedPassword === null ? null : secretBox.open(sealedPassword),
      bankName,
      open: () => openDocument(tenant, documentId),
    }
  })
  return { analysisId: state.id, applicant, useCase: ofCase.useCase, declared: ofCase.declared, documents }
}

type StoredDocument = CaseDocument & { readonly mediaType: string; readonly byteSize: number }

function isStored(document: CaseDocument | undefined): document is StoredDocument {
  return document?.status === 'STORED' && document.mediaType !== null && document.byteSize !== null
}

import { z } from 'zod'
import { extensionOf } from '../documents/media-types.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { JsonValue } from '../domain/json.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { ConsentJob, SubmissionDocument, SubmissionJob, SubmissionStep } from '../providers/analysis-driver.ts'
import { type AnalysisState, readAnalysisDocuments } from '../store/analysis-life.ts'
import { readApplicants } from '../store/applicants.ts'
import { readCases } from '../store/cases.ts'
import { readSealedInvitation } from '../store/consents.ts'
import { readDocuments } from '../store/documents.ts'
import { openOptions } from './analysis-options.ts'
import { findAnalysisDriver, findConsentDriver } from './find-driver.ts'
import { LeaseLost } from './lease.ts'
import type { WorkerDeps } from './worker-deps.ts'

/** What is sealed of an invitation. */
export const invitationSchema = z.object({
  customer: z.object({ name: z.string(), email: z.string().nullable() }),
  redirectUrl: z.string().nullable(),
})

/**
 * Reads what the submission of an analysis needs, and answers its next step as a function of the checkpoint alone.
 *
 * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED
 * @throws LeaseLost when the applicant was erased meanwhile
 */
export async function prepareSubmission(
  deps: WorkerDeps,
  tenant: TenantId,
  state: AnalysisState,
): Promise<(checkpoint: JsonValue) => Promise<SubmissionStep>> {
  if (state.origin === 'CONSENT') {
    const driver = findConsentDriver(deps.providers, tenant, state)
    const job = await readConsentJob(deps, tenant, state)
    return checkpoint => driver.submit(job, checkpoint)
  }
  const driver = findAnalysisDriver(deps.providers, tenant, state)
  const job = await readSubmissionJob(deps, tenant, state)
  return checkpoint => driver.submit(job, checkpoint)
}

async function readConsentJob(
  { database, secretBox }: WorkerDeps,
  tenant: TenantId,
  state: AnalysisState,
): Promise<ConsentJob> {
  const sealed = await readSealedInvitation(database, tenant, state.id)
  if (sealed === null) throw new Error('Whom to invite is forgotten, and the invitation is not made.')
  const invitation: unknown = JSON.parse(secretBox.open(sealed))
  return { analysisId: state.id, ...invitationSchema.parse(invitation) }
}

async function readSubmissionJob(
  { database, openDocument, secretBox }: WorkerDeps,
  tenant: TenantId,
  state: AnalysisState,
): Promise<SubmissionJob> {
  const [[applicant], [ofCase], entries] = await Promise.all([
    readApplicants(database, tenant, [state.applicantId]),
    readCases(database, tenant, [state.caseId]),
    readAnalysisDocuments(database, tenant, state.id),
  ])
  // They go only together with the analysis, when the applicant is erased.
  if (!applicant || !ofCase) throw new LeaseLost()
  const stored = await readDocuments(
    database,
    tenant,
    entries.map(entry => entry.documentId),
  )
  const documents = entries.map(({ documentId, sealedPassword, bankName }): SubmissionDocument => {
    const document = stored.find(candidate => candidate.id === documentId)
    if (!isStored(document)) throw new LeaseLost()
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
  const options = openOptions(state.options, secretBox)
  return { analysisId: state.id, applicant, useCase: ofCase.useCase, declared: ofCase.declared, documents, options }
}

type StoredDocument = CaseDocument & { readonly mediaType: string; readonly byteSize: number }

function isStored(document: CaseDocument | undefined): document is StoredDocument {
  return document?.status === 'STORED' && document.mediaType !== null && document.byteSize !== null
}

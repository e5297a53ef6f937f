import { z } from 'zod'
import { extensionOf } from '../documents/media-types.ts'
import type { AnalysisOrigin } from '../domain/analysis.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { JsonValue } from '../domain/json.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type {
  ConsentJob,
  ResultDriver,
  SubmissionDocument,
  SubmissionJob,
  SubmissionStep,
} from '../providers/analysis-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { type AnalysisState, readAnalysisDocuments } from '../store/analysis-life.ts'
import { readApplicants } from '../store/applicants.ts'
import { readCases } from '../store/cases.ts'
import { readSealedInvitation } from '../store/consents.ts'
import { readDocuments } from '../store/documents.ts'
import { ClaimLost } from '../store/work.ts'
import { openOptions } from './analysis-options.ts'
import { isUnknownBank } from './check-bank-names.ts'
import type { WorkerDeps } from './worker-deps.ts'

type Clients = Pick<ProviderRegistry, 'client'>
type Asked = Pick<AnalysisState, 'origin' | 'product' | 'providerId'>
type Submission = Pick<WorkerDeps, 'database' | 'openDocument' | 'secretBox' | 'providers' | 'readBanks' | 'logger'>

/** The next step of a submission as a function of its checkpoint. */
export type Submit = (checkpoint: JsonValue) => Promise<SubmissionStep>

/** How analyses of one origin differ from those of another. */
interface OriginRules {
  /** @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED */
  driver(providers: Clients, tenant: TenantId, asked: Asked): ResultDriver
  /** Reads the data for the submission. @throws ClaimLost when the applicant was erased meanwhile */
  prepare(deps: Submission, tenant: TenantId, state: AnalysisState, signal: AbortSignal): Promise<Submit>
  /** The error of an analysis when the required action at the provider was not done in time. */
  readonly unanswered: AppError
}

const rules: Readonly<Record<AnalysisOrigin, OriginRules>> = {
  DOCUMENTS: {
    driver: documentDriver,
    async prepare(deps, tenant, state, signal) {
      const driver = documentDriver(deps.providers, tenant, state)
      const job: SubmissionJob = { ...(await readSubmissionJob(deps, tenant, state)), signal }
      return checkpoint => driver.submit(job, checkpoint)
    },
    unanswered: new AppError(
      'DEADLINE_EXCEEDED',
      'The action that the provider waited for was not done in time. Start the analysis again.',
    ),
  },
  CONSENT: {
    driver: consentDriver,
    async prepare(deps, tenant, state, signal) {
      const driver = consentDriver(deps.providers, tenant, state)
      const job: ConsentJob = { ...(await readConsentJob(deps, tenant, state)), signal }
      return checkpoint => driver.submit(job, checkpoint)
    },
    unanswered: new AppError(
      'CONSENT_EXPIRED',
      'The customer did not accept the invitation in time. Request consent again.',
    ),
  },
}

export function originRules(origin: AnalysisOrigin): OriginRules {
  return rules[origin]
}

function documentDriver(providers: Clients, tenant: TenantId, { providerId, product }: Asked) {
  return requireOffer(providers, tenant, { providerId, wanted: product })
}

function consentDriver(providers: Clients, tenant: TenantId, { providerId }: Asked) {
  return requireOffer(providers, tenant, { providerId, wanted: 'consents' })
}

/** The sealed part of an invitation. */
export const invitationSchema = z.object({
  customer: z.object({ name: z.string(), email: z.string().nullable() }),
  redirectUrl: z.string().nullable(),
})

async function readConsentJob(
  { database, secretBox }: Submission,
  tenant: TenantId,
  state: AnalysisState,
): Promise<Omit<ConsentJob, 'signal'>> {
  const sealed = await readSealedInvitation(database, tenant, state.id)
  if (sealed === null) throw new Error('There is neither an invitation nor the data to make one.')
  const invitation: unknown = JSON.parse(secretBox.open(sealed))
  return { analysisId: state.id, ...invitationSchema.parse(invitation) }
}

async function readSubmissionJob(
  { database, openDocument, secretBox, ...deps }: Submission,
  tenant: TenantId,
  state: AnalysisState,
): Promise<Omit<SubmissionJob, 'signal'>> {
  const reach = wholeTenant(tenant)
  const [[applicant], [ofCase], entries] = await Promise.all([
    readApplicants(database, reach, [state.applicantId]),
    readCases(database, reach, [state.caseId]),
    readAnalysisDocuments(database, tenant, state.id),
  ])
  // They are deleted only together with the analysis, when the applicant is erased.
  if (!applicant || !ofCase) throw new ClaimLost()
  const stored = await readDocuments(
    database,
    reach,
    entries.map(entry => entry.documentId),
  )
  const unknownNames = await findUnknownBanks(deps, tenant, state, entries)
  const documents = entries.map(({ documentId, sealedPassword, bankName }): SubmissionDocument => {
    const document = stored.find(candidate => candidate.id === documentId)
    if (!isStored(document)) throw new ClaimLost()
    return {
      document,
      // The caller's file name is not sent to the provider.
      fileName: `${document.id}.${extensionOf(document.mediaType) ?? 'bin'}`,
      mediaType: document.mediaType,
      byteSize: document.byteSize,
      password: sealedPassword === null ? null : secretBox.open(sealedPassword),
      bankName: bankName !== null && unknownNames.has(bankName) ? null : bankName,
      open: () => openDocument(tenant, documentId),
    }
  })
  const options = openOptions(state.options, secretBox)
  return { analysisId: state.id, applicant, useCase: ofCase.useCase, declared: ofCase.declared, documents, options }
}

/**
 * The names of banks that this provider does not know. Callers choose from the lists of all providers that may be
 * asked. A provider refuses a document with an unknown bank name; without a name it detects the bank itself.
 */
async function findUnknownBanks(
  { readBanks, logger }: Pick<Submission, 'readBanks' | 'logger'>,
  tenant: TenantId,
  { id: analysisId, providerId }: AnalysisState,
  entries: readonly { readonly bankName: string | null }[],
): Promise<ReadonlySet<string>> {
  const unknown = new Set<string>()
  for (const name of new Set(entries.flatMap(({ bankName }) => bankName ?? [])))
    if (await isUnknownBank(readBanks, tenant, providerId, name)) {
      unknown.add(name)
      logger.warn(
        { tenant, analysisId, providerId, bankName: name },
        'the provider does not know this bank: the name is left out',
      )
    }
  return unknown
}

type StoredDocument = CaseDocument & { readonly mediaType: string; readonly byteSize: number }

function isStored(document: CaseDocument | undefined): document is StoredDocument {
  return document?.status === 'STORED' && document.mediaType !== null && document.byteSize !== null
}

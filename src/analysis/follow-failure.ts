import { wholeTenant } from '../domain/reach.ts'
import { abandonedRunSubject, analysisSubject } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Change } from '../events/change.ts'
import type { AnalysisRequest, DocumentOutcome } from '../providers/analysis-driver.ts'
import { findOffer } from '../providers/capability.ts'
import {
  type AnalysisState,
  readAnalysisDocuments,
  readTriedRuns,
  replaceRun,
  type TriedRuns,
} from '../store/analysis-life.ts'
import { readApplicants } from '../store/applicants.ts'
import type { Queries } from '../store/database.ts'
import { readDocuments } from '../store/documents.ts'
import { isSameObstacle, toAnalysisError, toObstacle } from './analysis-error.ts'
import { openOptions } from './analysis-options.ts'
import { type ChosenDriver, chooseNextDriver } from './choose-driver.ts'
import { type Failure, judgeFailure } from './judge-failure.ts'
import { moveAnalysis } from './move-analysis.ts'
import { saveOutcomes } from './save-outcomes.ts'
import type { AnalysisLook } from './worker-deps.ts'

type Deps = Pick<AnalysisLook, 'deps' | 'claim'>

/**
 * Handles a failure of an analysis' current run: retries later, asks the next provider in the tenant's order, or ends
 * the analysis. When no provider is left, the analysis ends with the error of its first run.
 *
 * @param documents the documents' results, if the vendor said them
 * @throws Superseded, ClaimLost
 */
export async function followFailure(
  change: Change,
  { deps, claim }: Deps,
  state: AnalysisState,
  { documents = [], ...failure }: Failure & { readonly documents?: readonly DocumentOutcome[] },
): Promise<void> {
  const { tx, context, at } = change
  const { asksNext, isBorne } = judgeFailure(state, failure, { at, pollSpeedup: deps.pollSpeedup })
  const tried = asksNext ? await readTriedRuns(tx, context.tenant, state.id) : null
  const next = tried && (await findNext(tx, deps, { tenant: context.tenant, state, tried }))
  if (next) return askNext(change, { deps, claim }, state, { next, error: failure.error })
  if (isBorne) {
    const obstacle = toObstacle(failure.error)
    if (!isSameObstacle(state.obstacle, obstacle)) await moveAnalysis(change, state, { obstacle })
    return
  }
  await saveOutcomes(tx, context.tenant, state.id, documents)
  const runError = toAnalysisError(failure.error)
  await moveAnalysis(change, state, { status: 'FAILED', error: tried?.firstError ?? runError, runError })
}

interface Asked {
  readonly tenant: TenantId
  readonly state: AnalysisState
  readonly tried: TriedRuns
}

/** The provider to ask next. Null after collecting a result has begun, or when a required password was deleted. */
async function findNext(
  tx: Queries,
  { providers, secretBox }: Pick<AnalysisLook['deps'], 'providers' | 'secretBox'>,
  { tenant, state, tried }: Asked,
): Promise<ChosenDriver | null> {
  if (tried.isPartlyTaken) return null
  const reach = wholeTenant(tenant)
  const [[applicant], entries] = await Promise.all([
    readApplicants(tx, reach, [state.applicantId]),
    readAnalysisDocuments(tx, tenant, state.id),
  ])
  const isForgotten = entries.some(entry => entry.isProtected && entry.sealedPassword === null)
  const options = isForgotten ? null : optionsOf(state, secretBox)
  if (!applicant || !options) return null
  const request: AnalysisRequest = {
    applicant,
    documents: await readDocuments(
      tx,
      reach,
      entries.map(entry => entry.documentId),
    ),
    protectedIds: entries.filter(entry => entry.isProtected).map(entry => entry.documentId),
    options,
  }
  return chooseNextDriver(providers, tenant, { product: state.product, tried: tried.providerIds }, request)
}

/** @returns null when the password of its share link was deleted */
function optionsOf({ options }: AnalysisState, secretBox: AnalysisLook['deps']['secretBox']) {
  try {
    return openOptions(options, secretBox)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Begins at the next provider. The one before is asked to delete its data, if it can. */
async function askNext(
  change: Change,
  { deps, claim }: Deps,
  state: AnalysisState,
  { next, error }: { readonly next: ChosenDriver; readonly error: AppError },
): Promise<void> {
  const { providers, logger } = deps
  const { context, at } = change
  const { providerId, driver } = next
  await moveAnalysis(change, state, {
    status: 'QUEUED',
    stage: 'WAITING',
    providerStage: null,
    providerId,
    deadline: new Date(at.getTime() + driver.deadlineMs),
  })
  await replaceRun(change, state.id, toAnalysisError(error), providerId)
  const accountKey = providers.accountKey(context.tenant, providerId)
  change.handOver({ ...analysisSubject(state.id), providerId, accountKey }, claim.held)
  const abandoned = { analysisId: state.id, providerId: state.providerId }
  if (findOffer(providers.client(context.tenant, state.providerId), 'erase'))
    change.begin({ ...abandonedRunSubject(abandoned), providerId: state.providerId, accountKey: claim.accountKey })
  logger.warn({ ...context, ...abandoned, code: error.code, next: providerId }, 'the next provider is asked')
}

import type { SecretBox } from '../auth/secret-box.ts'
import { type AnalysisOptions, allowedActions, isFinal, waitsForProvider } from '../domain/analysis.ts'
import type { Applicant } from '../domain/applicant.ts'
import type { AnalysisCommands, AnalysisDocumentInput, RetryAnalysis, StartAnalysis } from '../domain/commands.ts'
import type { Reach } from '../domain/reach.ts'
import { analysisSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { Change, ChangingDatabase } from '../events/change.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import {
  type AnalysisState,
  findAnalysisState,
  replaceAnalysisDocuments,
  type NewAnalysis,
  type NewAnalysisDocument,
  readAnalysisDocuments,
  setOptions,
} from '../store/analysis-life.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { readApplicants } from '../store/applicants.ts'
import { readCases } from '../store/cases.ts'
import type { Queries } from '../store/database.ts'
import { readDocuments } from '../store/documents.ts'
import { canonicalJson, createOnce, withoutNulls } from '../store/idempotency.ts'
import { openOptions, readOptions, sealOptions } from './analysis-options.ts'
import { chooseDriver } from './choose-driver.ts'
import { moveAnalysis, Superseded } from './move-analysis.ts'
import { queueAnalysis } from './queue-analysis.ts'
import { readyDocuments } from './ready-documents.ts'

export interface AnalysisCommandsDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'order' | 'client' | 'accountKey'>
  readonly secretBox: SecretBox
}

interface WantedAnalysis extends Pick<NewAnalysis, 'caseId' | 'applicantId' | 'product' | 'retryOfId'> {
  /** The provider that the caller named; null: none. */
  readonly provider: string | null
  readonly documents: readonly NewAnalysisDocument[]
  readonly protectedIds: readonly string[]
  readonly options: AnalysisOptions
}

/** The commands for analyses. */
export function createAnalysisCommands(deps: AnalysisCommandsDeps): AnalysisCommands {
  const { database, providers, secretBox } = deps

  /** Requests are compared including their passwords, so only a keyed digest is stored. */
  const toComparable = ({ idempotencyKey: _, ...input }: StartAnalysis | RetryAnalysis): string =>
    secretBox.fingerprint(canonicalJson(withoutNulls(input)))

  function seal(documents: readonly AnalysisDocumentInput[]): NewAnalysisDocument[] {
    return documents.map(({ documentId, password, bankName }) => ({
      documentId,
      sealedPassword: password ? secretBox.seal(password) : null,
      isProtected: Boolean(password),
      bankName: bankName ?? null,
    }))
  }

  /** Hints that the action that an analysis waits for may have been done at the provider. */
  function lookNow(change: Change, state: AnalysisState, { documents, options }: RetryAnalysis): string {
    if (documents || options)
      throw new AppError('BAD_USER_INPUT', 'This analysis waits only for a page to be opened.', {
        field: [documents ? 'documents' : 'options'],
      })
    change.hint(analysisSubject(state.id))
    return state.id
  }

  /** @throws AppError NOT_FOUND when the applicant was erased meanwhile */
  async function existingApplicant(tx: Queries, reach: Reach, applicantId: string): Promise<Applicant> {
    const [applicant] = await readApplicants(tx, reach, [applicantId])
    if (applicant) return applicant
    throw noSuchAnalysis()
  }

  const wishes = (state: AnalysisState, { options }: RetryAnalysis): AnalysisOptions =>
    options ? readOptions(options) : openOptions(state.options, secretBox)

  /** Continues an analysis that waits for the caller. The given documents replace those that it waits for. */
  async function resume(change: Change, state: AnalysisState, input: RetryAnalysis): Promise<string> {
    const { tx, context } = change
    const { tenant } = context
    if (!(await holdApplicant(tx, context, state.applicantId))) throw noSuchAnalysis()
    const applicant = await existingApplicant(tx, context, state.applicantId)
    const documents = input.documents ?? []
    const options = wishes(state, input)
    const present = await readAnalysisDocuments(tx, tenant, state.id)
    const given = documents.map(document => document.documentId)
    const replaced = documents.length > 0 ? [...(state.action?.documentIds ?? []), ...given] : []
    const kept = present.filter(({ documentId }) => !replaced.includes(documentId))
    const ready = input.documents ? await readyDocuments(tx, context, state.caseId, documents) : []
    const others = await readDocuments(
      tx,
      context,
      kept.map(document => document.documentId),
    )
    const request = { applicant, documents: [...ready, ...others], protectedIds: protectedIds(documents), options }
    chooseDriver(providers, tenant, { product: state.product, providerId: state.providerId }, request)
    if (input.documents) await replaceAnalysisDocuments(tx, tenant, state.id, [...kept, ...seal(documents)])
    if (input.options) await setOptions(tx, tenant, state.id, sealOptions(options, secretBox))
    await moveAnalysis(change, state, { status: 'QUEUED', stage: 'WAITING' })
    change.schedule(analysisSubject(state.id), change.at, { via: 'REQUEST' })
    return state.id
  }

  /** Starts a new analysis in place of one that has ended. */
  async function repeat(change: Change, state: AnalysisState, input: RetryAnalysis): Promise<string> {
    const { caseId, applicantId, product, providerId, providerNamed } = state
    return begin(change, {
      caseId,
      applicantId,
      product,
      provider: providerNamed ? providerId : null,
      retryOfId: state.id,
      documents: input.documents
        ? seal(input.documents)
        : await readAnalysisDocuments(change.tx, change.context.tenant, state.id),
      protectedIds: protectedIds(input.documents ?? []),
      options: wishes(state, input),
    })
  }

  /** Chooses the provider of a new analysis and queues it. */
  async function begin(change: Change, wanted: WantedAnalysis): Promise<string> {
    const { tx, context } = change
    const { provider, protectedIds, options, ...rest } = wanted
    const documents = await readyDocuments(tx, context, wanted.caseId, wanted.documents)
    const applicant = await existingApplicant(tx, context, wanted.applicantId)
    const request = { applicant, documents, protectedIds, options }
    const asked = { product: wanted.product, providerId: provider }
    const { providerId, driver } = chooseDriver(providers, context.tenant, asked, request)
    return queueAnalysis(change, providers, {
      ...rest,
      origin: 'DOCUMENTS',
      providerId,
      providerNamed: provider !== null,
      deadlineMs: driver.deadlineMs,
      options: sealOptions(options, secretBox),
    })
  }

  return {
    async start(context, input) {
      const options = readOptions(input.options)
      return database.change(context, 'REQUEST', async change => {
        const request = {
          operation: 'startAnalysis',
          key: input.idempotencyKey ?? null,
          input: toComparable({ ...input, options }),
        }
        const { id } = await createOnce(change, request, async () => {
          const [ofCase] = await readCases(change.tx, context, [input.caseId])
          if (!ofCase) throw new AppError('NOT_FOUND', 'There is no such case.', { field: ['caseId'] })
          return begin(change, {
            caseId: ofCase.id,
            applicantId: ofCase.applicantId,
            product: input.product,
            provider: input.provider ?? null,
            retryOfId: null,
            documents: seal(input.documents),
            protectedIds: protectedIds(input.documents),
            options,
          })
        })
        return id
      })
    },

    async cancel(context, { analysisId }) {
      return compareAndRepeat(async () => {
        const state = await existing(database, context, analysisId)
        if (state.status === 'CANCELLED') return analysisId
        if (!allowedActions(state.status).includes('CANCEL'))
          throw new AppError('INVALID_STATE', `The analysis is ${state.status} and can no longer be cancelled.`, {
            field: ['analysisId'],
          })
        await database.change(context, 'REQUEST', change => moveAnalysis(change, state, { status: 'CANCELLED' }))
        return analysisId
      })
    },

    async retry(context, input) {
      return compareAndRepeat(() =>
        database.change(context, 'REQUEST', async change => {
          const state = await existing(change.tx, context, input.analysisId)
          const request = { operation: 'retryAnalysis', key: input.idempotencyKey ?? null, input: toComparable(input) }
          const { id } = await createOnce(change, request, async () => {
            const actions = allowedActions(state.status, state.origin)
            if (waitsForProvider(state)) return lookNow(change, state, input)
            if (actions.includes('RESUME')) return resume(change, state, input)
            if (actions.includes('RETRY')) return repeat(change, state, input)
            throw new AppError('INVALID_STATE', whyNot(state), { field: ['analysisId'] })
          })
          return id
        }),
      )
    },
  }
}

function protectedIds(documents: readonly AnalysisDocumentInput[]): string[] {
  return documents.flatMap(({ documentId, password }) => (password ? [documentId] : []))
}

function whyNot({ status }: AnalysisState): string {
  if (!isFinal(status)) return `The analysis is ${status}. Wait until it has ended, or cancel it first.`
  return `The analysis is ${status} and cannot be retried. Start a new one, or request consent again.`
}

async function existing(queries: Queries, reach: Reach, analysisId: string): Promise<AnalysisState> {
  const state = await findAnalysisState(queries, reach, analysisId)
  if (state) return state
  throw noSuchAnalysis()
}

function noSuchAnalysis(): AppError {
  return new AppError('NOT_FOUND', 'There is no such analysis.', { field: ['analysisId'] })
}

/** Repeats an attempt after another transaction has changed the analysis. */
async function compareAndRepeat(attempt: () => Promise<string>): Promise<string> {
  for (let attempts = 0; attempts < 5; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Superseded)) throw error
    }
  }
  throw new AppError('CONFLICT', 'The analysis is changing too fast at the moment. Try again.', { retryable: true })
}

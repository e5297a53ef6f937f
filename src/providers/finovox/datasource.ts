import { parseAnswer } from '../../connector/parse-answer.ts'
import { type AppError, toAppError } from '../../errors.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderAnswer, ProviderHttp } from '../../http/provider-http.ts'
import { wasNotSent } from '../../http/was-not-sent.ts'
import { withSignal } from '../../http/with-signal.ts'
import { type CaseFolder, toCaseParts } from './case-folder.ts'
import type { CaseMode } from './config.ts'
import {
  badResponse,
  effectOfCaseStatus,
  isFinalRetrieveStatus,
  outcomeUnknown,
  toCaseError,
  toRetrieveError,
} from './errors.ts'
import { type ResultPayload, type RunPayload, receiptPayload, resultPayload, runPayload } from './payloads.ts'
import { vendor } from './vendor.ts'

/** The vendor's calls. */
export interface FinovoxDatasource {
  /** The same calls, which end at once when the signal is aborted. */
  within(signal: AbortSignal | undefined): FinovoxDatasource
  /**
   * Hands over a folder. Costs an analysis, and cannot be looked up.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when the vendor may have taken it all the same; any other one: it refused it
   */
  submitCase(folder: CaseFolder): Promise<CaseAnswer>
  /** Asks for the result. @throws AppError when there was no answer, or an unreadable one: ask again */
  retrieve(retrieveToken: string): Promise<RetrieveAnswer>
}

export type CaseAnswer =
  | { readonly kind: 'accepted'; readonly retrieveToken: string }
  | { readonly kind: 'answered'; readonly result: ResultPayload }
  /** It took nothing, and may be given the same folder again. */
  | { readonly kind: 'postponed'; readonly error: AppError }

export type RetrieveAnswer =
  | ({ readonly kind: 'running' } & RunPayload)
  | { readonly kind: 'answered'; readonly result: ResultPayload }
  /** There is no result, and there will be none. */
  | { readonly kind: 'failed'; readonly error: AppError }

export interface DatasourceDeps {
  readonly http: ProviderHttp
  readonly apiKey: string
  readonly mode: CaseMode
}

/** Beside the time that sending takes. The vendor asks for 300 s at least for a synchronous call. */
const caseTimeoutMs: Readonly<Record<CaseMode, number>> = { asynchronous: 60_000, synchronous: 300_000 }
/** Far more than the result of any folder needs. */
const maxAnswerBytes = 4 * 1_048_576

/** The routes below https://api-v2.finovox.com: https://app.finovox.com/docs/public/case_analysis/api-reference. */
export function createFinovoxDatasource(deps: DatasourceDeps): FinovoxDatasource {
  const { http, apiKey, mode } = deps
  const ownHeaders = { accept: 'application/json', 'api-key': apiKey }

  function sendCase(folder: CaseFolder): Promise<ProviderAnswer> {
    const { headers, body } = multipartBody(toCaseParts(folder, mode))
    return http.send({
      operation: 'submit case',
      method: 'POST',
      path: '/case',
      headers: { ...ownHeaders, ...headers },
      body,
      timeoutMs: caseTimeoutMs[mode],
      maxBytes: maxAnswerBytes,
      repeatable: false,
      unauthorized: [401, 403],
    })
  }

  /** A share link that must not be handed on is left out: the decision is worth more than the link to it. */
  function readResult(answer: ProviderAnswer): ResultPayload {
    const result = parseAnswer(vendor, resultPayload, answer)
    try {
      if (result.shareUrl !== null) http.vendorAddress(result.shareUrl)
      return result
    } catch {
      return { ...result, shareUrl: null }
    }
  }

  return {
    within: signal => createFinovoxDatasource({ ...deps, http: withSignal(http, signal) }),

    async submitCase(folder) {
      let answer: ProviderAnswer
      try {
        answer = await sendCase(folder)
      } catch (thrown) {
        const error = toAppError(thrown)
        if (tookNothing(error)) return { kind: 'postponed', error }
        throw outcomeUnknown(error)
      }
      const { status } = answer
      if (isSuccess(status)) return readAcceptance(answer, readResult)
      const effect = effectOfCaseStatus(status)
      if (effect === 'unknown') throw outcomeUnknown(toCaseError(status))
      if (effect === 'refused') throw toCaseError(status)
      return { kind: 'postponed', error: toCaseError(status) }
    },

    async retrieve(retrieveToken) {
      const answer = await http.send({
        operation: 'retrieve case',
        method: 'POST',
        path: '/case/retrieve',
        headers: { ...ownHeaders, 'content-type': 'application/json' },
        body: JSON.stringify({ retrieve_token: retrieveToken }),
        maxBytes: maxAnswerBytes,
        // It only reads, but a 500 is the vendor's last word: not to be asked for twice, and no outage.
        repeatable: false,
        answers: [500],
        // It refuses the token of a folder with these, not the key.
        unauthorized: [],
      })
      const { status } = answer
      if (status === 202) return { kind: 'running', ...readRun(answer) }
      if (isSuccess(status)) return { kind: 'answered', result: readResult(answer) }
      if (isFinalRetrieveStatus(status)) return { kind: 'failed', error: toRetrieveError(status) }
      throw toRetrieveError(status)
    },
  }
}

/** An error without the prefix PROVIDER_ is ours: the document's bytes could not be read, so no whole request was sent. */
function tookNothing(error: AppError): boolean {
  return wasNotSent(error) || error.code === 'PROVIDER_RATE_LIMITED' || !error.code.startsWith('PROVIDER_')
}

/** A success that cannot be read may be a folder that is analysed, with its token lost. */
function readAcceptance(answer: ProviderAnswer, readResult: (answer: ProviderAnswer) => ResultPayload): CaseAnswer {
  try {
    if (answer.status === 202) return { kind: 'accepted', ...parseAnswer(vendor, receiptPayload, answer) }
    if (answer.status === 200) return { kind: 'answered', result: readResult(answer) }
  } catch (error) {
    throw outcomeUnknown(toAppError(error))
  }
  const message = 'Finovox took the folder in a way that it does not document.'
  throw outcomeUnknown(badResponse(message, { providerCode: String(answer.status) }))
}

/** The word and the id of a run are optional: an answer without them still means that the run goes on. */
function readRun(answer: ProviderAnswer): RunPayload {
  try {
    return parseAnswer(vendor, runPayload, answer)
  } catch {
    return { status: null, runId: null }
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

import { parseAnswer, parseJsonOrNull } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import { type AppError, toAppError } from '../../errors.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderAnswer, ProviderHttp } from '../../http/provider-http.ts'
import { wasNotSent } from '../../http/was-not-sent.ts'
import { withSignal } from '../../http/with-signal.ts'
import { type CaseFolder, toCaseParts } from './case-folder.ts'
import { type CaseMode, vendor } from './config.ts'
import {
  badResponse,
  effectOfCaseStatus,
  folderOutcomeUnknown,
  isFinalRetrieveStatus,
  toCaseError,
  toRetrieveError,
} from './errors.ts'
import { type ResultPayload, type RunPayload, receiptPayload, resultPayload, runPayload } from './payloads.ts'

/** The vendor's calls. */
export interface FinovoxDatasource {
  /** The same calls, which end at once when the signal is aborted. */
  within(signal: AbortSignal): FinovoxDatasource
  /**
   * Sends a folder. Each call costs an analysis, and the vendor cannot be asked later whether it has the folder.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when the vendor may have taken the folder; any other error means a refusal
   */
  submitCase(folder: CaseFolder): Promise<CaseAnswer>
  /** Asks for the result. @throws AppError when there was no answer or an unreadable one; it may be asked for again */
  retrieve(retrieveToken: string): Promise<RetrieveAnswer>
}

export type CaseAnswer =
  | { readonly kind: 'accepted'; readonly retrieveToken: string }
  | { readonly kind: 'answered'; readonly result: ResultPayload }
  /** The vendor took nothing. The same folder may be sent again. */
  | { readonly kind: 'postponed'; readonly error: AppError }

export type RetrieveAnswer =
  | ({ readonly kind: 'running' } & RunPayload)
  | { readonly kind: 'answered'; readonly result: ResultPayload }
  /** There will be no result. */
  | { readonly kind: 'failed'; readonly error: AppError }

export interface DatasourceDeps {
  readonly http: ProviderHttp
  readonly apiKey: string
  readonly mode: CaseMode
}

/** In addition to the time that sending takes. For a synchronous call the vendor asks for at least 300 s. */
const caseTimeoutMs: Readonly<Record<CaseMode, number>> = { asynchronous: 60_000, synchronous: 300_000 }
/** Far more than any result. */
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

  /** A share link at an address that is not allowed is left out, because the decision is worth more than the link. */
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
        throw folderOutcomeUnknown(error)
      }
      const { status } = answer
      if (isSuccess(answer)) return readAcceptance(answer, readResult)
      const effect = effectOfCaseStatus(status)
      if (effect === 'unknown') throw folderOutcomeUnknown(toCaseError(status))
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
        // The call only reads. But 500 is a final answer here: it is not repeated and does not count as an outage.
        repeatable: false,
        answers: [500],
        // 401 and 403 refuse the token of the folder, not the key.
        unauthorized: [],
      })
      const { status } = answer
      if (status === 202) return { kind: 'running', ...runPayload.parse(parseJsonOrNull(answer.body)) }
      if (isSuccess(answer)) return { kind: 'answered', result: readResult(answer) }
      if (isFinalRetrieveStatus(status)) return { kind: 'failed', error: toRetrieveError(status) }
      throw toRetrieveError(status)
    },
  }
}

/** An error without the prefix PROVIDER_ is ours: the bytes of a document could not be read, so the request was not complete. */
function tookNothing(error: AppError): boolean {
  return wasNotSent(error) || error.code === 'PROVIDER_RATE_LIMITED' || !error.code.startsWith('PROVIDER_')
}

/** If a success cannot be read, the folder may be analysed, but its token is lost. */
function readAcceptance(answer: ProviderAnswer, readResult: (answer: ProviderAnswer) => ResultPayload): CaseAnswer {
  try {
    if (answer.status === 202) return { kind: 'accepted', ...parseAnswer(vendor, receiptPayload, answer) }
    if (answer.status === 200) return { kind: 'answered', result: readResult(answer) }
  } catch (error) {
    throw folderOutcomeUnknown(toAppError(error))
  }
  const message = 'Finovox answered with a success that it does not document.'
  throw folderOutcomeUnknown(badResponse(message, { providerCode: String(answer.status) }))
}

import { type Authority, type Authorization, callAuthorized, withinSignal } from '../../connector/authorization.ts'
import { discardBody, parseAnswer } from '../../connector/parse-answer.ts'
import { sendOnce } from '../../connector/send-once.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp, StreamedAnswer } from '../../http/provider-http.ts'
import { readBody } from '../../http/read-body.ts'
import { streamJson } from '../../http/stream-json.ts'
import { withSignal } from '../../http/with-signal.ts'
import type { ConsentJob, SubmissionDocument } from '../analysis-driver.ts'
import { createAuthorization } from './authorization.ts'
import { type FlvxtractCredentials, vendor } from './config.ts'
import {
  badResponse,
  invitationUnknown,
  isDocumentStatus,
  parseErrorPayload,
  toDocumentError,
  toFlvxtractError,
  toStatementError,
} from './errors.ts'
import {
  type AnalysisPart,
  analysisPaths,
  type ConsentPayload,
  consentPayload,
  type StatementPage,
  type StatementPayload,
  statementPagePayload,
  statementPayload,
  statementReceipt,
  toAnalysisPart,
} from './payloads.ts'

/** The vendor's calls. Each may throw the AppErrors of `errors.ts` and of the transport. */
export interface FlvxtractDatasource {
  /** The same calls, which end at once when the signal is aborted. A shared login ends when no caller waits for it. */
  within(signal: AbortSignal): FlvxtractDatasource
  /** Costs one upload of the monthly quota. When it throws, the document may still have arrived. */
  upload(document: SubmissionDocument): Promise<UploadAnswer>
  /** @throws AppError RESULT_EXPIRED when there is no such statement, or the account may not see it */
  get(statementId: string): Promise<StatementPayload>
  /** @param page from 1 */
  list(page: number): Promise<StatementPage>
  /**
   * Invites a customer.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when the invitation may exist; after any other error it does not exist
   */
  requestConsent(request: ConsentRequest): Promise<ConsentPayload>
  /** The result of a finished statement, member by member as it arrives. */
  analysis(statementId: string): AsyncIterable<AnalysisPart>
}

export type ConsentRequest = Pick<ConsentJob, 'customer' | 'redirectUrl'>

/** A document is accepted, or rejected for a fault of its own. */
export type UploadAnswer =
  | { readonly kind: 'accepted'; readonly statement: StatementPayload }
  | { readonly kind: 'rejected'; readonly error: AppError }

export interface DatasourceDeps {
  readonly http: ProviderHttp
  readonly credentials: FlvxtractCredentials
  readonly now: () => Date
}

const pageSize = 50
/** In addition to the time that sending takes. */
const uploadTimeoutMs = 60_000
/** Far more than the body of an error. */
const errorBytes = 1_048_576

/** The routes below https://api.flvxtract.com: https://flvxtract.com/docs. */
export function createFlvxtractDatasource({ http, credentials, now }: DatasourceDeps): FlvxtractDatasource {
  const authorization = createAuthorization(credentials, { http, now })
  const within = (signal: AbortSignal): FlvxtractDatasource => ({
    within,
    ...createCalls(withSignal(http, signal), withinSignal(authorization, signal)),
  })
  return { within, ...createCalls(http, authorization) }
}

function createCalls(http: ProviderHttp, authorization: Authorization): Omit<FlvxtractDatasource, 'within'> {
  function authorized<Answer extends { readonly status: number }>(
    ask: (authority: Authority) => Promise<Answer>,
    discard?: (answer: Answer) => void,
  ): Promise<Answer> {
    return callAuthorized(
      authorization,
      ({ headers, unauthorized }) => ask({ headers: { accept: 'application/json', ...headers }, unauthorized }),
      discard,
    )
  }

  function read(call: Omit<ProviderCall, 'method' | 'repeatable' | keyof Authority>): Promise<ProviderAnswer> {
    return authorized(authority => http.send({ ...call, ...authority, method: 'GET', repeatable: true }))
  }

  return {
    async upload(document) {
      const { fileName, mediaType, byteSize } = document
      const answer = await authorized(({ headers, unauthorized }) => {
        const part = { name: 'file', fileName, mediaType, byteSize, open: () => document.open() }
        const { headers: partHeaders, body } = multipartBody([part])
        return http.send({
          operation: 'upload statement',
          method: 'POST',
          path: '/api/statements/upload',
          headers: { ...headers, ...partHeaders },
          body,
          budget: 'uploads',
          timeoutMs: uploadTimeoutMs,
          repeatable: false,
          unauthorized,
        })
      })
      if (isSuccess(answer)) return { kind: 'accepted', statement: parseAnswer(vendor, statementReceipt, answer) }
      const refusal = parseErrorPayload(answer.body)
      if (!isDocumentStatus(answer.status)) throw toFlvxtractError(answer.status, refusal)
      return { kind: 'rejected', error: toDocumentError(answer.status, refusal) }
    },

    async get(statementId) {
      const answer = await read({ operation: 'get statement', path: statementPath(statementId) })
      if (isSuccess(answer)) return parseAnswer(vendor, statementPayload, answer)
      throw toStatementError(answer.status, parseErrorPayload(answer.body))
    },

    async list(page) {
      // ASSUMED: the names of both parameters.
      const answer = await read({ operation: 'list statements', path: '/api/statements', query: { page, pageSize } })
      if (isSuccess(answer)) return parseAnswer(vendor, statementPagePayload, answer)
      throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
    },

    async requestConsent({ customer, redirectUrl }) {
      // ASSUMED: the names of the members.
      const body = JSON.stringify({
        customerName: customer.name,
        customerEmail: customer.email ?? undefined,
        redirectUrl: redirectUrl ?? undefined,
      })
      return sendOnce(async watch => {
        const answer = await authorized(({ headers, unauthorized }) =>
          watch(() =>
            http.send({
              operation: 'request consent',
              method: 'POST',
              path: '/api/consent/requests',
              headers: { ...headers, 'content-type': 'application/json' },
              body,
              repeatable: false,
              unauthorized,
            }),
          ),
        )
        if (!isSuccess(answer)) throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
        const consent = parseAnswer(vendor, consentPayload, answer)
        // The customer will be sent to this address.
        http.vendorAddress(consent.joinLink)
        return consent
      }, invitationUnknown)
    },

    async *analysis(statementId) {
      const path = `${statementPath(statementId)}/analysis`
      const answer = await authorized<StreamedAnswer>(
        authority => http.stream({ operation: 'get analysis', method: 'GET', path, ...authority, repeatable: true }),
        discardBody,
      )
      if (!isSuccess(answer)) {
        const { body } = await readBody(answer, errorBytes, vendor.id)
        // Only finished statements are asked for, so 404 does not mean that the result has expired.
        throw answer.status === 404
          ? badResponse('FLVXtract has no analysis of a statement that it calls finished.')
          : toFlvxtractError(answer.status, parseErrorPayload(body))
      }
      const origin = { provider: vendor.id, contentType: answer.headers['content-type'] }
      for await (const part of streamJson(answer.body, analysisPaths, origin)) yield toAnalysisPart(part)
    },
  }
}

function statementPath(statementId: string): string {
  return `/api/statements/${encodeURIComponent(statementId)}`
}

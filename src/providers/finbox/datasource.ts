import { z } from 'zod'
import { discardBody, parseAnswer } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { multipartBody } from '../../http/multipart.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import { readBody } from '../../http/read-body.ts'
import { type JsonPart, streamJson } from '../../http/stream-json.ts'
import { withSignal } from '../../http/with-signal.ts'
import type { ReportBody, SubmissionDocument } from '../analysis-driver.ts'
import { type FinboxCredentials, vendor } from './config.ts'
import {
  badResponse,
  isGone,
  isNotReady,
  parseRefusal,
  startedAlready,
  toDocumentError,
  toFinboxError,
  toResultError,
} from './errors.ts'
import {
  type CatalogueBank,
  cataloguePayload,
  type ProgressPayload,
  progressPayload,
  type SessionStatusPayload,
  type StatementStatus,
  sessionPayload,
  sessionStatusPayload,
  startedPayload,
  type UploadPayload,
  uploadPayload,
  uploadStatusPayload,
} from './payloads.ts'

/** The vendor's calls. Each may throw the AppErrors of `errors.ts` and of the transport. */
export interface FinboxDatasource {
  /** The same calls, which end at once when the signal is aborted. */
  within(signal: AbortSignal): FinboxDatasource
  /** Costs nothing. When it throws, the vendor may still have made a session. It is empty and expires. @returns its id */
  createSession(request: SessionRequest): Promise<string>
  /** When it throws, the document may still have arrived. @throws AppError PROVIDER_SESSION_EXPIRED */
  upload(sessionId: string, document: SubmissionDocument): Promise<UploadAnswer>
  /** The statements that the vendor has in a session which takes uploads. @throws AppError PROVIDER_SESSION_EXPIRED */
  uploadedStatements(sessionId: string): Promise<readonly StatementStatus[]>
  /** Closes a session for good and starts its processing. May be repeated. @throws AppError PROVIDER_SESSION_EXPIRED */
  startProcessing(sessionId: string): Promise<void>
  /** null while the vendor says that it was not asked yet. @throws AppError RESULT_EXPIRED when there is no such session */
  progress(sessionId: string): Promise<ProgressPayload | null>
  /** null while the session is processed. @throws AppError RESULT_EXPIRED */
  sessionStatus(sessionId: string): Promise<SessionStatusPayload | null>
  /** The members at these paths, one by one as they arrive. @throws AppError RESULT_EXPIRED */
  insights(sessionId: string, paths: readonly string[]): AsyncIterable<JsonPart>
  /** A report at an address that the vendor gave. It is a secret. @throws AppError RESULT_EXPIRED when it is gone */
  report(address: string, mediaType: string): Promise<ReportBody>
  /** Deletes a session and all it holds. One that the vendor does not know is no fault. */
  deleteSession(sessionId: string): Promise<void>
  /** Every bank that the vendor knows. It is also the call that checks credentials. */
  banks(): Promise<readonly CatalogueBank[]>
  /** Has the webhooks of the account sent to this address. May be repeated. */
  registerWebhook(address: URL): Promise<void>
}

export interface SessionRequest {
  /** Our reference of what the session is about. The vendor does not want it to be unique. */
  readonly linkId: string
  /** `DD/MM/YYYY`, the first and the last day of which transactions are taken. */
  readonly from: string
  readonly to: string
}

/** A document is accepted, or rejected for a fault of its own. */
export type UploadAnswer =
  | { readonly kind: 'accepted'; readonly statement: UploadPayload }
  | { readonly kind: 'rejected'; readonly error: AppError; readonly code: string | null }

interface DatasourceDeps {
  readonly http: ProviderHttp
  readonly credentials: FinboxCredentials
}

/**
 * How long a session takes uploads, in minutes; the vendor allows 5 to 43,200. Longer than an analysis waits for a password.
 * https://docs.finbox.in/session-flow/submit-data.html
 */
const sessionMinutes = 2_880
/** In addition to the time that sending takes. The vendor reads the document before it answers. */
const uploadTimeoutMs = 120_000
const insightsTimeoutMs = 120_000
/** 400,000 transactions are some 250 MB. */
const longestInsights = 2 * 1024 ** 3
/** ASSUMED: far more than the largest report. */
const longestReport = 128 * 1024 ** 2
/** Far more than the body of an error. */
const errorBytes = 1_048_576

/** The routes below https://apis.bankconnect.finbox.in/bank-connect/v1. All of them end with a slash. */
export function createFinboxDatasource({ http, credentials }: DatasourceDeps): FinboxDatasource {
  const { apiKey } = credentials
  const accept = { accept: 'application/json' }
  /** Uploads take the key alone, and everything below `/session_data/` and `/banks/` takes both. */
  const keyHeaders = { ...accept, 'x-api-key': apiKey }
  const bothHeaders = { ...keyHeaders, 'server-hash': credentials.serverHash }
  const json = { 'content-type': 'application/json' }

  /** A call whose two credentials are refused with 403: https://docs.finbox.in/session-flow/get-data.html, ACCESS_DENIED. */
  function data(call: Pick<ProviderCall, 'operation' | 'method' | 'path' | 'body'>): Promise<ProviderAnswer> {
    const headers = call.body === undefined ? bothHeaders : { ...bothHeaders, ...json }
    return http.send({ ...call, headers, repeatable: true, unauthorized: [401, 403] })
  }

  function read(operation: string, path: string): Promise<ProviderAnswer> {
    return data({ operation, method: 'GET', path })
  }

  /** null when the answer says that the result is not there yet. */
  async function readResult<Result>(
    operation: string,
    path: string,
    schema: z.ZodType<Result>,
  ): Promise<Result | null> {
    const answer = await read(operation, path)
    if (isSuccess(answer)) return parseAnswer(vendor, schema, answer)
    const refusal = parseRefusal(answer)
    if (isNotReady(refusal)) return null
    throw toResultError(refusal)
  }

  return {
    within: signal => createFinboxDatasource({ http: withSignal(http, signal), credentials }),

    async createSession({ linkId, from, to }) {
      // One page wants the key in the body and another one in the header, so it is in both.
      const body = {
        link_id: linkId,
        api_key: apiKey,
        from_date: from,
        to_date: to,
        session_expiry: sessionMinutes,
        // The period is ours, so no account is to be refused because it does not fill it.
        accept_anything: true,
      }
      const answer = await http.send({
        operation: 'create session',
        method: 'POST',
        path: '/session/',
        headers: { ...keyHeaders, ...json },
        body: JSON.stringify(body),
        repeatable: true,
      })
      return parseAnswer(vendor, sessionPayload, requireSuccess(answer)).session_id
    },

    async upload(sessionId, { fileName, mediaType, byteSize, password, bankName, open }) {
      const { headers, body } = multipartBody([
        { name: 'session_id', value: sessionId },
        { name: 'upload_type', value: 'PDF' },
        ...(bankName === null ? [] : [{ name: 'bank_name', value: bankName }]),
        ...(password === null ? [] : [{ name: 'pdf_password', value: password }]),
        { name: 'file', fileName, mediaType, byteSize, open },
      ])
      const answer = await http.send({
        operation: 'upload statement',
        method: 'POST',
        path: '/statement/upload_session/',
        headers: { ...keyHeaders, ...headers },
        body,
        timeoutMs: uploadTimeoutMs,
        repeatable: false,
      })
      if (isSuccess(answer)) return { kind: 'accepted', statement: parseAnswer(vendor, uploadPayload, answer) }
      const refusal = parseRefusal(answer)
      const error = toDocumentError(refusal)
      if (error) return { kind: 'rejected', error, code: refusal.code }
      throw toFinboxError(refusal)
    },

    async uploadedStatements(sessionId) {
      const answer = await read('get upload status', sessionPath(sessionId, 'session_upload_status'))
      return parseAnswer(vendor, uploadStatusPayload, requireSuccess(answer))
    },

    async startProcessing(sessionId) {
      const path = sessionPath(sessionId, 'initiate_processing')
      const answer = await data({ operation: 'start processing', method: 'POST', path })
      if (isSuccess(answer)) {
        parseAnswer(vendor, startedPayload, answer)
        return
      }
      const refusal = parseRefusal(answer)
      if (refusal.code !== startedAlready || answer.status >= 500) throw toFinboxError(refusal)
    },

    progress: sessionId => readResult('get progress', sessionPath(sessionId, 'progress'), progressPayload),

    sessionStatus: sessionId =>
      readResult('get session status', sessionPath(sessionId, 'session_status'), sessionStatusPayload),

    async *insights(sessionId, paths) {
      const answer = await http.stream({
        operation: 'get insights',
        method: 'GET',
        path: sessionPath(sessionId, 'insights'),
        headers: bothHeaders,
        timeoutMs: insightsTimeoutMs,
        maxBytes: longestInsights,
        repeatable: true,
        unauthorized: [401, 403],
      })
      if (!isSuccess(answer)) {
        const { body } = await readBody(answer, errorBytes, vendor.id)
        throw toResultError(parseRefusal({ status: answer.status, body }))
      }
      const origin = { provider: vendor.id, contentType: answer.headers['content-type'], maxBytes: longestInsights }
      yield* streamJson(answer.body, paths, origin)
    },

    async report(address, mediaType) {
      // The address is its own permission, and its host another company's: none of our credentials go there.
      const answer = await http.stream({
        operation: 'download report',
        method: 'GET',
        path: '/',
        url: http.vendorAddress(address),
        maxBytes: longestReport,
        repeatable: true,
        unauthorized: [],
      })
      if (isSuccess(answer) && !answer.headers['content-type']?.includes('html')) {
        const byteSize = Number(answer.headers['content-length'] ?? Number.NaN)
        return { mediaType, byteSize: Number.isSafeInteger(byteSize) ? byteSize : null, body: answer.body }
      }
      discardBody(answer)
      if (isSuccess(answer)) throw badResponse("Another server than FinBox's store answered with a page, not a report.")
      throw toReportError(answer.status)
    },

    async deleteSession(sessionId) {
      const path = sessionPath(sessionId, 'delete')
      const answer = await data({ operation: 'delete session', method: 'DELETE', path })
      if (isSuccess(answer)) {
        requireOwnAnswer(answer)
        return
      }
      const refusal = parseRefusal(answer)
      if (!isGone(refusal)) throw toFinboxError(refusal)
    },

    async banks() {
      return parseAnswer(vendor, cataloguePayload, requireSuccess(await read('list banks', '/banks/catalogue/')))
    },

    async registerWebhook(address) {
      // Without the mode an update sets it back to 0, by which only events of net banking are sent.
      const body = JSON.stringify({ webhook_url: address.href, webhook_mode: 1 })
      const path = '/session_data/update_webhook/'
      requireOwnAnswer(requireSuccess(await data({ operation: 'register webhook', method: 'POST', path, body })))
    },
  }
}

function requireSuccess(answer: ProviderAnswer): ProviderAnswer {
  if (isSuccess(answer)) return answer
  throw toFinboxError(parseRefusal(answer))
}

/** ASSUMED: a success that tells nothing has no body, or one of JSON. A page is another server's, and nothing was done. */
function requireOwnAnswer(answer: ProviderAnswer): void {
  if (answer.body.length > 0) parseAnswer(vendor, z.unknown(), answer)
}

function sessionPath(sessionId: string, name: string): string {
  return `/session_data/${encodeURIComponent(sessionId)}/${name}/`
}

/** Stores answer 403 for an address that has expired, and 404 for a file that is gone. */
function toReportError(status: number): AppError {
  const isExpired = status >= 400 && status < 500
  return isExpired
    ? toResultError({ status: 404, code: null, words: '' })
    : toFinboxError({ status, code: null, words: '' })
}

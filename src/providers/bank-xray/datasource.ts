import { discardBody, parseAnswer } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { ProviderCall, ProviderHttp, StreamedAnswer } from '../../http/provider-http.ts'
import { streamJson } from '../../http/stream-json.ts'
import { withSignal } from '../../http/with-signal.ts'
import type { ReportBody, SubmissionDocument } from '../analysis-driver.ts'
import { type BankXrayConfig, type BankXrayCredentials, vendor } from './config.ts'
import { badResponse, toBankXrayError, toReportError, toRequestError } from './errors.ts'
import {
  headPaths,
  mediumPayload,
  parseTransaction,
  type ReportHead,
  type ReportListItem,
  type RequestPayload,
  readReportHead,
  requestPayload,
  type TransactionPayload,
  transactionPaths,
} from './payloads.ts'
import type { CompanyCode } from './refuse-request.ts'
import { openReportFile } from './report-file.ts'
import { readReportList } from './report-list.ts'
import { type MediumMeta, parseUploadTarget, type UploadTarget, uploadDocument } from './uploads.ts'

/** The vendor's calls. Each may throw the AppErrors of `errors.ts` and of the transport. */
export interface BankXrayDatasource {
  /** The same calls, which end at once when the signal is aborted. */
  within(signal: AbortSignal): BankXrayDatasource
  /** Asks for the account's requests without reading the answer. @throws AppError PROVIDER_UNAUTHORIZED when the credentials are refused */
  checkCredentials(): Promise<void>
  /** When it throws, the vendor may still have made a request. It has no media and is never analysed. */
  createRequest(code: CompanyCode): Promise<RequestPayload>
  /** @throws AppError RESULT_EXPIRED when there is no such request, or the account may not see it */
  getRequest(requestId: string): Promise<RequestPayload>
  /**
   * Makes a draft of a document and returns where its bytes are to be sent. When it throws, the vendor may still have made the
   * draft, unless the error is PROVIDER_RATE_LIMITED or `wasNotSent`.
   */
  createMedium(requestId: string, document: SubmissionDocument): Promise<NewMedium>
  /** @returns false when the store refuses: the address has expired or was never valid */
  upload(target: UploadTarget, document: SubmissionDocument): Promise<boolean>
  /** Tells the vendor that the bytes are stored; the vendor then reads them. May be repeated. */
  publishMedium(mediumId: string, meta: MediumMeta): Promise<void>
  /** The reports of the request that the vendor lists. They may come from its other products, too. */
  reports(requestId: string): AsyncIterable<ReportListItem>
  /** @throws AppError RESULT_EXPIRED when there is no such report, or the account may not see it */
  reportHead(reportId: string): Promise<ReportHead>
  /** One by one as they arrive. @throws AppError as `reportHead` */
  transactions(reportId: string): AsyncIterable<TransactionPayload>
  /** The report as a PDF. @throws AppError as `reportHead`; PROVIDER_FORBIDDEN without the permission for it */
  reportFile(reportId: string): Promise<ReportBody>
}

export interface NewMedium {
  readonly mediumId: string
  readonly target: UploadTarget
}

export interface DatasourceDeps extends Pick<BankXrayConfig, 'apiVersion'> {
  readonly http: ProviderHttp
  readonly credentials: BankXrayCredentials
}

const minuteMs = 60_000
/** "The call might take a while to respond": https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". */
const downloadTimeoutMs = 2 * minuteMs
const reportTimeoutMs = minuteMs

/** The routes below https://api.lending.soprafinancing.io: https://doc.lending.soprafinancing.io. Updates are POST there. */
export function createBankXrayDatasource(deps: DatasourceDeps): BankXrayDatasource {
  const { http, credentials, apiVersion } = deps
  /** Every call of the vendor needs the last three headers. Calls of its store must have none of them. */
  const headers = {
    accept: 'application/json',
    userId: credentials.userId,
    sessionToken: credentials.sessionToken,
    'October-Version': apiVersion,
  }

  function post(call: Pick<ProviderCall, 'operation' | 'path' | 'repeatable'>, body: unknown) {
    const json = { ...headers, 'content-type': 'application/json' }
    return http.send({ ...call, method: 'POST', headers: json, body: JSON.stringify(body) })
  }

  async function readReports(call: Pick<ProviderCall, 'operation' | 'path' | 'query'>): Promise<StreamedAnswer> {
    const answer = await http.stream({ ...call, method: 'GET', headers, timeoutMs: reportTimeoutMs, repeatable: true })
    if (isSuccess(answer)) return answer
    discardBody(answer)
    throw toReportError(answer.status)
  }

  async function* readReport(reportId: string, paths: readonly string[]) {
    const answer = await readReports({ operation: 'get report', path: reportPath(reportId) })
    yield* streamJson(answer.body, paths, { provider: vendor.id, contentType: answer.headers['content-type'] })
  }

  return {
    within: signal => createBankXrayDatasource({ ...deps, http: withSignal(http, signal) }),

    async checkCredentials() {
      // The sample call of "Authentication": https://doc.lending.soprafinancing.io. The list may be long, so it is not read.
      const call = { operation: 'check credentials', path: '/requests', headers } as const
      const answer = await http.stream({ ...call, method: 'GET', repeatable: true })
      discardBody(answer)
      if (!isSuccess(answer)) throw toBankXrayError(answer.status)
    },

    async createRequest(code) {
      const answer = await post({ operation: 'create request', path: '/requests', repeatable: false }, { code })
      if (isSuccess(answer)) return parseAnswer(vendor, requestPayload, answer)
      throw toBankXrayError(answer.status)
    },

    async getRequest(requestId) {
      const path = `/requests/${encodeURIComponent(requestId)}`
      const answer = await http.send({ operation: 'get request', method: 'GET', path, headers, repeatable: true })
      if (isSuccess(answer)) return parseAnswer(vendor, requestPayload, answer)
      throw toRequestError(answer.status)
    },

    async createMedium(requestId, { document, fileName, byteSize, mediaType }) {
      const answer = await post(
        { operation: 'create medium', path: '/media', repeatable: false },
        {
          name: document.kind === 'BANK_STATEMENT' ? 'bank_statement' : 'other',
          type: 'document',
          meta: { name: fileName, size: byteSize, type: mediaType },
          request: requestId,
        },
      )
      if (!isSuccess(answer)) throw toBankXrayError(answer.status)
      const { id, upload } = parseAnswer(vendor, mediumPayload, answer)
      return { mediumId: id, target: parseUploadTarget(upload, http.vendorAddress) }
    },

    upload: (target, document) => uploadDocument(http, target, document),

    async publishMedium(mediumId, meta) {
      const answer = await post(
        { operation: 'publish medium', path: `/media/${encodeURIComponent(mediumId)}`, repeatable: true },
        { status: 'online', ...(Object.keys(meta).length > 0 && { meta }) },
      )
      if (!isSuccess(answer)) throw toBankXrayError(answer.status)
      const { status } = parseAnswer(vendor, mediumPayload, answer)
      if (status === 'draft')
        throw badResponse('Bank X-Ray did not put a document online, although it accepted the call.')
    },

    async *reports(requestId) {
      const query = { source: 'bank_xray', request: requestId }
      yield* readReportList(await readReports({ operation: 'list reports', path: '/reports', query }))
    },

    reportHead: reportId => readReportHead(readReport(reportId, headPaths)),

    async *transactions(reportId) {
      for await (const part of readReport(reportId, transactionPaths)) yield parseTransaction(part)
    },

    async reportFile(reportId) {
      const answer = await http.stream({
        operation: 'download report',
        method: 'GET',
        path: `${reportPath(reportId)}/download`,
        headers,
        timeoutMs: downloadTimeoutMs,
        repeatable: true,
      })
      return openReportFile(answer)
    },
  }
}

function reportPath(reportId: string): string {
  return `/reports/${encodeURIComponent(reportId)}`
}

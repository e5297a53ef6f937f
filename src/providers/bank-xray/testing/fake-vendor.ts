import { Readable } from 'node:stream'
import type { BankXrayDatasource } from '../datasource.ts'
import { toReportError, toRequestError } from '../errors.ts'
import type { ReportHead, ReportListItem, SummaryEntry, TransactionPayload } from '../payloads.ts'
import type { MediumMeta, UploadTarget } from '../uploads.ts'

export interface FakeMedium {
  readonly id: string
  readonly requestId: string
  readonly documentId: string
  hasBytes: boolean
  /** What it was told each time that it was put online. */
  readonly online: MediumMeta[]
}

export interface FakeReport extends ReportListItem {
  readonly head: ReportHead
  readonly transactions: readonly TransactionPayload[]
  /** Whether it is listed, and then not there. */
  isGone?: boolean
}

/** The vendor in memory, with what a test wants it to do. */
export interface FakeVendor extends BankXrayDatasource {
  readonly requests: string[]
  readonly media: FakeMedium[]
  readonly reportsThere: FakeReport[]
  /** Every call so far: `request`, `medium doc_1`, `upload m-1`, `online m-1`, `list`, `head r-1`, `status`, … */
  readonly calls: string[]
  /** Called after each call was carried out. What it throws is thrown instead of the result. */
  after: (call: string) => void
  /** Whether the store takes what it is given. */
  takesUploads: boolean
  isRequestGone: boolean
  /** Writes a report on so many statements. */
  report(id: string, statements: number, members?: Partial<Omit<FakeReport, 'head'>>): FakeReport
}

export const entry: SummaryEntry = {
  startDate: null,
  endDate: null,
  bic: null,
  iban: null,
  statementId: null,
  pageCount: null,
  startBalance: null,
  endBalance: null,
  totalCreditAmount: null,
  totalDebitAmount: null,
  movements: null,
}

export const emptyHead: ReportHead = {
  request: null,
  source: null,
  creation: null,
  summary: [],
  movementReport: [],
  bankFlag: null,
  riskClass: null,
  score: null,
}

export function createFakeVendor(): FakeVendor {
  const calls: string[] = []
  function told<T>(call: string, value: T): T {
    calls.push(call)
    vendor.after(call)
    return value
  }
  function existing(id: string): FakeReport {
    const found = vendor.reportsThere.find(one => one.id === id)
    if (!found || found.isGone) throw toReportError(404)
    return found
  }
  const vendor: FakeVendor = {
    within: () => vendor,
    checkCredentials: async () => told('check credentials', undefined),
    requests: [],
    media: [],
    reportsThere: [],
    calls,
    after: () => {},
    takesUploads: true,
    isRequestGone: false,
    report(id, statements, members = {}) {
      const head = { ...emptyHead, riskClass: 3, summary: Array.from({ length: statements }, () => entry) }
      const report = { id, request: null, source: 'bank_xray', creation: null, head, transactions: [], ...members }
      vendor.reportsThere.push(report)
      return report
    },
    async createRequest() {
      const id = `q-${vendor.requests.push('')}`
      vendor.requests[vendor.requests.length - 1] = id
      return told('request', { id, status: 'pending_analysis', stage: '1.1' })
    },
    async getRequest(id) {
      if (vendor.isRequestGone) throw toRequestError(404)
      return told('status', { id, status: 'pending_analysis', stage: '1.1' })
    },
    async createMedium(requestId, { document }) {
      const id = `m-${vendor.media.length + 1}`
      vendor.media.push({ id, requestId, documentId: document.id, hasBytes: false, online: [] })
      const target: UploadTarget = { kind: 'raw', url: new URL(`https://store.example/${id}`), headers: {} }
      return told(`medium ${document.id}`, { mediumId: id, target })
    },
    async upload({ url }) {
      const medium = vendor.media.find(one => `/${one.id}` === url.pathname)
      if (medium && vendor.takesUploads) medium.hasBytes = true
      return told(`upload ${medium?.id}`, vendor.takesUploads)
    },
    async publishMedium(id, meta) {
      vendor.media.find(one => one.id === id)?.online.push(meta)
      told(`online ${id}`, null)
    },
    async *reports() {
      yield* told('list', vendor.reportsThere)
    },
    async reportHead(id) {
      calls.push(`head ${id}`)
      return existing(id).head
    },
    async *transactions(id) {
      yield* existing(id).transactions
    },
    async reportFile(id) {
      calls.push(`file ${id}`)
      return { mediaType: 'application/pdf', byteSize: null, body: Readable.from([`%PDF-${existing(id).id}`]) }
    },
  }
  return vendor
}

import type { SubmissionDocument } from '../../analysis-driver.ts'
import type { ConsentRequest, FlvxtractDatasource, UploadAnswer } from '../datasource.ts'
import { toStatementError } from '../errors.ts'
import type { AnalysisPart, ConsentPayload, StatementPage, StatementPayload } from '../payloads.ts'

/** The vendor in memory, with what a test wants it to do. */
export interface FakeVendor extends FlvxtractDatasource {
  /** Every statement it has, oldest first. */
  readonly statements: StatementPayload[]
  /** Every call so far: `upload doc_1.pdf`, `get st-1`, `list 1`, `analysis st-1`, `consent`. */
  readonly calls: string[]
  /** Replaces a statement's members. */
  change(id: string, members: Partial<StatementPayload>): void
  /** The answer to an upload; null: the new statement. Called after `arrives` was applied. */
  onUpload: (fileName: string) => UploadAnswer | null
  /** Whether an upload with another answer makes a statement. */
  arrives: boolean
  /** The answer to a consent request; may throw. */
  onConsent: (request: ConsentRequest) => ConsentPayload
  readonly analyses: Map<string, readonly AnalysisPart[]>
}

const pageSize = 50

export function createFakeVendor(): FakeVendor {
  const statements: StatementPayload[] = []
  const calls: string[] = []
  const vendor: FakeVendor = {
    within: () => vendor,
    statements,
    calls,
    onUpload: () => null,
    arrives: true,
    onConsent: () => ({ id: 'con-1', joinLink: 'https://vendor.example/join/con-1', expiresAt: null }),
    analyses: new Map(),
    change(id, members) {
      const at = statements.findIndex(statement => statement.id === id)
      const known = statements[at]
      if (known) statements[at] = { ...known, ...members }
    },
    async upload({ fileName }: SubmissionDocument) {
      calls.push(`upload ${fileName}`)
      const statement = { ...blank, id: `st-${statements.length + 1}`, fileName }
      if (vendor.arrives) statements.push(statement)
      return vendor.onUpload(fileName) ?? { kind: 'accepted', statement }
    },
    async get(id) {
      calls.push(`get ${id}`)
      const found = statements.find(statement => statement.id === id)
      if (found) return found
      throw toStatementError(404, { words: '', quotaType: null, traceId: null })
    },
    async list(page): Promise<StatementPage> {
      calls.push(`list ${page}`)
      return { items: statements.slice((page - 1) * pageSize, page * pageSize), total: statements.length }
    },
    async requestConsent(request) {
      calls.push('consent')
      return vendor.onConsent(request)
    },
    async *analysis(id) {
      calls.push(`analysis ${id}`)
      yield* vendor.analyses.get(id) ?? []
    },
  }
  return vendor
}

/** A statement that is being processed. */
export const blank: StatementPayload = {
  id: 'st-0',
  status: 'Processing',
  fileName: null,
  bankName: null,
  failureReason: null,
  consentRequestId: null,
}

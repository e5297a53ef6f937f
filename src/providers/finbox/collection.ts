import { decimal, text } from '../../connector/payload-members.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import type { ReportBody } from '../analysis-driver.ts'
import type { Findings, ReportFinding, TransactionFinding } from '../findings.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { FinboxDatasource } from './datasource.ts'
import { badResponse, toResultError } from './errors.ts'
import {
  type AccountContext,
  type AccountReading,
  normaliseAggregate,
  normaliseAssessment,
  normaliseStatements,
  normaliseTransaction,
  toAccountContext,
} from './normalise.ts'
import {
  type AccountDetails,
  accountDetails,
  type FigurePayload,
  type FraudItem,
  fraudItem,
  parseEndOfDay,
  parseExpenseCategory,
  parseMonthlyMetric,
  parsePredictor,
  parseTransaction,
  type StatementStats,
  statementStats,
  toContentKey,
  toListedKey,
} from './insights-payloads.ts'
import { readable } from './payloads.ts'
import { requireSession } from './progress.ts'

type ReadCalls = Pick<FinboxDatasource, 'sessionStatus' | 'insights'>

/** The most transactions in one batch. */
const batchSize = 1_000
/** The most figures of one account that are taken; some 10,000 are known. */
const mostFigures = 50_000

const data = '$.accounts.*.data'
const paths = {
  accountId: '$.accounts.*.account_id',
  details: `${data}.account_details`,
  stats: `${data}.statement_stats.*`,
  fraud: `${data}.fraud.*`,
  fraudDetails: `${data}.fraud_details.*.*`,
  score: `${data}.score`,
  predictor: `${data}.predictors.*`,
  monthly: `${data}.monthly_analysis.*`,
  endOfDay: `${data}.eod_balances.*`,
  expenses: `${data}.expense_categories.*`,
  report: `${data}.xlsx_report_url`,
  aggregate: '$.aggregate_monthly_analysis.*',
  workbook: '$.aggregate_xlsx_report_url',
  document: '$.aggregate_xml_report_url',
} as const
const transactionPath = `${data}.transactions.*`

/** The lists that name transactions of their account once more, and the tag that their transactions get. */
const lists: readonly (readonly [tag: string, path: string])[] = [
  ['salary', `${data}.salary_transactions.*`],
  ['recurring', `${data}.recurring_transactions.*.*.transactions.*`],
  ['lender', `${data}.lender_transactions.*`],
  ['bounced_or_penal', `${data}.bounced_or_penal_transactions.*`],
  ['self_and_sister', `${data}.self_and_sister_transactions.*`],
]

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Turns the insights of a session into findings. They are fetched twice, because JSON promises no order of members: statements and
 * the lists that name transactions must be known before a transaction is. In between, only the keys of listed transactions are held.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when they hold no account, or another account the second time
 */
export async function* collectFindings(datasource: ReadCalls, checkpoint: Checkpoint): AsyncGenerator<Findings> {
  const sessionId = requireSession(checkpoint)
  const status = await datasource.sessionStatus(sessionId)
  if (status === null) throw badResponse('FinBox processes a session again that it called processed.')
  const contexts = new Map<string, KnownAccount>()

  function finish({ tags, reports, ...reading }: OpenAccount): Findings {
    const found: AccountReading = {
      ...reading,
      status: status?.accounts.find(one => one.accountId === reading.accountId) ?? null,
      uploads: checkpoint.statements,
    }
    const statements = normaliseStatements(found)
    const assessment = normaliseAssessment(found)
    contexts.set(reading.index, { ...toAccountContext(found, statements), tags })
    return { statements, assessments: assessment ? [assessment] : [], reports }
  }

  const aggregate: FigurePayload[] = []
  const aggregateReports: ReportFinding[] = []
  let open: OpenAccount | null = null
  for await (const part of datasource.insights(sessionId, [
    ...Object.values(paths),
    ...lists.map(([, path]) => path),
  ])) {
    if (part.path === paths.aggregate) {
      addFigures(aggregate, parseMonthlyMetric(`${part.key}`, part.value))
    } else if (part.path === paths.workbook || part.path === paths.document) {
      const kind = part.path === paths.workbook ? 'xlsx' : 'xml'
      if (text.parse(part.value)) aggregateReports.push(toReport(sessionId, 'session', kind))
    } else {
      const index = part.wildcards[0] ?? ''
      if (open && open.index !== index) yield finish(open)
      if (open?.index !== index) open = openAccount(index)
      read(open, part, sessionId)
    }
  }
  if (open) yield finish(open)
  if (contexts.size === 0) throw badResponse("FinBox's insights of the session hold no account.")
  const overall = normaliseAggregate(sessionId, aggregate)
  yield { assessments: overall ? [overall] : [], reports: aggregateReports }
  yield* collectTransactions(datasource, sessionId, contexts)
}

type Tags = ReadonlyMap<string, number>

interface KnownAccount extends AccountContext {
  readonly tags: Tags
}

/** An account as far as it has been read. Its members come one after the other, and those of the next account after them. */
interface OpenAccount extends Omit<AccountReading, 'status' | 'uploads' | 'stats' | 'frauds' | 'figures'> {
  readonly index: string
  accountId: string | null
  details: AccountReading['details']
  score: string | null
  readonly stats: StatementStats[]
  readonly frauds: FraudItem[]
  readonly figures: FigurePayload[]
  readonly reports: ReportFinding[]
  /** By the key of a transaction, the lists that name it: one bit for each. */
  readonly tags: Map<string, number>
}

function openAccount(index: string): OpenAccount {
  const none = { accountId: null, details: null, score: null }
  return { index, ...none, stats: [], frauds: [], figures: [], reports: [], tags: new Map() }
}

function read(account: OpenAccount, { path, key, value }: JsonPart, sessionId: string): void {
  const list = lists.findIndex(([, listPath]) => listPath === path)
  if (list >= 0) {
    const listed = toListedKey(value)
    if (listed !== null) account.tags.set(listed, (account.tags.get(listed) ?? 0) | (1 << list))
    return
  }
  const name = `${key}`
  switch (path) {
    case paths.accountId:
      account.accountId = text.parse(value)
      break
    case paths.details:
      account.details = accountDetails.parse(value)
      addFigures(account.figures, toSalaryConfidence(account.details))
      break
    case paths.stats: {
      const stats = statementStats.parse(value)
      if (stats) account.stats.push(stats)
      break
    }
    case paths.fraud:
    case paths.fraudDetails: {
      const fraud = fraudItem.parse(value)
      if (fraud) account.frauds.push(fraud)
      break
    }
    case paths.score:
      account.score = readable(decimal.parse(value))
      break
    case paths.predictor:
      addFigures(account.figures, parsePredictor(name, value))
      break
    case paths.monthly:
      addFigures(account.figures, parseMonthlyMetric(name, value))
      break
    case paths.endOfDay:
      addFigures(account.figures, parseEndOfDay(name, value))
      break
    case paths.expenses:
      addFigures(account.figures, parseExpenseCategory(value))
      break
    case paths.report:
      if (text.parse(value)) account.reports.push(toReport(sessionId, `account-${Number(account.index) + 1}`, 'xlsx'))
      break
  }
}

function toSalaryConfidence(details: AccountDetails | null): readonly FigurePayload[] {
  const value = details?.salaryConfidence ?? null
  return value === null ? [] : [{ name: 'salary_confidence', basis: null, value }]
}

/** @throws AppError PROVIDER_BAD_RESPONSE for more than anybody could use, which would fill the memory */
function addFigures(figures: FigurePayload[], more: readonly FigurePayload[]): void {
  figures.push(...more)
  if (figures.length > mostFigures) throw badResponse(`FinBox gives more than ${mostFigures} figures of one account.`)
}

async function* collectTransactions(
  datasource: ReadCalls,
  sessionId: string,
  accounts: ReadonlyMap<string, KnownAccount>,
): AsyncGenerator<Findings> {
  let transactions: TransactionFinding[] = []
  for await (const { path, value, wildcards } of datasource.insights(sessionId, [paths.accountId, transactionPath])) {
    const account = accounts.get(wildcards[0] ?? '')
    if (!account || (path === paths.accountId && text.parse(value) !== account.accountId))
      throw badResponse("FinBox's insights of the session changed while they were read.")
    if (path === paths.accountId) continue
    const row = parseTransaction(value)
    transactions.push(normaliseTransaction(row, account, tagsOf(row, account.tags)))
    if (transactions.length < batchSize) continue
    yield { transactions }
    transactions = []
  }
  if (transactions.length > 0) yield { transactions }
}

function tagsOf(row: ReturnType<typeof parseTransaction>, tags: Tags): readonly string[] {
  if (tags.size === 0) return []
  const bits = (tags.get(row.hash ?? '') ?? 0) | (tags.get(toContentKey(row)) ?? 0)
  return lists.flatMap(([tag], list) => (bits & (1 << list) ? [tag] : []))
}

type ReportKind = 'xlsx' | 'xml'

/** The vendor's addresses end within an hour, so a reference says where in the insights the present address is. */
function toReport(sessionId: string, of: string, kind: ReportKind): ReportFinding {
  const mediaType = kind === 'xlsx' ? workbookType : 'application/xml'
  return { reference: `${sessionId}/${of}.${kind}`, name: `finbox-${of}.${kind}`, mediaType }
}

/** Fetches a report at the address that the vendor gives for it now. @throws AppError RESULT_EXPIRED when it gives none */
export async function openReport(datasource: FinboxDatasource, reference: string): Promise<ReportBody> {
  const [, sessionId = '', account, kind] = /^(.+)\/(?:session|account-(\d+))\.(xlsx|xml)$/.exec(reference) ?? []
  const wanted = account === undefined ? (kind === 'xml' ? paths.document : paths.workbook) : paths.report
  for await (const { value, wildcards } of datasource.insights(sessionId, [wanted])) {
    if (account !== undefined && wildcards[0] !== String(Number(account) - 1)) continue
    const address = text.parse(value)
    if (address) return datasource.report(address, kind === 'xml' ? 'application/xml' : workbookType)
  }
  throw toResultError({ status: 404, code: null, words: '' })
}

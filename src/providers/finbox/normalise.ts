import { isReadable } from '../../connector/payload-members.ts'
import { toDirection, toSignedAmount } from '../../connector/signed-amount.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Decimal } from '../../domain/decimal.ts'
import { type CurrencyCode, toCurrencyCode } from '../../domain/money.ts'
import type {
  MetricFinding,
  RiskAssessmentFinding,
  SignalFinding,
  StatementFinding,
  TransactionFinding,
} from '../findings.ts'
import { toCategory } from './categories.ts'
import type { UploadedStatement } from './checkpoint.ts'
import type {
  AccountDetails,
  FigurePayload,
  FraudItem,
  StatementStats,
  TransactionPayload,
} from './insights-payloads.ts'
import type { AccountStatus, StatementStatus } from './payloads.ts'

/** What the insights say of one account apart from its transactions, together with what other calls say of it. */
export interface AccountReading {
  readonly accountId: string | null
  readonly details: AccountDetails | null
  readonly stats: readonly StatementStats[]
  readonly frauds: readonly FraudItem[]
  readonly score: Decimal | null
  readonly figures: readonly FigurePayload[]
  /** Of the session's status; null when it does not list the account. */
  readonly status: AccountStatus | null
  /** Of all uploads of the session. */
  readonly uploads: readonly UploadedStatement[]
}

/** One statement of an account, as far as its transactions have to know it. */
interface StatementPeriod {
  readonly reference: string
  readonly documentId: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** What the transactions of an account have to know of it. */
export interface AccountContext {
  readonly accountId: string | null
  readonly currency: CurrencyCode
  readonly statements: readonly StatementPeriod[]
}

/** One for each statement of the account, in the vendor's order; the vendor's lists name them in three places. */
export function normaliseStatements(reading: AccountReading): readonly StatementFinding[] {
  const { details, stats, status } = reading
  const ids = [
    ...stats.map(one => one.statementId),
    ...(details?.statements ?? []),
    ...(status?.statements ?? []).filter(one => !one.isFailed).map(one => one.statementId),
  ]
  return [...new Set(ids)].map(statementId => normaliseStatement(statementId, reading))
}

function normaliseStatement(statementId: string, reading: AccountReading): StatementFinding {
  const { details, status, uploads } = reading
  const stats = reading.stats.find(one => one.statementId === statementId)
  const upload = uploads.find(one => one.statementId === statementId)
  const listed = status?.statements.find(one => one.statementId === statementId)
  const { from, to } = periodOf(stats, upload, listed)
  return {
    reference: statementId,
    documentId: upload?.documentId ?? null,
    bankName: status?.bankName ?? stats?.bank ?? details?.bank ?? null,
    account: normaliseAccount(reading),
    from,
    to,
    currency: currencyOf(details),
    openingBalance: upload?.openingBalance ?? null,
    closingBalance: upload?.closingBalance ?? null,
    transactionCount: stats?.transactionCount ?? null,
    providerCheck: listed?.errorCode ?? status?.errorCode ?? status?.status ?? null,
    pageCount: stats?.pageCount ?? null,
    fraudSignals: fraudsOfStatement(statementId, reading, upload),
  }
}

/** The statement's own days as printed, not those of its first and last transaction. */
function periodOf(
  stats: StatementStats | undefined,
  upload: UploadedStatement | undefined,
  listed: StatementStatus | undefined,
): Pick<StatementPeriod, 'from' | 'to'> {
  const periods = [stats, upload, listed].filter(one => one !== undefined)
  // A day that cannot be read is reported, unless another answer has a readable one.
  const day = (name: 'from' | 'to') => periods.map(one => one[name]).find(isReadable) ?? stats?.[name] ?? null
  return { from: day('from'), to: day('to') }
}

function normaliseAccount({ details, status }: AccountReading): StatementFinding['account'] {
  const currency = currencyOf(details)
  const money = (value: Decimal | null | undefined) => (value == null ? null : { value, currency })
  return {
    holderName: details?.name ?? null,
    accountNumber: details?.accountNumber ?? null,
    // The vendor's own mask is used only where the vendor gives no full number.
    maskedNumber: details?.accountNumber ? null : (status?.accountNumber ?? null),
    ifsc: details?.ifsc ?? null,
    micr: details?.micr ?? null,
    category: details?.category ?? null,
    creditLimit: money(details?.creditLimit),
    overdraftLimit: money(details?.overdraftLimit),
    countryCode: details?.countryCode ?? null,
  }
}

function currencyOf(details: AccountDetails | null): CurrencyCode {
  return toCurrencyCode(details?.currencyCode)
}

/** What the transactions of an account have to know, taken from its statements. */
export function toAccountContext(reading: AccountReading, statements: readonly StatementFinding[]): AccountContext {
  return {
    accountId: reading.accountId,
    currency: currencyOf(reading.details),
    statements: statements.map(({ reference, documentId, from, to }) => ({
      reference,
      documentId: documentId ?? null,
      from: isReadable(from) ? from : null,
      to: isReadable(to) ? to : null,
    })),
  }
}

function fraudsOfStatement(
  statementId: string,
  { frauds }: AccountReading,
  upload: UploadedStatement | undefined,
): readonly SignalFinding[] {
  const found = frauds.filter(one => one.statementId === statementId)
  const early = upload?.fraudType ?? null
  // What was found at the upload is repeated in the insights as a rule.
  const isRepeated = found.some(one => one.type === early) || (early === 'fraud' && found.length > 0)
  const uploaded = { statementId, type: early ?? '', category: 'metadata', transactionHash: null }
  return toFraudSignals(early === null || isRepeated ? found : [uploaded, ...found])
}

/** The lists `fraud` and `fraud_details` hold the same findings, so each is taken once. */
function toFraudSignals(frauds: readonly FraudItem[]): readonly SignalFinding[] {
  const byContent = new Map(frauds.map(one => [JSON.stringify([one.type, one.category, one.transactionHash]), one]))
  return [...byContent.values()].map(({ type, category, transactionHash }) => ({
    code: type,
    sentiment: 'BAD',
    value: category,
    explanations: transactionHash === null ? [] : [`The transaction with the vendor's id ${transactionHash}`],
  }))
}

/**
 * What the vendor makes of an account. The scale and the direction of its score are undocumented, so there is no level. Findings of
 * fraud that name no statement are signals, and so are the months and gaps that the vendor sees.
 */
export function normaliseAssessment(reading: AccountReading): RiskAssessmentFinding | null {
  const { accountId, details, frauds, score, figures } = reading
  const signals = [...toFraudSignals(frauds.filter(one => one.statementId === null)), ...toCoverageSignals(details)]
  if (score === null && figures.length === 0 && signals.length === 0) return null
  return { ...toAssessment(accountId, figures), score: score === null ? null : { value: score }, signals }
}

/** The figures that the vendor works out over all accounts; null when there are none. */
export function normaliseAggregate(sessionId: string, figures: readonly FigurePayload[]): RiskAssessmentFinding | null {
  return figures.length === 0 ? null : toAssessment(sessionId, figures)
}

function toAssessment(providerReference: string | null, figures: readonly FigurePayload[]): RiskAssessmentFinding {
  return { kind: 'AFFORDABILITY', score: null, signals: [], providerReference, metrics: figures.map(toMetric) }
}

function toMetric({ name, basis, value }: FigurePayload): MetricFinding {
  return { name, value, unit: name === 'expense_categories' ? '%' : null, basis }
}

/**
 * The months that the vendor has of an account, and the days that it misses between the account's first and last one. Days before
 * and after are left out: the vendor compares with the session's period, which is ours and says nothing of the account.
 */
function toCoverageSignals(details: AccountDetails | null): readonly SignalFinding[] {
  const { from, to } = details?.dateRange ?? { from: null, to: null }
  const isWithin = (range: { readonly from: string | null; readonly to: string | null }) =>
    isReadable(range.from) &&
    isReadable(range.to) &&
    (!isReadable(from) || range.from >= from) &&
    (!isReadable(to) || range.to <= to)
  const missing = (details?.missing ?? []).filter(isWithin).map(range => `${range.from}/${range.to}`)
  const months = details?.months ?? []
  return [
    ...(months.length > 0 ? [toCoverage('months', months, 'NEUTRAL')] : []),
    ...(missing.length > 0 ? [toCoverage('missing_data', missing, 'BAD')] : []),
  ]
}

function toCoverage(code: string, items: readonly string[], sentiment: 'NEUTRAL' | 'BAD'): SignalFinding {
  return { code, sentiment, value: String(items.length), explanations: [items.join(', ')] }
}

/**
 * Every transaction of a statement is booked.
 * @param tags the lists of the vendor that name it
 */
export function normaliseTransaction(
  row: TransactionPayload,
  account: AccountContext,
  tags: readonly string[],
): TransactionFinding {
  const direction = toDirection(row.type)
  const amount = toSignedAmount(row.amount, direction)
  const statement = statementOf(row.date, account.statements)
  return {
    statementReference: statement?.reference ?? null,
    documentId: statement?.documentId ?? null,
    providerTransactionId: row.hash,
    status: 'BOOKED',
    amount,
    currency: account.currency,
    direction,
    bookingDate: row.date,
    description: row.note,
    counterparty: row.merchant === null ? null : { name: row.merchant },
    channel: row.channel,
    category: toCategory(row.category, amount),
    tags: tags.map(name => ({ name, source: null })),
    codes: row.description === null ? [] : [{ type: 'description', value: row.description }],
    reference: row.chequeNumber,
    balanceAfter: row.balance,
  }
}

/**
 * The first statement whose days include the date; null when none does. The only statement of an account has all its transactions
 * when its own days are unknown.
 */
function statementOf(date: string | null, statements: readonly StatementPeriod[]): StatementPeriod | null {
  const [only, ...others] = statements
  if (only && others.length === 0 && (only.from === null || only.to === null)) return only
  if (!isReadable(date)) return null
  return statements.find(({ from, to }) => from !== null && to !== null && from <= date && date <= to) ?? null
}

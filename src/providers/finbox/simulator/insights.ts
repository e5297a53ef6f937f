import { monthsBetween } from '../../../domain/calendar-date.ts'
import { centsToNumber } from '../../../simulation/exact-number.ts'
import { inPieces, toMemberTexts } from '../../../simulation/json-texts.ts'
import { createRandom } from '../../../simulation/random.ts'
import { type AccountContent, createAccountContent, type Row } from './account-content.ts'
import { toMidnight, toShortDate, toShortMonth } from './dates.ts'
import { countMonths, type MonthFigures, mergeMonths } from './month-figures.ts'
import { createMonthlyAnalysis } from './monthly-analysis.ts'
import { createPredictors } from './predictors.ts'
import { findMissingRanges } from './reading-faults.ts'
import type { SimulatedAccount, SimulatedSession, SimulatedStatement } from './sessions.ts'
import { createTransactionLists, toTransaction } from './transaction-lists.ts'

/** The address at which a report can be downloaded for one hour. */
type ToReportUrl = (name: string) => string

/**
 * The insights as JSON text in pieces. Only the figures of one account are in memory at a time, and never all
 * transactions. Source: "Insights API", the vendor's page on fetching data.
 *
 * @param accounts the accounts to include
 */
export function createInsightsBody(
  session: SimulatedSession,
  accounts: readonly SimulatedAccount[],
  toReportUrl: ToReportUrl,
): Iterable<string> {
  return inPieces(toMemberTexts(createMembers(session, accounts, toReportUrl)))
}

function* createMembers(
  session: SimulatedSession,
  accounts: readonly SimulatedAccount[],
  toReportUrl: ToReportUrl,
): Generator<readonly [string, unknown]> {
  let all: readonly MonthFigures[] = []
  yield ['session_id', session.id]
  yield ['link_id', session.linkId]
  yield ['session_date_range', { from_date: session.from, to_date: session.to }]
  yield [
    'accounts',
    {
      *[Symbol.iterator]() {
        for (const account of accounts) {
          const { data, months } = createAccountData(session, account, toReportUrl)
          all = mergeMonths([...all, ...months])
          yield { account_id: account.id, data }
        }
      },
    },
  ]
  // Made here, because the accounts are counted while the members before are written.
  yield ['aggregate_monthly_analysis', createMonthlyAnalysis(all)]
  yield ['aggregate_xlsx_report_url', toReportUrl(`entity_report_${session.id}.xlsx`)]
  yield ['aggregate_xml_report_url', toReportUrl(`entity_report_${session.id}.xml`)]
}

function createAccountData(session: SimulatedSession, account: SimulatedAccount, toReportUrl: ToReportUrl) {
  const content = createAccountContent(account)
  const lists = createTransactionLists()
  const stats = createStatementStats(session, account, content)
  let first: string | null = null
  let last: string | null = null
  const months = countMonths(content, row => {
    lists.visit(row)
    stats.visit(row)
    first ??= row.date
    last = row.date
  })
  const data = {
    account_details: createDetails(session, account, { content, months, first, last }),
    ...createFraud(account, content),
    transactions: {
      *[Symbol.iterator]() {
        for (const row of content.rows) yield toTransaction(row)
      },
    },
    ...lists.toMembers(account.id),
    statement_stats: stats.list(),
    monthly_analysis: createMonthlyAnalysis(months),
    predictors: createPredictors(account, content, months),
    eod_balances: createEndOfDayBalances(months, content.opening),
    score: toScore(account),
    xlsx_report_url: toReportUrl(`account_report_${account.id}.xlsx`),
  }
  return { data, months }
}

function createDetails(
  session: SimulatedSession,
  account: SimulatedAccount,
  found: {
    readonly content: AccountContent
    readonly months: readonly MonthFigures[]
    readonly first: string | null
    readonly last: string | null
  },
) {
  const { identity } = found.content
  const hasNumber = account.statements.every(({ plan }) => plan.statementFault !== 'NULL_ACCOUNT_NUMBER')
  const starts = account.statements.map(({ from }) => from).toSorted()
  const ends = account.statements.map(({ to }) => to).toSorted()
  return {
    name: identity.holder,
    address: identity.address,
    metadata_analysis: { name_matches: [] },
    account_category: 'individual',
    account_number: hasNumber ? identity.number : null,
    account_opening_date: null,
    bank: account.bank,
    credit_limit: centsToNumber(0),
    ifsc: identity.ifsc,
    micr: identity.micr,
    missing_data: findMissingRanges(session, account),
    od_limit: centsToNumber(0),
    salary_confidence: centsToNumber(createRandom(`${account.seed} salary`).integer(4_000, 10_000)),
    statements: account.statements.map(({ id }) => id),
    months: found.months.map(({ month }) => month),
    uploaded_months: [...new Set(account.statements.flatMap(({ from, to }) => monthsBetween(from, to)))].toSorted(),
    country_code: identity.countryCode,
    currency_code: identity.currencyCode,
    dob: '',
    email: '',
    pan_number: '',
    phone_number: identity.maskedPhone,
    account_status: '',
    holder_type: '',
    account_date_range: { from_date: starts[0], to_date: ends.at(-1) },
    transaction_date_range: { from_date: found.first, to_date: found.last },
  }
}

/**
 * ASSUMED: the item of `fraud` is that of the vendor's older flow. `fraud_details` has the same items, split into those
 * of the statement and those of the account.
 */
function createFraud(account: SimulatedAccount, { rows }: AccountContent) {
  const found = account.statements.flatMap(({ id, plan }) =>
    plan.frauds.map(({ type, category }) => ({
      statement_id: id,
      fraud_type: type,
      account_id: account.id,
      fraud_category: category,
      transaction_hash: category === 'transaction' ? (firstOf(rows)?.hash ?? null) : null,
    })),
  )
  return {
    fraud: found,
    fraud_details: {
      statement: found.filter(one => one.fraud_category === 'metadata'),
      account: found.filter(one => one.fraud_category !== 'metadata'),
    },
  }
}

function firstOf(rows: Iterable<Row>): Row | null {
  for (const row of rows) return row
  return null
}

function createStatementStats(session: SimulatedSession, account: SimulatedAccount, { segments }: AccountContent) {
  const counted = new Map<string, { count: number; first: string; last: string }>()
  const toStats = (statement: SimulatedStatement) => {
    const { count, first, last } = counted.get(statement.from) ?? { count: 0, first: null, last: null }
    return {
      session_id: session.id,
      account_id: account.id,
      statement_id: statement.id,
      first_transaction_timestamp: first && toMidnight(first),
      last_transaction_timestamp: last && toMidnight(last),
      bank: account.bank,
      source: 'PDF',
      upload_file_name: statement.uploadFileName,
      page_count: statement.pageCount,
      transaction_count: count,
      from_date: toMidnight(statement.from),
      to_date: toMidnight(statement.to),
      is_scanned_pdf: false,
    }
  }
  return {
    visit({ date }: Row) {
      const segment = segments.find(({ from, to }) => from <= date && date <= to)
      if (!segment) return
      const known = counted.get(segment.from)
      if (!known) counted.set(segment.from, { count: 1, first: date, last: date })
      else {
        known.count += 1
        known.last = date
      }
    },
    list: () => account.statements.map(toStats),
  }
}

/** A list of 31 for each month; null for days that no statement covers and days that the month does not have. */
function createEndOfDayBalances(months: readonly MonthFigures[], opening: number): Readonly<Record<string, unknown>> {
  return {
    Months_order: months.map(({ month }) => toShortMonth(`${month}-01`)),
    start_date: months.map(({ from }) => toShortDate(from)),
    ...Object.fromEntries(
      months.map(({ month, endOfDay }) => [
        toShortMonth(`${month}-01`),
        Array.from({ length: 31 }, (_, index) => {
          const balance = endOfDay.get(`${month}-${String(index + 1).padStart(2, '0')}`)
          return balance === undefined ? null : centsToNumber(balance)
        }),
      ]),
    ),
    starting_balance: centsToNumber(opening),
  }
}

/** The scale is not documented. */
function toScore({ seed, statements }: SimulatedAccount): object | null {
  if (statements.some(({ plan }) => !plan.hasScore)) return null
  return centsToNumber(createRandom(`${seed} score`).integer(300, 900) * 100)
}

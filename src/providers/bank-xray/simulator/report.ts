import { centsToNumber } from '../../../simulation/exact-number.ts'
import { inPieces, toJsonTexts } from '../../../simulation/json-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import { createCompanyAccount } from '../../../simulation/statements/company-account.ts'
import type { SimulatedReport, SimulatedRequest } from './requests.ts'
import { createStatementContent, type StatementContent } from './statement-content.ts'

/** The member `raw` of a report. Its transactions are made while they are read. */
type ReportRaw = Readonly<Record<string, unknown>>

/** It follows from the company and the bytes of the documents only, except for members that a test replaces. */
export function createReportRaw(report: SimulatedReport, request: SimulatedRequest): ReportRaw {
  const statements = readStatements(report, request)
  const digests = report.media.map(({ file }) => file?.digest).sort()
  const random = createRandom(`${digests.join()} rating`)
  const drawn = random.integer(1, 5)
  const steered = report.media.findLast(({ plan }) => plan.riskClass !== undefined)?.plan.riskClass
  const riskClass = steered === undefined ? drawn : steered
  return {
    movementReport: createMovementReport(statements),
    summary: statements.map((statement, index) => statement.toEntry(index + 1)),
    bankFlag: createBankFlag(random, riskClass, statements),
    riskClass,
    score: riskClass === null ? null : centsToNumber(random.integer(5, 95)),
    allTransactions: {
      *[Symbol.iterator]() {
        for (const [index, statement] of statements.entries()) yield* statement.rows(index + 1)
      },
    },
    ...report.raw,
  }
}

function readStatements(report: SimulatedReport, { code }: SimulatedRequest): readonly StatementContent[] {
  const account = createCompanyAccount(code)
  return report.media.flatMap(({ file, plan, date, period }) =>
    Array.from({ length: file ? plan.statements : 0 }, (_, index) =>
      createStatementContent({ account, digest: file?.digest ?? '', index, plan, date, period }),
    ),
  )
}

/** ASSUMED: all names but the first. */
function createMovementReport(statements: readonly StatementContent[]) {
  const sum = (of: (statement: StatementContent) => number) => statements.reduce((total, one) => total + of(one), 0)
  const days = Math.max(
    1,
    sum(({ days }) => days),
  )
  const figure = (cents: number) => ({
    period: centsToNumber(cents),
    annualised: centsToNumber(Math.round((cents * 365) / days)),
  })
  return {
    totalDebitAmount: figure(sum(({ debits }) => debits)),
    totalCreditAmount: figure(sum(({ credits }) => credits)),
    netCashFlow: figure(sum(({ credits, debits }) => credits - debits)),
    transactionCount: { period: sum(({ count }) => count) },
  }
}

/** ASSUMED: all colours but `red`, all criteria but `missedSocialSecurity`, all sentiments but `bad`. */
const colours: Readonly<Record<number, string>> = { 1: 'green', 2: 'green', 3: 'orange', 4: 'red', 5: 'red' }
const criteria = [
  ['missedSocialSecurity', 'Whether social contributions were paid in every month.'],
  ['negativeBalanceDays', 'On how many days the account was overdrawn.'],
  ['customerConcentration', 'How much of what came in is owed to a single customer.'],
  ['rejectedPayments', 'Whether payments were returned for lack of funds.'],
] as const

function createBankFlag(random: Random, riskClass: number | null, statements: readonly StatementContent[]) {
  const sound = statements.filter(({ reconciles }) => reconciles).length
  return {
    color: riskClass === null ? 'unknown' : (colours[riskClass] ?? 'red'),
    dataSanity: statements.length === 0 ? 0 : Math.floor((sound * 100) / statements.length),
    reasons: criteria.map(([name, text]) => ({
      criteria: name,
      quantile: random.integer(0, 100),
      value: random.integer(0, 12),
      sentiment: random.pick(['bad', 'good', 'neutral', 'remarkable']),
      popovers: random.percent(20) ? [] : [text],
    })),
  }
}

/** ASSUMED: `creation`. The sample of a report lacks it; the sample of a download has it. */
export function toReportMembers({ id, requestId, source, creation }: SimulatedReport) {
  return { id, request: requestId, source, creation: creation.toISOString() }
}

/**
 * A report as JSON text in pieces, so that only a few transactions are in memory at a time.
 * @param isWrapped whether it is in an envelope
 */
export function createReportBody(
  members: Readonly<Record<string, unknown>>,
  raw: ReportRaw | null,
  isWrapped: boolean,
): Iterable<string> {
  const report = raw === null ? members : { ...members, raw }
  return inPieces(toJsonTexts(isWrapped ? { report } : report))
}

import { centsToNumber } from '../../../simulation/exact-number.ts'
import { inPieces, toJsonTexts } from '../../../simulation/json-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import { createCompanyAccount } from '../../../simulation/statements/company-account.ts'
import type { SimulatedReport, SimulatedRequest } from './requests.ts'
import { createStatementContent, type StatementContent } from './statement-content.ts'

/** The `raw` of a report; its transactions are made as they are read. */
type ReportRaw = Readonly<Record<string, unknown>>

/** It follows from the company and the bytes of the documents alone, but for what a test lays over it. */
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

/** ASSUMED: `creation`, which the sample of a report leaves out and that of its download has. */
export function toReportMembers({ id, requestId, source, creation }: SimulatedReport) {
  return { id, request: requestId, source, creation: creation.toISOString() }
}

/**
 * A report as JSON text, in pieces: however many transactions there are, only a few are held at a time.
 * @param isWrapped whether it stands in an envelope
 */
export function createReportBody(
  members: Readonly<Record<string, unknown>>,
  raw: ReportRaw | null,
  isWrapped: boolean,
): Iterable<string> {
  const report = raw === null ? members : { ...members, raw }
  return inPieces(toJsonTexts(isWrapped ? { report } : report))
}

/** A page of a PDF with a few lines of text, as any reader shows it. https://pdfa.org/resource/iso-32000-2 */
export function createPdf(lines: readonly string[]): Buffer {
  const shown = lines.map(line => `(${toLiteral(line)}) Tj T*`).join('\n')
  const content = `BT /F1 12 Tf 16 TL 60 780 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + end, 'latin1')
}

function toLiteral(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, character => `\\${character}`)
}

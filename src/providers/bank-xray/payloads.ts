import { z } from 'zod'
import {
  amount,
  count,
  day,
  dayOfInstant,
  decimal,
  instant,
  isReadable,
  membersOf,
  someText,
  text,
  toRow,
  writtenNumber,
} from '../../connector/payload-members.ts'
import { exactDecimal, NumberLiteral } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { badResponse } from './errors.ts'

// Members that are missing or of another type are null. An id is required.

/** A short text, or a number as written. */
const someWord = z.union([z.string().trim(), writtenNumber]).pipe(z.string().min(1).max(200))
const word = someWord.nullable().catch(null)

/** Identifiers are 24 hexadecimal digits in all samples. Any other short text is accepted. */
const id = z.string().min(1).max(200)

const request = z.object({ id, status: word, stage: word })

export type RequestPayload = Readonly<z.infer<typeof request>>

/** `{request: {…}}` (page "Generate Bank X-Ray") or the bare object (page "Making your first request"). */
export const requestPayload = z.union([z.object({ request }).transform(envelope => envelope.request), request])

const medium = z.object({ id, status: word, upload: z.unknown().optional() })

/** ASSUMED: `{medium: {…}, upload: {…}}`, with the upload beside or inside the medium, or the bare medium. */
export const mediumPayload = z.union([
  z
    .object({ medium, upload: z.unknown().optional() })
    .transform(envelope => ({ ...envelope.medium, upload: envelope.upload ?? envelope.medium.upload })),
  medium,
])

/**
 * One report of a list. Its other members are not read, because no page says whether a list holds whole reports.
 * ASSUMED: `creation` is its time, as in the answer with a PDF.
 */
export const reportListItem = z.object({ id, request: text, source: text, creation: instant })

export type ReportListItem = Readonly<z.infer<typeof reportListItem>>

// https://doc.lending.soprafinancing.io, "Generate Bank X-Ray", shows a part of one report. If a report has the member
// `summary`, it must be a list of statements.

const list = <T>(item: z.ZodType<T>) => z.array(item.nullable().catch(null)).transform(withoutNulls).catch([])

const summaryMembers = z.object({
  startDate: day,
  endDate: day,
  /** May be empty, which means absent. */
  bic: text,
  iban: text,
  statementId: word,
  pageCount: count,
  startBalance: decimal,
  endBalance: decimal,
  totalCreditAmount: decimal,
  totalDebitAmount: decimal,
  movements: text,
})

/** The JSON reader gives numbers as objects without members. They are refused. */
const summaryEntry = z
  .unknown()
  .refine(value => !(value instanceof NumberLiteral))
  .pipe(summaryMembers)

const reasonMembers = z.object({
  criteria: text,
  quantile: decimal,
  value: z
    .union([someWord, z.boolean().transform(String)])
    .nullable()
    .catch(null),
  sentiment: text,
  popovers: list(someText),
})

const reason = reasonMembers.refine(({ popovers, ...rest }) =>
  [...popovers, ...Object.values(rest)].some(value => value !== null),
)

const bankFlag = z.object({ color: text, dataSanity: decimal, reasons: list(reason) })

export type SummaryEntry = Readonly<z.infer<typeof summaryEntry>>
export type ReasonPayload = Readonly<z.infer<typeof reason>>

/** One figure of the `movementReport`: `totalDebitAmount` has two, `period` and `annualised`. */
interface FigurePayload {
  readonly name: string
  /** null when the name has a single figure. */
  readonly basis: string | null
  readonly value: string
}

/** A report without its transactions. */
const head = z.object({
  request: text,
  source: text,
  creation: instant,
  /** One for each bank statement that was read. */
  summary: z
    .array(summaryEntry)
    .nullish()
    .transform(entries => entries ?? []),
  movementReport: z.unknown().optional().transform(toFigures),
  bankFlag: bankFlag.nullable().catch(null),
  riskClass: count,
  score: decimal,
})

export type ReportHead = Readonly<z.infer<typeof head>>

const ofReport = ['request', 'source', 'creation'] as const
const ofRaw = ['summary', 'movementReport', 'bankFlag', 'riskClass', 'score'] as const

/** `{report: {…}}` as documented, or the bare report. */
const reports = ['$.report', '$'] as const

/** The members of a report that are read besides its transactions. All others are ignored. */
export const headPaths: readonly string[] = reports.flatMap(report => [
  ...ofReport.map(name => `${report}.${name}`),
  ...ofRaw.map(name => `${report}.raw.${name}`),
])

/** Stops reading when every member was found, because many transactions may follow. */
export async function readReportHead(parts: AsyncIterable<JsonPart>): Promise<ReportHead> {
  const found = new Map<string, unknown>()
  for await (const { path, value } of parts) {
    found.set(path.slice(path.lastIndexOf('.') + 1), value)
    if (found.size === ofReport.length + ofRaw.length) break
  }
  const parsed = head.safeParse(Object.fromEntries(found))
  if (!parsed.success)
    throw badResponse("The statements in Bank X-Ray's report cannot be read.", { cause: parsed.error })
  return parsed.data
}

/** Whether the report has no content: it is not written yet, or another server answered. */
export function isEmptyHead({ summary, movementReport, bankFlag, riskClass, score }: ReportHead): boolean {
  const isUnjudged = !isReadable(riskClass) && !isReadable(score)
  return summary.length === 0 && movementReport.length === 0 && bankFlag === null && isUnjudged
}

/** The numbers in a `movementReport` and in its members. Only one of them is documented. */
function toFigures(value: unknown): readonly FigurePayload[] {
  return Object.entries(membersOf(value)).flatMap(([name, member]): readonly FigurePayload[] => {
    const single = exactDecimal.safeParse(member)
    if (single.success) return [{ name, basis: null, value: single.data }]
    return Object.entries(membersOf(member)).flatMap(([basis, inner]) => {
      const number = exactDecimal.safeParse(inner)
      return number.success ? [{ name, basis, value: number.data }] : []
    })
  })
}

function withoutNulls<T>(values: readonly (T | null)[]): T[] {
  return values.filter(value => value !== null)
}

const counterparty = z
  .object({ name: text, iban: text, bic: text })
  .refine(members => Object.values(members).some(member => member !== null))

/**
 * ASSUMED, all members: the documented sample shows the list of transactions and no member of one. Every member may be
 * missing. A row without an amount has an unreadable one.
 */
const transactionPayload = z
  .object({
    id: word,
    statementId: word,
    date: dayOfInstant,
    valueDate: dayOfInstant,
    label: text,
    description: text,
    amount,
    type: text,
    balance: decimal,
    category: text,
    counterparty: z
      .union([someText.transform(name => ({ name, iban: null, bic: null })), counterparty])
      .nullable()
      .catch(null),
  })
  .transform(({ label, description, ...row }) => ({ ...row, description: label ?? description }))

export type TransactionPayload = Readonly<z.infer<typeof transactionPayload>>

/** The transactions of a report in its envelope, and of a bare one. */
export const transactionPaths: readonly string[] = ['$.report.raw.allTransactions.*', '$.raw.allTransactions.*']

export function parseTransaction({ value }: JsonPart): TransactionPayload {
  return transactionPayload.parse(toRow(value))
}

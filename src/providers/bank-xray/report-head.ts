import { z } from 'zod'
import { countOrNaN, isReadable, orUnreadable } from '../../connector/or-unreadable.ts'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { exactDecimal, exactInteger, NumberLiteral } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'
import { badResponse } from './errors.ts'
import { instant, someText, someWord, text, word } from './payloads.ts'

// https://doc.lending.soprafinancing.io, "Generate Bank X-Ray", shows one report, much of it left out. Its members are null
// when they are missing or of another type; only the list of statements has to be one when it is there.

const decimal = orUnreadable(exactDecimal)
const date = orUnreadable(z.string().transform(parseCalendarDate))
const list = <T>(item: z.ZodType<T>) => z.array(item.nullable().catch(null)).transform(withoutNulls).catch([])

const summaryMembers = z.object({
  startDate: date,
  endDate: date,
  /** May be empty, which means absent. */
  bic: text,
  iban: text,
  statementId: word,
  pageCount: countOrNaN(exactInteger),
  startBalance: decimal,
  endBalance: decimal,
  totalCreditAmount: decimal,
  totalDebitAmount: decimal,
  movements: text,
})

/** A number of the text is an object here, too, and none with members. */
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
export type BankFlagPayload = Readonly<z.infer<typeof bankFlag>>
export type ReasonPayload = Readonly<z.infer<typeof reason>>

/** One figure of the `movementReport`: `totalDebitAmount` has two, `period` and `annualised`. */
export interface FigurePayload {
  readonly name: string
  /** null when there is only one. */
  readonly basis: string | null
  readonly value: string
}

/** A report without its transactions. */
export interface ReportHead {
  readonly request: string | null
  readonly source: string | null
  readonly creation: Date | null
  /** One for each bank statement that was read. */
  readonly summary: readonly SummaryEntry[]
  readonly figures: readonly FigurePayload[]
  readonly bankFlag: BankFlagPayload | null
  readonly riskClass: number | null
  readonly score: string | null
}

const members = {
  request: text,
  source: text,
  creation: instant,
  summary: z.array(summaryEntry).nullish(),
  movementReport: z.unknown().transform(toFigures),
  bankFlag: bankFlag.nullable().catch(null),
  riskClass: countOrNaN(exactInteger),
  score: decimal,
} as const
const head = z.object(members).partial()

const ofReport = ['request', 'source', 'creation'] as const
const ofRaw = ['summary', 'movementReport', 'bankFlag', 'riskClass', 'score'] as const

/** `{report: {…}}` as documented, or the bare report. */
const reports = ['$.report', '$'] as const

/** What is read of a report besides its transactions. All other members are ignored. */
export const headPaths: readonly string[] = reports.flatMap(report => [
  ...ofReport.map(name => `${report}.${name}`),
  ...ofRaw.map(name => `${report}.raw.${name}`),
])

/** Stops reading as soon as nothing more can come: the transactions that follow may be many. */
export async function readReportHead(parts: AsyncIterable<JsonPart>): Promise<ReportHead> {
  const found = new Map<string, unknown>()
  for await (const { path, value } of parts) {
    found.set(path.slice(path.lastIndexOf('.') + 1), value)
    if (found.size === ofReport.length + ofRaw.length) break
  }
  const parsed = head.safeParse(Object.fromEntries(found))
  if (!parsed.success)
    throw badResponse("The statements in Bank X-Ray's report cannot be read.", { cause: parsed.error })
  const { request, source, creation, summary, movementReport, bankFlag, riskClass, score } = parsed.data
  return {
    request: request ?? null,
    source: source ?? null,
    creation: creation ?? null,
    summary: summary ?? [],
    figures: movementReport ?? [],
    bankFlag: bankFlag ?? null,
    riskClass: riskClass ?? null,
    score: score ?? null,
  }
}

/** Whether it has no content: the report is not written yet, or another server answered. */
export function isEmptyHead({ summary, figures, bankFlag, riskClass, score }: ReportHead): boolean {
  const isUnjudged = !isReadable(riskClass) && !isReadable(score)
  return summary.length === 0 && figures.length === 0 && bankFlag === null && isUnjudged
}

/** The numbers among the members of a `movementReport`, and among those of its members. Only one of these is documented. */
function toFigures(value: unknown): readonly FigurePayload[] {
  return membersOf(value).flatMap(([name, member]): readonly FigurePayload[] => {
    const single = exactDecimal.safeParse(member)
    if (single.success) return [{ name, basis: null, value: single.data }]
    return membersOf(member).flatMap(([basis, inner]) => {
      const number = exactDecimal.safeParse(inner)
      return number.success ? [{ name, basis, value: number.data }] : []
    })
  })
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {})
}

function withoutNulls<T>(values: readonly (T | null)[]): T[] {
  return values.filter(value => value !== null)
}

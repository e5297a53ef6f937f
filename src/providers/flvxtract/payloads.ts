import { z } from 'zod'
import { countOrNaN, orUnreadable, unreadable } from '../../connector/or-unreadable.ts'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { compareDecimals } from '../../domain/decimal.ts'
import { exactDecimal, exactInteger, NumberLiteral } from '../../http/exact-json.ts'

// Of statements only `id` and `status` are documented, of an analysis only `header.bankName`, `header.totalTransactions`
// and two lending metrics (https://flvxtract.com/docs). All the rest is ASSUMED, and null when it is absent or of another type.

const text = z.string().trim().min(1).nullable().catch(null)
const decimal = orUnreadable(exactDecimal)
const date = orUnreadable(z.string().transform(toDate))
const fraction = exactDecimal.refine(isFraction).nullable().catch(null)
const id = z
  .union([z.string(), z.instanceof(NumberLiteral).transform(literal => literal.source)])
  .nullable()
  .catch(null)

/** A word; null when it is longer. */
const status = z.string().max(100)

const statementMembers = {
  id: z.string().min(1),
  fileName: text,
  bankName: text,
  failureReason: text,
  errorMessage: text,
  /** Of the consent request that it came by. */
  consentRequestId: text,
}

/** One statement asked for. */
export const statementPayload = z.object({ ...statementMembers, status: status.min(1) }).transform(withReason)

/** What an upload is answered with, and what a list holds: of use even without a status, which is then empty. */
export const statementReceipt = z.object({ ...statementMembers, status: status.catch('') }).transform(withReason)

export type StatementPayload = Readonly<z.infer<typeof statementPayload>>

const statementList = z.array(statementReceipt)

/** A page of statements: a bare list, or one in an envelope. */
export const statementPagePayload = z.union([
  statementList.transform(items => ({ items, total: null })),
  z.object({ items: statementList, total: exactInteger.nullable().catch(null) }),
])

export interface StatementPage {
  readonly items: readonly StatementPayload[]
  /** On all pages together; null when the vendor does not say. */
  readonly total: number | null
}

const instant = z.iso
  .datetime({ offset: true })
  .transform(written => new Date(written))
  .nullable()
  .catch(null)

/** ASSUMED: what a consent request is answered with. Without an address to open it is of no use. */
export const consentPayload = z.object({
  id: z.string().min(1).max(200),
  joinLink: z.url({ protocol: /^https?$/ }),
  expiresAt: instant,
})

export type ConsentPayload = Readonly<z.infer<typeof consentPayload>>

/** ASSUMED: a refresh answers like a login, perhaps without a new refresh token. */
export const tokensPayload = z.object({ accessToken: z.string().regex(/^[\x21-\x7e]+$/), refreshToken: text })

export type TokensPayload = Readonly<z.infer<typeof tokensPayload>>

const headerPayload = z.object({
  bankName: text,
  accountName: text,
  accountNumber: text,
  currency: text,
  periodStart: date,
  periodEnd: date,
  openingBalance: decimal,
  closingBalance: decimal,
  totalCredits: decimal,
  totalDebits: decimal,
  totalTransactions: countOrNaN(exactInteger),
})

const transactionMembers = z.object({
  id,
  date,
  valueDate: date,
  description: text,
  amount: exactDecimal.catch(unreadable),
  type: text,
  balance: decimal,
  category: text,
  reference: text,
})

/** Anything may be missing but the amount, which is then told as unreadable; what is no object is a row without one. */
export const transactionPayload = z
  .unknown()
  .transform(row => transactionMembers.parse(typeof row === 'object' && row !== null ? row : {}))

const confidencePayload = z.object({ overall: fraction, ocr: fraction, extraction: fraction })

export type HeaderPayload = Readonly<z.infer<typeof headerPayload>>
export type TransactionPayload = Readonly<z.infer<typeof transactionPayload>>
export type ConfidencePayload = Readonly<z.infer<typeof confidencePayload>>

/** One numeric member of `lendingMetrics`. */
export interface MetricPayload {
  readonly name: string
  readonly value: string
}

/** A member of another type than an object says nothing. */
export function parseHeader(value: unknown): HeaderPayload | null {
  return headerPayload.safeParse(value).data ?? null
}

/** @returns null when no confidence is told. */
export function parseConfidence(value: unknown): ConfidencePayload | null {
  const confidence = confidencePayload.safeParse(value).data
  return confidence && Object.values(confidence).some(one => one !== null) ? confidence : null
}

/** The numeric members; whatever else is there is left out. */
export function parseMetrics(value: unknown): readonly MetricPayload[] {
  const members = z.record(z.string(), z.unknown()).safeParse(value).data ?? {}
  return Object.entries(members).flatMap(([name, member]) => {
    const number = exactDecimal.safeParse(member)
    return number.success ? [{ name, value: number.data }] : []
  })
}

function withReason<T extends { failureReason: string | null; errorMessage: string | null }>(statement: T) {
  const { errorMessage, ...rest } = statement
  return { ...rest, failureReason: rest.failureReason ?? errorMessage }
}

const dayOrInstant = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** A day, or an instant whose day is taken as it is written: that is the bank's. */
function toDate(written: string): string | null {
  return parseCalendarDate(dayOrInstant.exec(written.trim())?.[1] ?? '')
}

function isFraction(value: string): boolean {
  return compareDecimals(value, '0') >= 0 && compareDecimals(value, '1') <= 0
}

import { z } from 'zod'
import {
  amount,
  count,
  dayOfInstant,
  decimal,
  instant,
  membersOf,
  text,
  toRow,
  writtenNumber,
} from '../../connector/payload-members.ts'
import { compareDecimals } from '../../domain/decimal.ts'
import { exactDecimal, exactInteger } from '../../http/exact-json.ts'
import type { JsonPart } from '../../http/stream-json.ts'

// https://flvxtract.com/docs documents only `id` and `status` of a statement, and only `header.bankName`,
// `header.totalTransactions` and two lending metrics of an analysis. All other members are ASSUMED, and null when they are
// absent or of another type.

const id = z.union([z.string(), writtenNumber]).nullable().catch(null)

/** A longer text is not a status. */
const status = z.string().max(100)

const statementMembers = {
  id: z.string().min(1),
  fileName: text,
  bankName: text,
  failureReason: text,
  errorMessage: text,
  /** The consent request that the statement came by. */
  consentRequestId: text,
}

/** One statement asked for by its id. */
export const statementPayload = z.object({ ...statementMembers, status: status.min(1) }).transform(withReason)

/** The answer to an upload, and an item of the list. Without a status, `status` is empty. */
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
  /** The number of statements on all pages; null when the vendor does not say. */
  readonly total: number | null
}

/** ASSUMED: the answer to a consent request. It must have an address to open. */
export const consentPayload = z.object({
  id: z.string().min(1).max(200),
  joinLink: z.url({ protocol: /^https?$/ }),
  expiresAt: instant,
})

export type ConsentPayload = Readonly<z.infer<typeof consentPayload>>

/** ASSUMED: a refresh is answered like a login, perhaps without a new refresh token. */
export const tokensPayload = z.object({ accessToken: z.string().regex(/^[\x21-\x7e]+$/), refreshToken: text })

const headerPayload = z.object({
  bankName: text,
  accountName: text,
  accountNumber: text,
  currency: text,
  periodStart: dayOfInstant,
  periodEnd: dayOfInstant,
  openingBalance: decimal,
  closingBalance: decimal,
  totalCredits: decimal,
  totalDebits: decimal,
  totalTransactions: count,
})

const transactionMembers = z.object({
  id,
  date: dayOfInstant,
  valueDate: dayOfInstant,
  description: text,
  amount,
  type: text,
  balance: decimal,
  category: text,
  reference: text,
})

/** Every member may be missing. A row without an amount has an unreadable one. */
export const transactionPayload = z.unknown().transform(row => transactionMembers.parse(toRow(row)))

const fraction = exactDecimal
  .refine(value => compareDecimals(value, '0') >= 0 && compareDecimals(value, '1') <= 0)
  .nullable()
  .catch(null)
const confidencePayload = z.object({ overall: fraction, ocr: fraction, extraction: fraction })

export type HeaderPayload = Readonly<z.infer<typeof headerPayload>>
export type TransactionPayload = Readonly<z.infer<typeof transactionPayload>>

/** One numeric member of `lendingMetrics`. */
export interface MetricPayload {
  readonly name: string
  readonly value: string
}

/** One piece of an analysis. Its transactions come one by one. */
export type AnalysisPart =
  | { readonly kind: 'header'; readonly header: HeaderPayload | null }
  | { readonly kind: 'transaction'; readonly transaction: TransactionPayload }
  | { readonly kind: 'metrics'; readonly metrics: readonly MetricPayload[] }
  | { readonly kind: 'confidence'; readonly confidence: Readonly<z.infer<typeof confidencePayload>> | null }

const paths = {
  header: '$.header',
  transaction: '$.transactions.*',
  metrics: '$.lendingMetrics',
  confidence: '$.confidence',
} as const

/** The members of an analysis that are read. All others are ignored. */
export const analysisPaths: readonly string[] = Object.values(paths)

/** A member that is not an object counts as absent. */
export function toAnalysisPart({ path, value }: JsonPart): AnalysisPart {
  if (path === paths.header) return { kind: 'header', header: headerPayload.safeParse(value).data ?? null }
  if (path === paths.metrics) return { kind: 'metrics', metrics: parseMetrics(value) }
  if (path === paths.transaction) return { kind: 'transaction', transaction: transactionPayload.parse(value) }
  const confidence = confidencePayload.safeParse(value).data
  const isTold = confidence && Object.values(confidence).some(one => one !== null)
  return { kind: 'confidence', confidence: isTold ? confidence : null }
}

/** The numeric members; all others are left out. */
function parseMetrics(value: unknown): readonly MetricPayload[] {
  return Object.entries(membersOf(value)).flatMap(([name, member]) => {
    const number = exactDecimal.safeParse(member)
    return number.success ? [{ name, value: number.data }] : []
  })
}

function withReason<T extends { failureReason: string | null; errorMessage: string | null }>(statement: T) {
  const { errorMessage, ...rest } = statement
  return { ...rest, failureReason: rest.failureReason ?? errorMessage }
}

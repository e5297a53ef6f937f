import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode, MonetaryAmount } from '../domain/money.ts'
import type { Reach } from '../domain/reach.ts'
import type { RiskSignal } from '../domain/risk-assessment.ts'
import type { ExtractionConfidence, Statement, StatementAccount } from '../domain/statement.ts'
import type { ReachQueries } from './database.ts'
import { dateColumn, integerColumn, textColumn } from './keyset.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

export interface StatementListArgs {
  /** Whether the list includes copies of its statements. */
  readonly includeDuplicates: boolean
}

interface StatementRow {
  readonly id: string
  readonly collection_id: string
  readonly provider_id: string
  readonly applicant_id: string
  readonly analysis_id: string
  readonly document_id: string | null
  readonly provider_reference: string | null
  readonly bank_name: string | null
  readonly account: StatementAccount
  readonly from_date: CalendarDate | null
  readonly to_date: CalendarDate | null
  readonly currency: CurrencyCode
  readonly opening_balance: Decimal | null
  readonly closing_balance: Decimal | null
  readonly total_credits: Decimal | null
  readonly total_debits: Decimal | null
  readonly transaction_count: number | null
  readonly reconciles: boolean | null
  readonly provider_check: string | null
  readonly page_count: number | null
  readonly months: readonly string[]
  readonly missing_months: readonly string[]
  readonly fraud_signals: readonly RiskSignal[]
  readonly confidence: ExtractionConfidence | null
  readonly duplicate_of_id: string | null
  readonly overlap_ids: readonly string[]
}

const columns = sql`item.id, item.collection_id, item.provider_id, item.applicant_id, item.analysis_id, item.document_id,
  item.provider_reference, item.bank_name, item.account, item.from_date, item.to_date, item.currency, item.opening_balance,
  item.closing_balance, item.total_credits, item.total_debits, item.transaction_count, item.reconciles, item.provider_check,
  item.page_count, item.months, item.missing_months, item.fraud_signals, item.confidence, item.duplicate_of_id, item.overlap_ids`

const isSameStatement = sql`item.tenant_id = own.tenant_id and item.applicant_id = own.applicant_id and item.id = own.id`

/** Statements by id, each in its most complete reading. */
export async function readStatements(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<Statement[]> {
  const rows = await queries.rows<StatementRow>(sql`
    select distinct on (item.id) ${columns} from statements as item
    where ${within(reach)} and item.id = any(${ids}) and item.current
    order by item.id, item.published_at desc`)
  return rows.map(toStatement)
}

/** A statement in its most complete reading, with the document in which an analysis found it. */
export interface FoundStatement extends Statement {
  readonly foundInDocumentId: string | null
}

/** The statements that each analysis found, including copies, in the order in which it found them, by analysis. */
export async function readStatementsOfAnalyses(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
  limit: number,
): Promise<Map<string, FoundStatement[]>> {
  const rows = await queries.rows<StatementRow & { parent_key: string; found_in: string | null }>(sql`
    select found.* from unnest(${analysisIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns}, own.ordinal, own.document_id as found_in, parent.key as parent_key
      from statements as own
      join statements as item on ${isSameStatement} and item.current
      where ${within(reach)} and own.analysis_id = parent.key and own.published_at is not null
      order by own.ordinal, own.id limit ${limit}
    ) as found
    order by found.parent_key, found.ordinal, found.id`)
  const groups = new Map<string, FoundStatement[]>()
  for (const [key, found] of Map.groupBy(rows, row => row.parent_key))
    groups.set(
      key,
      found.map(row => ({ ...toStatement(row), foundInDocumentId: row.found_in })),
    )
  return groups
}

/**
 * Statements of an applicant or a case, latest period first. Without duplicates, the list of a case has only the most
 * complete one of a statement and its copies in the case.
 */
export const statementList: ListDefinition<StatementListArgs, StatementRow, Statement> = {
  toQuery(parents, { includeDuplicates }) {
    if (parents.kind === 'applicant')
      return {
        parents: parents.keys,
        columns,
        from: [sql`statements as item`],
        conditions: [
          sql`item.applicant_id = parent.key and item.current`,
          ...(includeDuplicates ? [] : [sql`item.duplicate_of_id is null`]),
        ],
      }
    return {
      parents: parents.keys,
      columns,
      from: [sql`statements as own join statements as item on ${isSameStatement} and item.current`],
      conditions: [
        sql`own.case_id = parent.key and own.in_case`,
        ...(includeDuplicates ? [] : [sql`own.leads_in_case`]),
      ],
    }
  },
  toOrder: () => ({
    columns: [
      dateColumn(sql`coalesce(item.to_date, item.from_date, '-infinity')`),
      integerColumn(sql`item.ordinal`),
      textColumn(sql`item.id`),
    ],
    descending: true,
  }),
  toItem: toStatement,
}

function toStatement(row: StatementRow): Statement {
  const { currency } = row
  const money = (value: Decimal | null): MonetaryAmount | null => (value === null ? null : { value, currency })
  return {
    id: row.id,
    collectionId: row.collection_id,
    providerId: row.provider_id,
    applicantId: row.applicant_id,
    analysisId: row.analysis_id,
    documentId: row.document_id,
    providerReference: row.provider_reference,
    bankName: row.bank_name,
    account: row.account,
    from: row.from_date,
    to: row.to_date,
    currency,
    openingBalance: money(row.opening_balance),
    closingBalance: money(row.closing_balance),
    totalCredits: money(row.total_credits),
    totalDebits: money(row.total_debits),
    transactionCount: row.transaction_count,
    reconciles: row.reconciles,
    providerCheck: row.provider_check,
    pageCount: row.page_count,
    months: row.months,
    missingMonths: row.missing_months,
    fraudSignals: row.fraud_signals,
    confidence: row.confidence,
    duplicateOfId: row.duplicate_of_id,
    overlapIds: row.overlap_ids,
  }
}

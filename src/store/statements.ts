import type { Decimal } from '../domain/decimal.ts'
import type { MonetaryAmount } from '../domain/money.ts'
import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import type { Statement } from '../domain/statement.ts'
import type { ReachQueries } from './database.ts'
import { type ListDefinition, dateColumn, integerColumn, textColumn } from './keyset.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

export interface StatementListArgs {
  /** Whether the list includes copies of its statements. */
  readonly includeDuplicates: boolean
}

type Amount = 'openingBalance' | 'closingBalance' | 'totalCredits' | 'totalDebits'

/** Amounts are read as decimals, in the currency of the statement. */
type StatementRow = Omit<Statement, Amount> & Readonly<Record<Amount, Decimal | null>>

const columns = sql`item.id, item.collection_id as "collectionId", item.provider_id as "providerId",
  item.applicant_id as "applicantId", item.analysis_id as "analysisId", item.document_id as "documentId",
  item.provider_reference as "providerReference", item.bank_name as "bankName", item.account, item.from_date as "from",
  item.to_date as "to", item.currency, item.opening_balance as "openingBalance", item.closing_balance as "closingBalance",
  item.total_credits as "totalCredits", item.total_debits as "totalDebits", item.transaction_count as "transactionCount",
  item.reconciles, item.provider_check as "providerCheck", item.page_count as "pageCount", item.months,
  item.missing_months as "missingMonths", item.fraud_signals as "fraudSignals", item.confidence,
  item.duplicate_of_id as "duplicateOfId", item.overlap_ids as "overlapIds"`

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
  limit: number = listLimits.statements,
): Promise<Map<string, FoundStatement[]>> {
  const rows = await queries.rows<StatementRow & { parentKey: string; foundInDocumentId: string | null }>(sql`
    select found.* from unnest(${analysisIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns}, own.ordinal, own.document_id as "foundInDocumentId", parent.key as "parentKey"
      from statements as own
      join statements as item on ${isSameStatement} and item.current
      where ${within(reach)} and own.analysis_id = parent.key and own.published_at is not null
      order by own.ordinal, own.id limit ${limit}
    ) as found
    order by found."parentKey", found.ordinal, found.id`)
  return Map.groupBy(rows.map(toStatement), row => row.parentKey)
}

/**
 * Statements of an applicant or a case, latest period first. Without duplicates, the list of a case has only the most
 * complete one of a statement and its copies in the case.
 */
export const statementList: ListDefinition<StatementListArgs, StatementRow, Statement> = (
  { kind, keys },
  { includeDuplicates },
) => ({
  parents: keys,
  columns,
  ...(kind === 'applicant'
    ? {
        from: [sql`statements as item`],
        conditions: [
          sql`item.applicant_id = parent.key and item.current`,
          ...(includeDuplicates ? [] : [sql`item.duplicate_of_id is null`]),
        ],
      }
    : {
        from: [sql`statements as own join statements as item on ${isSameStatement} and item.current`],
        conditions: [
          sql`own.case_id = parent.key and own.in_case`,
          ...(includeDuplicates ? [] : [sql`own.leads_in_case`]),
        ],
      }),
  order: {
    columns: [
      dateColumn(sql`coalesce(item.to_date, item.from_date, '-infinity')`),
      integerColumn(sql`item.ordinal`),
      textColumn(sql`item.id`),
    ],
    descending: true,
  },
  toItem: toStatement,
})

function toStatement<Row extends StatementRow>(row: Row) {
  const { currency } = row
  const money = (value: Decimal | null): MonetaryAmount | null => (value === null ? null : { value, currency })
  return {
    ...row,
    openingBalance: money(row.openingBalance),
    closingBalance: money(row.closingBalance),
    totalCredits: money(row.totalCredits),
    totalDebits: money(row.totalDebits),
  }
}

import type { Metric, RiskAssessment } from '../domain/risk-assessment.ts'
import type { Statement } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'
import {
  columnsOfRecord,
  type StagedTransaction,
  stagedRecord,
  storedColumns,
  toRecord,
} from './transaction-columns.ts'

// Nobody reads the content of a collection before `publishCollection`.

export interface NewCollection {
  readonly id: string
  readonly applicantId: string
  readonly analysisId: string
  readonly createdAt: Date
}

/** Begins a collection and deletes an unpublished one of the same analysis, which was interrupted. */
export async function startCollection(queries: Queries, tenant: TenantId, collection: NewCollection): Promise<void> {
  await queries.rows(sql`
    delete from collections
    where tenant_id = ${tenant} and analysis_id = ${collection.analysisId} and published_at is null`)
  await queries.rows(sql`
    insert into collections (tenant_id, id, applicant_id, analysis_id, created_at)
    values (${tenant}, ${collection.id}, ${collection.applicantId}, ${collection.analysisId}, ${collection.createdAt})`)
}

/** A statement as it is staged. `finishCollection` computes what follows from its transactions. */
export interface StagedStatement
  extends Omit<
    Statement,
    'transactionCount' | 'reconciles' | 'months' | 'missingMonths' | 'duplicateOfId' | 'overlapIds'
  > {
  readonly ordinal: number
  readonly documentSha256: string | null
  readonly statedTransactionCount: number | null
  readonly createdAt: Date
}

export async function stageStatement(queries: Queries, tenant: TenantId, statement: StagedStatement): Promise<void> {
  await queries.rows(sql`
    insert into statements (tenant_id, collection_id, id, ordinal, provider_id, applicant_id, analysis_id, document_id,
      document_sha256, provider_reference, bank_name, account, from_date, to_date, currency,
      opening_balance, closing_balance, total_credits, total_debits, stated_transaction_count, provider_check,
      page_count, fraud_signals, confidence, created_at)
    values (${tenant}, ${statement.collectionId}, ${statement.id}, ${statement.ordinal}, ${statement.providerId},
      ${statement.applicantId}, ${statement.analysisId}, ${statement.documentId}, ${statement.documentSha256},
      ${statement.providerReference}, ${statement.bankName}, ${JSON.stringify(statement.account)},
      ${statement.from}, ${statement.to}, ${statement.currency}, ${statement.openingBalance?.value ?? null},
      ${statement.closingBalance?.value ?? null}, ${statement.totalCredits?.value ?? null},
      ${statement.totalDebits?.value ?? null}, ${statement.statedTransactionCount}, ${statement.providerCheck},
      ${statement.pageCount}, ${JSON.stringify(statement.fraudSignals)},
      ${statement.confidence === null ? null : JSON.stringify(statement.confidence)}, ${statement.createdAt})
    on conflict do nothing`)
}

/** Stages up to a thousand transactions with one SQL statement. */
export async function stageTransactions(
  queries: Queries,
  tenant: TenantId,
  transactions: readonly StagedTransaction[],
): Promise<void> {
  const records = transactions.map(one => ({
    ...toRecord(one),
    id_scope: one.idSource?.scope,
    id_content: one.idSource?.content,
  }))
  await queries.rows(sql`
    insert into staged_transactions (${storedColumns}, id_scope, id_content)
    select ${tenant}, ${columnsOfRecord}, given.id_scope, given.id_content
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(${stagedRecord}, id_scope integer, id_content text)`)
}

/** Stages an assessment with its metrics. One that is already staged stays as it is. */
export async function stageRiskAssessment(
  queries: Queries,
  tenant: TenantId,
  assessment: RiskAssessment,
  metrics: readonly Metric[],
): Promise<void> {
  const { collectionId, id, score, flag } = assessment
  const staged = await queries.rows(sql`
    insert into risk_assessments (tenant_id, collection_id, id, kind, provider_id, applicant_id, analysis_id,
      assessed_at, provider_reference, level, score, risk_class, flag, signals)
    values (${tenant}, ${collectionId}, ${id}, ${assessment.kind}, ${assessment.providerId},
      ${assessment.applicantId}, ${assessment.analysisId}, ${assessment.assessedAt}, ${assessment.providerReference},
      ${assessment.level}, ${score === null ? null : JSON.stringify(score)}, ${assessment.riskClass},
      ${flag === null ? null : JSON.stringify(flag)}, ${JSON.stringify(assessment.signals)})
    on conflict do nothing
    returning id`)
  if (staged.length === 0) return
  for (let start = 0; start < metrics.length; start += metricsPerInsert) {
    const some = JSON.stringify(metrics.slice(start, start + metricsPerInsert))
    await queries.rows(sql`
      insert into risk_metrics (tenant_id, collection_id, assessment_id, ordinal, name, value, unit, basis)
      select ${tenant}, ${collectionId}, ${id}, ${start}::integer + m.ordinality - 1, m.value->>'name',
        (m.value->>'value')::numeric, m.value->>'unit', m.value->>'basis'
      from jsonb_array_elements(${some}::jsonb) with ordinality as m`)
  }
}

const metricsPerInsert = 1_000

/**
 * Computes, for each statement of a collection, what follows from its transactions: their number, whether they explain
 * the balances exactly, the months that have transactions and those that are missing, the first and last day, and a
 * digest that is equal for statements with the same transactions. Where transactions have no date, the statement's
 * period is part of the digest; without a period there is no digest.
 */
export async function finishCollection(queries: Queries, tenant: TenantId, collectionId: string): Promise<void> {
  // A transaction may refer to a statement that the vendor did not deliver.
  await queries.rows(sql`
    update staged_transactions t set statement_id = null
    where t.tenant_id = ${tenant} and t.owner_id = ${collectionId} and t.statement_id is not null and not exists (
      select 1 from statements s
      where s.tenant_id = t.tenant_id and s.collection_id = t.owner_id and s.id = t.statement_id)`)
  await queries.rows(sql`
    update staged_transactions t set effective_date = coalesce(s.to_date, s.from_date, t.effective_date)
    from statements s
    where t.tenant_id = ${tenant} and t.owner_id = ${collectionId} and t.booking_date is null and t.value_date is null
      and s.tenant_id = t.tenant_id and s.collection_id = t.owner_id and s.id = t.statement_id
      and t.effective_date <> coalesce(s.to_date, s.from_date, t.effective_date)`)
  // Grouped before it is joined, so that the transactions are read once and not once for each statement.
  await queries.rows(sql`
    with facts as materialized (
      select statement_id, count(*) as count, sum(amount) as sum, min(currency) as first_currency, max(currency) as last_currency,
        bool_and(coalesce(booking_date, value_date) is not null) as dated,
        min(coalesce(booking_date, value_date)) as first_day, max(coalesce(booking_date, value_date)) as last_day,
        array_agg(distinct to_char(effective_date, 'YYYY-MM')) as months,
        encode(sha256(convert_to(string_agg(fingerprint, ',' order by fingerprint), 'UTF8')), 'hex') as digest
      from staged_transactions
      where tenant_id = ${tenant} and owner_id = ${collectionId} and statement_id is not null
      group by statement_id
    ),
    found as (
      select s.id, coalesce(count, 0) as count, coalesce(sum, 0) as sum, dated, facts.first_day, facts.last_day,
        coalesce(facts.months, '{}') as months, digest,
        coalesce(first_currency = s.currency and last_currency = s.currency, true) as one_currency
      from statements s left join facts on facts.statement_id = s.id
      where s.tenant_id = ${tenant} and s.collection_id = ${collectionId}
    )
    update statements s set transaction_count = found.count, months = found.months,
      transaction_sum = case when found.one_currency then found.sum end,
      case_id = (select case_id from analyses a where a.tenant_id = s.tenant_id and a.id = s.analysis_id),
      first_day = least(s.from_date, s.to_date, found.first_day), last_day = greatest(s.from_date, s.to_date, found.last_day),
      content_digest = case when found.dated then found.digest
        when s.from_date is not null and s.to_date is not null then found.digest || s.from_date || s.to_date end,
      reconciles = case when found.one_currency then s.opening_balance + found.sum = s.closing_balance end,
      missing_months = array(
        select to_char(month, 'YYYY-MM')
        from generate_series(date_trunc('month', s.from_date::timestamp), s.to_date::timestamp, '1 month') as month
        where to_char(month, 'YYYY-MM') <> all (found.months) order by month)
    from found
    where s.tenant_id = ${tenant} and s.collection_id = ${collectionId} and s.id = found.id`)
}

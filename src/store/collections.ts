import type { RiskAssessment } from '../domain/risk-assessment.ts'
import type { Statement } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Transaction as Movement } from '../domain/transaction.ts'
import type { Queries, Transaction } from './database.ts'
import { toSearchText } from './fold-text.ts'
import { sql } from './sql.ts'

// What a collection holds is invisible to readers until `publishCollection`.

export interface NewCollection {
  readonly id: string
  readonly applicantId: string
  readonly analysisId: string
  readonly createdAt: Date
}

/** Begins a collection, and drops what an interrupted one of the same analysis left. */
export async function startCollection(queries: Queries, tenant: TenantId, collection: NewCollection): Promise<void> {
  await queries.rows(sql`
    delete from collections
    where tenant_id = ${tenant} and analysis_id = ${collection.analysisId} and published_at is null`)
  await queries.rows(sql`
    insert into collections (tenant_id, id, applicant_id, analysis_id, created_at)
    values (${tenant}, ${collection.id}, ${collection.applicantId}, ${collection.analysisId}, ${collection.createdAt})`)
}

/** A statement as it is staged; what follows from its transactions is worked out by `finishCollection`. */
export interface StagedStatement
  extends Omit<Statement, 'transactionCount' | 'reconciles' | 'months' | 'missingMonths' | 'duplicateOfId'> {
  readonly ordinal: number
  readonly documentSha256: string | null
  readonly statedTransactionCount: number | null
  readonly createdAt: Date
}

export async function stageStatement(queries: Queries, tenant: TenantId, statement: StagedStatement): Promise<void> {
  const number = statement.account.accountNumber ?? statement.account.iban
  await queries.rows(sql`
    insert into statements (tenant_id, collection_id, id, ordinal, provider_id, applicant_id, analysis_id, document_id,
      document_sha256, provider_reference, bank_name, account, account_number, from_date, to_date, currency,
      opening_balance, closing_balance, total_credits, total_debits, stated_transaction_count, provider_check,
      page_count, fraud_signals, confidence, created_at)
    values (${tenant}, ${statement.collectionId}, ${statement.id}, ${statement.ordinal}, ${statement.providerId},
      ${statement.applicantId}, ${statement.analysisId}, ${statement.documentId}, ${statement.documentSha256},
      ${statement.providerReference}, ${statement.bankName}, ${JSON.stringify(statement.account)}, ${number},
      ${statement.from}, ${statement.to}, ${statement.currency}, ${statement.openingBalance?.value ?? null},
      ${statement.closingBalance?.value ?? null}, ${statement.totalCredits?.value ?? null},
      ${statement.totalDebits?.value ?? null}, ${statement.statedTransactionCount}, ${statement.providerCheck},
      ${statement.pageCount}, ${JSON.stringify(statement.fraudSignals)},
      ${statement.confidence === null ? null : JSON.stringify(statement.confidence)}, ${statement.createdAt})
    on conflict do nothing`)
}

export interface StagedTransaction extends Omit<Movement, 'collectionId' | 'providerId' | 'applicantId'> {
  readonly position: number
  readonly fingerprint: string
}

/** Up to a thousand transactions in one statement. */
export async function stageTransactions(
  queries: Queries,
  tenant: TenantId,
  owner: Pick<Movement, 'collectionId' | 'providerId' | 'applicantId'>,
  transactions: readonly StagedTransaction[],
): Promise<void> {
  const rows = transactions.map(transaction => ({
    ...transaction,
    value: transaction.amount.value,
    currency: transaction.amount.currency,
    category: transaction.category?.code ?? null,
    providerCategory: transaction.category?.providerCode ?? null,
    balance: transaction.balanceAfter?.value ?? null,
    searchText: toSearchText(transaction.description, transaction.counterparty?.name ?? null),
  }))
  await queries.rows(sql`
    insert into transactions (tenant_id, collection_id, id, provider_id, applicant_id, statement_id, position,
      provider_transaction_id, status, amount, currency, direction, booking_date, value_date, effective_date,
      description, counterparty, channel, category, provider_category, tags, codes, mandate_reference, reference,
      balance_after, fingerprint, search_text)
    select ${tenant}, ${owner.collectionId}, r.id, ${owner.providerId}, ${owner.applicantId}, r."statementId", r.position,
      r."providerTransactionId", r.status, r.value, r.currency, r.direction, r."bookingDate", r."valueDate",
      r."effectiveDate", r.description, nullif(r.counterparty, 'null'::jsonb), r.channel, r.category,
      r."providerCategory", r.tags, r.codes, r."mandateReference", r.reference, r.balance, r.fingerprint,
      r."searchText"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, "statementId" text, position integer,
      "providerTransactionId" text, status text, value numeric, currency text, direction text, "bookingDate" date,
      "valueDate" date, "effectiveDate" date, description text, counterparty jsonb, channel text, category text,
      "providerCategory" text, tags jsonb, codes jsonb, "mandateReference" text, reference text, balance numeric,
      fingerprint text, "searchText" text)`)
}

export async function stageRiskAssessment(
  queries: Queries,
  tenant: TenantId,
  assessment: RiskAssessment,
): Promise<void> {
  await queries.rows(sql`
    insert into risk_assessments (tenant_id, collection_id, id, kind, provider_id, applicant_id, analysis_id,
      assessed_at, provider_reference, level, score, risk_class, flag, signals, metrics)
    values (${tenant}, ${assessment.collectionId}, ${assessment.id}, ${assessment.kind}, ${assessment.providerId},
      ${assessment.applicantId}, ${assessment.analysisId}, ${assessment.assessedAt}, ${assessment.providerReference},
      ${assessment.level}, ${assessment.score === null ? null : JSON.stringify(assessment.score)},
      ${assessment.riskClass}, ${assessment.flag === null ? null : JSON.stringify(assessment.flag)},
      ${JSON.stringify(assessment.signals)}, ${JSON.stringify(assessment.metrics)})
    on conflict do nothing`)
}

/**
 * Works out what follows from the transactions of a collection: how many there are, whether they explain the balances
 * exactly, which months they fall into and which are missing, and the digest by which copies are recognised.
 */
export async function finishCollection(queries: Queries, tenant: TenantId, collectionId: string): Promise<void> {
  await queries.rows(sql`
    update transactions t set effective_date = coalesce(s.to_date, s.from_date, t.effective_date)
    from statements s
    where t.tenant_id = ${tenant} and t.collection_id = ${collectionId} and t.booking_date is null and t.value_date is null
      and s.tenant_id = t.tenant_id and s.collection_id = t.collection_id and s.id = t.statement_id`)
  await queries.rows(sql`
    with facts as (
      select s.id, count(t.id) as count, coalesce(sum(t.amount), 0) as sum,
        bool_and(t.currency = s.currency) as one_currency,
        coalesce(array_agg(distinct to_char(t.effective_date, 'YYYY-MM')) filter (where t.id is not null), '{}') as months,
        encode(sha256(convert_to(coalesce(string_agg(t.fingerprint, ',' order by t.fingerprint), ''), 'UTF8')), 'hex') as digest
      from statements s
      left join transactions t
        on t.tenant_id = s.tenant_id and t.collection_id = s.collection_id and t.statement_id = s.id
      where s.tenant_id = ${tenant} and s.collection_id = ${collectionId}
      group by s.tenant_id, s.collection_id, s.id
    )
    update statements s set transaction_count = facts.count, months = facts.months, content_digest = facts.digest,
      reconciles = case when facts.one_currency is false then null
        else s.opening_balance + facts.sum = s.closing_balance end,
      missing_months = array(
        select to_char(month, 'YYYY-MM')
        from generate_series(date_trunc('month', s.from_date::timestamp), s.to_date::timestamp, '1 month') as month
        where to_char(month, 'YYYY-MM') <> all (facts.months) order by month)
    from facts
    where s.tenant_id = ${tenant} and s.collection_id = ${collectionId} and s.id = facts.id`)
}

/**
 * Makes a finished collection visible, in the transaction that also moves its analysis. A statement that the applicant
 * already has (the same document, or the same account with the same movements) is marked as a copy of the first. Several
 * accounts in one document are told apart by their numbers, but not between providers, which write them differently.
 */
export async function publishCollection(
  tx: Transaction,
  tenant: TenantId,
  { id, applicantId }: Pick<NewCollection, 'id' | 'applicantId'>,
  at: Date,
): Promise<void> {
  // Two publications for one applicant must see each other's statements.
  await tx.rows(sql`select id from applicants where tenant_id = ${tenant} and id = ${applicantId} for no key update`)
  await tx.rows(sql`
    update statements copy set duplicate_of_id = (
      select first.id from statements first
      join collections c on c.tenant_id = first.tenant_id and c.id = first.collection_id and c.published_at is not null
      where first.tenant_id = copy.tenant_id and first.applicant_id = copy.applicant_id
        and first.duplicate_of_id is null and first.collection_id <> copy.collection_id and first.id <> copy.id
        and ((first.document_sha256 = copy.document_sha256
            and (first.account_number is not distinct from copy.account_number or first.provider_id <> copy.provider_id))
          or (first.account_number = copy.account_number and first.content_digest = copy.content_digest
            and copy.transaction_count > 0))
      order by first.account_number is not distinct from copy.account_number desc, first.created_at, first.ordinal, first.id
      limit 1)
    where copy.tenant_id = ${tenant} and copy.collection_id = ${id}`)
  await tx.rows(sql`update collections set published_at = ${at} where tenant_id = ${tenant} and id = ${id}`)
}

/** Drops collections that were begun before a moment and never published. */
export async function sweepCollections(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from collections where published_at is null and created_at < ${before}`)
}

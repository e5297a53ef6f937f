import { type AnalysisStatus, isFinal } from '../domain/analysis.ts'
import type { Case, CaseStatus } from '../domain/case.ts'
import { caseStatusOf } from '../domain/case.ts'
import { parseJsonExactly } from '../domain/exact-number.ts'
import { isJsonValue, type JsonValue } from '../domain/json.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { newestFirst } from './keyset.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Which cases are wanted; absent members let every case through. */
export interface CaseFilter {
  readonly applicantId?: string | null
  readonly reference?: string | null
}

interface CaseRow {
  readonly id: string
  readonly applicant_id: string
  readonly reference: string | null
  readonly use_case: string | null
  /** As JSON text: parsed by the driver, numbers would lose digits. */
  readonly declared: string | null
  readonly status: CaseStatus
  readonly opened_at: Date
  readonly updated_at: Date
}

const columns = sql`item.id, item.applicant_id, item.reference, item.use_case, item.declared::text as declared, item.status, item.opened_at, item.updated_at`

export async function readCases(queries: Queries, tenant: TenantId, ids: readonly string[]): Promise<Case[]> {
  const rows = await queries.rows<CaseRow>(sql`
    select ${columns} from cases as item where item.tenant_id = ${tenant} and item.id = any(${ids})`)
  return rows.map(toCase)
}

/**
 * Works out where a case stands after one of its analyses has changed, and keeps it with the case. Nobody else does that for
 * the same case before the transaction ends.
 *
 * @returns whether every analysis of the case has ended
 */
export async function settleCase({ tx, context: { tenant }, at }: UnitOfWork, caseId: string): Promise<boolean> {
  await tx.rows(sql`select id from cases where tenant_id = ${tenant} and id = ${caseId} for no key update`)
  const rows = await tx.rows<{ status: AnalysisStatus }>(sql`
    select item.status from analyses as item
    where item.tenant_id = ${tenant} and item.case_id = ${caseId} and not exists (
      select 1 from analyses as successor where successor.tenant_id = ${tenant} and successor.retry_of_id = item.id
    )`)
  const statuses = rows.map(row => row.status)
  await tx.rows(sql`
    update cases set status = ${caseStatusOf(statuses)}, updated_at = ${at}
    where tenant_id = ${tenant} and id = ${caseId}`)
  return statuses.every(isFinal)
}

/** Cases of a tenant or an applicant, newest first. */
export const caseList: ListDefinition<CaseFilter, CaseRow, Case> = {
  toQuery: (_tenant, parents, filter) => ({
    parents: parents.keys,
    columns,
    from: [sql`cases as item`],
    conditions: [
      parents.kind === 'applicant' ? sql`item.applicant_id = parent.key` : null,
      filter.applicantId == null ? null : sql`item.applicant_id = ${filter.applicantId}`,
      filter.reference == null ? null : sql`item.reference = ${filter.reference}`,
    ].filter(condition => condition !== null),
  }),
  toOrder: () => newestFirst(sql`item.opened_at`),
  toItem: toCase,
}

function toCase(row: CaseRow): Case {
  return {
    id: row.id,
    applicantId: row.applicant_id,
    reference: row.reference,
    useCase: row.use_case,
    declared: row.declared === null ? null : parseDeclared(row.declared),
    status: row.status,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
  }
}

function parseDeclared(text: string): JsonValue {
  const declared = parseJsonExactly(text)
  return isJsonValue(declared) ? declared : null
}

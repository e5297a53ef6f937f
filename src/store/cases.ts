import { type AnalysisStatus, isFinal } from '../domain/analysis.ts'
import { type Case, type CaseStatus, caseStatuses, caseStatusOf } from '../domain/case.ts'
import { parseJsonExactly } from '../domain/exact-number.ts'
import { isJsonValue, type JsonValue } from '../domain/json.ts'
import type { Reach } from '../domain/reach.ts'
import { type InstantRange, isWithin } from './conditions.ts'
import type { ReachQueries } from './database.ts'
import { type ListDefinition, newestFirst } from './keyset.ts'
import { type Fragment, sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { within } from './within.ts'

/** Which cases a list shows. An absent member excludes nothing. */
export interface CaseFilter {
  readonly applicantId?: string | null
  readonly reference?: string | null
  readonly statuses?: readonly CaseStatus[] | null
  readonly useCases?: readonly string[] | null
  readonly openedAt?: InstantRange | null
  readonly updatedAt?: InstantRange | null
}

export type CaseOrder = 'OPENED_AT_DESC' | 'OPENED_AT_ASC' | 'UPDATED_AT_DESC' | 'UPDATED_AT_ASC'

export interface CaseListArgs {
  readonly filter: CaseFilter
  readonly orderBy: CaseOrder
}

interface CaseRow extends Omit<Case, 'declared'> {
  /** As JSON text, because the driver's parser would round numbers. */
  readonly declared: string | null
}

const columns = sql`item.id, item.applicant_id as "applicantId", item.reference, item.use_case as "useCase", item.declared::text as declared,
  item.status, item.opened_at as "openedAt", item.updated_at as "updatedAt"`

export async function readCases(queries: ReachQueries, reach: Reach, ids: readonly string[]): Promise<Case[]> {
  const rows = await queries.rows<CaseRow>(sql`
    select ${columns} from cases as item where ${within(reach)} and item.id = any(${ids})`)
  return rows.map(toCase)
}

/**
 * Computes and stores the status of a case after one of its analyses has changed. The case is locked until the
 * transaction ends.
 *
 * @returns whether every analysis of the case has ended
 */
export async function settleCase({ tx, context: { tenant }, at }: UnitOfWork, caseId: string): Promise<boolean> {
  const [before] = await tx.rows<Pick<Case, 'status'>>(sql`
    update cases set updated_at = ${at} where tenant_id = ${tenant} and id = ${caseId} returning status`)
  const rows = await tx.rows<{ status: AnalysisStatus }>(sql`
    select item.status from analyses as item
    where item.tenant_id = ${tenant} and item.case_id = ${caseId} and not exists (
      select 1 from analyses as successor where successor.tenant_id = ${tenant} and successor.retry_of_id = item.id
    )`)
  const statuses = rows.map(row => row.status)
  const status = caseStatusOf(statuses)
  if (status !== before?.status)
    await tx.rows(sql`update cases set status = ${status} where tenant_id = ${tenant} and id = ${caseId}`)
  return statuses.every(isFinal)
}

/** Cases of a tenant or an applicant. */
export const caseList: ListDefinition<CaseListArgs, CaseRow, Case> = (parents, { filter, orderBy }) => {
  const { applicantId, reference, statuses, useCases, openedAt, updatedAt } = filter
  // An index is in list order only within one status (and use case). Reading each one by itself, no more rows are
  // read than the page needs.
  const parts = useCases
    ? [...new Set(useCases)].flatMap(useCase =>
        [...new Set(statuses ?? caseStatuses)].map(status => sql`use_case = ${useCase} and status = ${status}`),
      )
    : statuses && [...new Set(statuses)].map(status => sql`status = ${status}`)
  const otherRange = isByOpening(orderBy) ? updatedAt : openedAt
  return {
    parents: parents.keys,
    columns,
    from: parts?.length ? parts.map(toPart) : [sql`cases as item`],
    conditions: [
      ...(parts?.length === 0 ? [sql`false`] : []),
      ...(parents.kind === 'applicant' ? [sql`item.applicant_id = parent.key`] : []),
      ...(applicantId == null ? [] : [sql`item.applicant_id = ${applicantId}`]),
      ...(reference == null ? [] : [sql`item.reference = ${reference}`]),
      ...isWithin(sql`item.opened_at`, openedAt),
      ...isWithin(sql`item.updated_at`, updatedAt),
    ],
    isSlow: otherRange != null,
    order: {
      ...newestFirst(isByOpening(orderBy) ? sql`item.opened_at` : sql`item.updated_at`),
      descending: orderBy === 'OPENED_AT_DESC' || orderBy === 'UPDATED_AT_DESC',
    },
    toItem: toCase,
  }
}

const isByOpening = (order: CaseOrder) => order === 'OPENED_AT_DESC' || order === 'OPENED_AT_ASC'

const toPart = (condition: Fragment) => sql`(select * from cases where ${condition}) as item`

function toCase(row: CaseRow): Case {
  return { ...row, declared: row.declared === null ? null : parseDeclared(row.declared) }
}

function parseDeclared(text: string): JsonValue {
  const declared = parseJsonExactly(text)
  return isJsonValue(declared) ? declared : null
}

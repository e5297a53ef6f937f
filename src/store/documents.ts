import type { CalendarDate } from '../domain/calendar-date.ts'
import type { CaseDocument, DocumentKind, DocumentPeriod, DocumentStatus } from '../domain/document.ts'
import type { Reach } from '../domain/reach.ts'
import type { ErrorCode } from '../errors.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

interface DocumentRow {
  readonly id: string
  readonly case_id: string
  readonly applicant_id: string
  readonly file_name: string
  readonly kind: DocumentKind
  readonly media_type: string | null
  readonly byte_size: number | null
  readonly sha256: string | null
  readonly period: DocumentPeriod | null
  readonly date: CalendarDate | null
  readonly status: DocumentStatus
  readonly rejection_code: ErrorCode | null
  readonly rejection_message: string | null
  readonly created_at: Date
  readonly stored_at: Date | null
}

const columns = sql`item.id, item.case_id, item.applicant_id, item.file_name, item.kind, item.media_type, item.byte_size, item.sha256,
  item.period, item.date, item.status, item.rejection_code, item.rejection_message, item.created_at, item.stored_at`

export async function readDocuments(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<CaseDocument[]> {
  const rows = await queries.rows<DocumentRow>(sql`
    select ${columns} from documents as item where ${within(reach)} and item.id = any(${ids})`)
  return rows.map(toDocument)
}

/** The newest documents of each case, oldest of them first, by case. */
export async function readDocumentsOfCases(
  queries: ReachQueries,
  reach: Reach,
  caseIds: readonly string[],
  limit: number,
): Promise<Map<string, CaseDocument[]>> {
  const rows = await queries.rows<DocumentRow>(sql`
    select item.* from unnest(${caseIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns} from documents as item where ${within(reach)} and item.case_id = parent.key
      order by item.created_at desc, item.id desc limit ${limit}
    ) as item
    order by item.case_id, item.created_at, item.id`)
  return Map.groupBy(rows.map(toDocument), document => document.caseId)
}

function toDocument(row: DocumentRow): CaseDocument {
  const { rejection_code: code, rejection_message: message } = row
  return {
    id: row.id,
    caseId: row.case_id,
    applicantId: row.applicant_id,
    fileName: row.file_name,
    kind: row.kind,
    mediaType: row.media_type,
    byteSize: row.byte_size,
    sha256: row.sha256,
    period: row.period,
    date: row.date,
    status: row.status,
    createdAt: row.created_at,
    storedAt: row.stored_at,
    rejection: code === null ? null : { code, message: message ?? '', field: null },
  }
}

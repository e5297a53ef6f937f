import type { CaseDocument } from '../domain/document.ts'
import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import type { ErrorCode } from '../errors.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

interface DocumentRow extends Omit<CaseDocument, 'rejection'> {
  readonly rejectionCode: ErrorCode | null
  readonly rejectionMessage: string | null
}

const columns = sql`item.id, item.case_id as "caseId", item.applicant_id as "applicantId", item.file_name as "fileName", item.kind,
  item.media_type as "mediaType", item.byte_size as "byteSize", item.sha256, item.period, item.date, item.status,
  item.rejection_code as "rejectionCode", item.rejection_message as "rejectionMessage", item.created_at as "createdAt",
  item.stored_at as "storedAt"`

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
  limit: number = listLimits.documents,
): Promise<Map<string, CaseDocument[]>> {
  const rows = await queries.rows<DocumentRow>(sql`
    select item.* from unnest(${caseIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns} from documents as item where ${within(reach)} and item.case_id = parent.key
      order by item.created_at desc, item.id desc limit ${limit}
    ) as item
    order by item."caseId", item."createdAt", item.id`)
  return Map.groupBy(rows.map(toDocument), document => document.caseId)
}

function toDocument({ rejectionCode: code, rejectionMessage, ...row }: DocumentRow): CaseDocument {
  return { ...row, rejection: code === null ? null : { code, message: rejectionMessage ?? '', field: null } }
}

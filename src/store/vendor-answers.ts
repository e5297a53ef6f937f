import type { VendorAccountId } from '../domain/subject.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

// Answers to questions that are not about an applicant, such as for a list of banks.

/** A stored answer, as JSON. */
export interface KeptAnswer {
  readonly answer: unknown
  readonly retrievedAt: Date
}

/** Stores the answers, by question, in place of older ones. */
export async function saveVendorAnswers(
  queries: Queries,
  { providerId, accountKey }: VendorAccountId,
  answers: ReadonlyMap<string, KeptAnswer>,
): Promise<void> {
  const rows = [...answers].map(([question, answer]) => ({ question, ...answer }))
  if (rows.length === 0) return
  await queries.acrossTenants(sql`
    insert into vendor_answers (provider_id, account_key, question, answer, retrieved_at)
    select ${providerId}, ${accountKey}, row.question, row.answer, row."retrievedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(question text, answer jsonb, "retrievedAt" timestamptz)
    order by row.question
    on conflict (provider_id, account_key, question) do update
    set answer = excluded.answer, retrieved_at = excluded.retrieved_at
    where vendor_answers.retrieved_at < excluded.retrieved_at`)
}

/** The stored answers, by question. A question without an answer has no entry. */
export async function readVendorAnswers(
  queries: Queries,
  { providerId, accountKey }: VendorAccountId,
  questions: readonly string[],
): Promise<Map<string, KeptAnswer>> {
  const rows = await queries.acrossTenants<KeptAnswer & { question: string }>(sql`
    select question, answer, retrieved_at as "retrievedAt" from vendor_answers
    where provider_id = ${providerId} and account_key = ${accountKey} and question = any(${questions})`)
  return new Map(rows.map(({ question, ...answer }) => [question, answer]))
}

/** Deletes answers from before a moment. */
export function purgeVendorAnswers(queries: Queries, before: Date): Promise<void> {
  return deleteInBatches(queries, sql`vendor_answers`, sql`retrieved_at < ${before}`)
}

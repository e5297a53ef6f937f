import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** A question to an account of a vendor that is about nobody, such as which banks it knows. */
export interface VendorQuestion {
  readonly providerId: string
  readonly accountKey: string
  readonly question: string
}

export interface VendorAnswer {
  readonly answer: unknown
  readonly retrievedAt: Date
}

/** Keeps the answer in place of an older one. */
export async function saveVendorAnswer(
  queries: Queries,
  { providerId, accountKey, question }: VendorQuestion,
  { answer, retrievedAt }: VendorAnswer,
): Promise<void> {
  await queries.acrossTenants(sql`
    insert into vendor_answers (provider_id, account_key, question, answer, retrieved_at)
    values (${providerId}, ${accountKey}, ${question}, ${JSON.stringify(answer)}, ${retrievedAt})
    on conflict (provider_id, account_key, question) do update
    set answer = excluded.answer, retrieved_at = excluded.retrieved_at
    where vendor_answers.retrieved_at < excluded.retrieved_at`)
}

/** @returns null when the question was never answered */
export async function readVendorAnswer(
  queries: Queries,
  { providerId, accountKey, question }: VendorQuestion,
): Promise<VendorAnswer | null> {
  const [row] = await queries.acrossTenants<VendorAnswer>(sql`
    select answer, retrieved_at as "retrievedAt" from vendor_answers
    where provider_id = ${providerId} and account_key = ${accountKey} and question = ${question}`)
  return row ?? null
}

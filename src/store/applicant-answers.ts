import { wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { holdApplicant } from './applicant-locks.ts'
import type { Database, Queries } from './database.ts'
import { sql } from './sql.ts'
import type { KeptAnswer } from './vendor-answers.ts'

/** An applicant at a provider that answers questions about them. The answers are deleted with the applicant. */
export interface ApplicantAtProvider {
  readonly tenant: TenantId
  readonly applicantId: string
  readonly providerId: string
}

/** The stored answers, by question. A question without an answer has no entry. */
export async function readApplicantAnswers(
  queries: Queries,
  { tenant, applicantId, providerId }: ApplicantAtProvider,
  questions: readonly string[],
): Promise<Map<string, KeptAnswer>> {
  const rows = await queries.rows<KeptAnswer & { question: string }>(sql`
    select question, answer, retrieved_at as "retrievedAt" from applicant_answers
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}
      and question = any(${questions})`)
  return new Map(rows.map(({ question, ...answer }) => [question, answer]))
}

/** Stores the answers, by question, in place of older ones; nothing if the applicant has been erased meanwhile. */
export async function saveApplicantAnswers(
  database: Database,
  { tenant, applicantId, providerId }: ApplicantAtProvider,
  answers: ReadonlyMap<string, KeptAnswer>,
): Promise<void> {
  await database.transaction(async tx => {
    if (!(await holdApplicant(tx, wholeTenant(tenant), applicantId))) return
    for (const [question, { answer, retrievedAt }] of answers)
      await tx.rows(sql`
        insert into applicant_answers (tenant_id, applicant_id, provider_id, question, answer, retrieved_at)
        values (${tenant}, ${applicantId}, ${providerId}, ${question}, ${JSON.stringify(answer)}, ${retrievedAt})
        on conflict (tenant_id, applicant_id, provider_id, question) do update
        set answer = excluded.answer, retrieved_at = excluded.retrieved_at
        where applicant_answers.retrieved_at < excluded.retrieved_at`)
  })
}

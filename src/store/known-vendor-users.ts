import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** Those of a vendor's user ids that belong to an applicant of any tenant, or did before the applicant was erased. */
export async function findKnownVendorUsers(
  queries: Queries,
  providerId: string,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await queries.acrossTenants<{ reference: string }>(sql`
    select reference from bank_users where provider_id = ${providerId} and reference = any(${references})
    union
    select unnest(vendor_references) from erasure_remainders
    where provider_id = ${providerId} and vendor_references && ${references}`)
  return new Set(rows.map(row => row.reference))
}

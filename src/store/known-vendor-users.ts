import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** Of a vendor's users, by the vendor's ids, those that an applicant of any tenant has, or had before it was erased. */
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

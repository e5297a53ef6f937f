import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'
import type { IdSource } from './transaction-columns.ts'

// Equal transactions of a collection are told apart by ordinals. The database counts them when all are staged, so a
// collection of any size takes the same memory.

/** The most rows that `readRepeated` returns. */
const rowsPerRead = 1_000

/**
 * Numbers the staged transactions of a collection, in order of position: those with the same id, and those of one
 * statement with the same fingerprint, whose ordinal it replaces. All were staged as the first of their kind.
 */
export async function numberRepeated(tx: Transaction, tenant: TenantId, collectionId: string): Promise<void> {
  await tx.rows(sql`
    with numbered as (
      select position,
        row_number() over (partition by id collate "C" order by position) - 1 as id_ordinal,
        row_number() over (partition by statement_id collate "C", fingerprint collate "C" order by position) - 1 as ordinal
      from staged_transactions where tenant_id = ${tenant} and owner_id = ${collectionId}
    ),
    repeated as (select * from numbered where id_ordinal > 0 or ordinal > 0)
    update staged_transactions t set id_ordinal = repeated.id_ordinal,
      fingerprint = split_part(t.fingerprint, ':', 1) || ':' || repeated.ordinal
    from repeated
    where t.tenant_id = ${tenant} and t.owner_id = ${collectionId} and t.position = repeated.position`)
}

/** A staged transaction with the id of an earlier one. */
export interface RepeatedTransaction extends IdSource {
  readonly position: number
  readonly vendorId: string | null
  /** From 1 on. */
  readonly ordinal: number
}

/** The first repeated transactions after a position, in order of position. Call `numberRepeated` before. */
export async function readRepeated(
  tx: Transaction,
  tenant: TenantId,
  collectionId: string,
  after: number,
): Promise<RepeatedTransaction[]> {
  return tx.rows<RepeatedTransaction>(sql`
    select position, id_scope as scope, id_content as content, provider_transaction_id as "vendorId", id_ordinal as ordinal
    from staged_transactions
    where tenant_id = ${tenant} and owner_id = ${collectionId} and position > ${after} and id_ordinal > 0
    order by position limit ${rowsPerRead}`)
}

/** Gives staged transactions other ids. @param ids in order of position */
export async function saveIds(
  tx: Transaction,
  tenant: TenantId,
  collectionId: string,
  ids: readonly { readonly position: number; readonly id: string }[],
): Promise<void> {
  const positions = ids.map(one => one.position)
  await tx.rows(sql`
    update staged_transactions t set id = given.id
    from unnest(${positions}::integer[], ${ids.map(one => one.id)}::text[]) as given(position, id)
    where t.tenant_id = ${tenant} and t.owner_id = ${collectionId} and t.position = given.position
      and t.position >= ${positions.at(0) ?? null} and t.position <= ${positions.at(-1) ?? null}`)
}

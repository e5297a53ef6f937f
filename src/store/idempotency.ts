import { createHash } from 'node:crypto'
import { isExactNumber } from '../domain/exact-number.ts'
import type { Reach } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'

export interface IdempotentRequest {
  readonly operation: string
  /** Null when the caller gave none: every request is a new one. */
  readonly key: string | null
  /** Two requests are the same if this is equal. */
  readonly input: unknown
}

/**
 * Calls `create` once for each key. The same key with the same input returns the id that was created the first time; a
 * request that arrives while the first is still running waits for it. Callers of different reach have separate keys.
 *
 * @throws AppError IDEMPOTENCY_CONFLICT when the key was used with another input
 */
export async function createOnce(
  { tx, context: reach, at }: UnitOfWork,
  request: IdempotentRequest,
  create: () => Promise<string>,
): Promise<{ readonly id: string; readonly created: boolean }> {
  if (request.key === null) return { id: await create(), created: true }
  const { key, operation } = request
  const { tenant, boundTo } = reach
  const inserted = await tx.rows(sql`
    insert into idempotency_keys (tenant_id, bound_to, key, operation, input_digest, object_id, created_at)
    values (${tenant}, ${boundTo ?? ''}, ${key}, ${operation}, ${digestOf(request)}, '', ${at})
    on conflict do nothing returning key`)
  if (inserted.length === 0) {
    const first = await findOnce(tx, reach, request)
    if (first === null) throw new Error('An idempotency key could neither be inserted nor found.')
    return { id: first, created: false }
  }
  const id = await create()
  await tx.rows(sql`
    update idempotency_keys set object_id = ${id}
    where tenant_id = ${tenant} and bound_to = ${boundTo ?? ''} and key = ${key} and operation = ${operation}`)
  return { id, created: true }
}

/**
 * The id that was created for a key; null for a key that was not used.
 * @throws AppError IDEMPOTENCY_CONFLICT when the key was used with another input
 */
export async function findOnce(
  queries: Queries,
  { tenant, boundTo }: Reach,
  request: IdempotentRequest,
): Promise<string | null> {
  const { key, operation } = request
  if (key === null) return null
  const [first] = await queries.rows<{ input_digest: string; object_id: string }>(sql`
    select input_digest, object_id from idempotency_keys
    where tenant_id = ${tenant} and bound_to = ${boundTo ?? ''} and key = ${key} and operation = ${operation}`)
  if (!first) return null
  if (first.input_digest === digestOf(request)) return first.object_id
  throw new AppError(
    'IDEMPOTENCY_CONFLICT',
    'This idempotencyKey was used before with another input. Use a new key for a new request.',
    { field: ['idempotencyKey'] },
  )
}

function digestOf({ input }: IdempotentRequest): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex')
}

/** JSON with the members of every object sorted by name. Numbers that are held as text keep their digits. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) && !isExactNumber(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/** An input without its null members: an absent member and null mean the same. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]))
}

/** Deletes keys that were used before a moment. Such a key creates something new when it is used again. */
export async function purgeIdempotencyKeys(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from idempotency_keys where created_at < ${before}`)
}

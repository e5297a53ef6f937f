import { createHash } from 'node:crypto'
import { isExactNumber } from '../domain/exact-number.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'

export interface IdempotentRequest {
  readonly operation: string
  /** null: every request is a new one. */
  readonly key: string | null
  /** What must be equal for two requests to be the same one. */
  readonly input: unknown
}

/**
 * Does something once per key: the same key with the same input answers the id of what was made the first time. A copy
 * that arrives while the first is still under way waits for it.
 *
 * @throws AppError IDEMPOTENCY_CONFLICT when the key was used with another input
 */
export async function createOnce(
  { tx, context: { tenant }, at }: UnitOfWork,
  request: IdempotentRequest,
  create: () => Promise<string>,
): Promise<{ readonly id: string; readonly created: boolean }> {
  if (request.key === null) return { id: await create(), created: true }
  const { key, operation } = request
  const inserted = await tx.rows(sql`
    insert into idempotency_keys (tenant_id, key, operation, input_digest, object_id, created_at)
    values (${tenant}, ${key}, ${operation}, ${digestOf(request)}, '', ${at})
    on conflict do nothing returning key`)
  if (inserted.length === 0) {
    const first = await findOnce(tx, tenant, request)
    if (first === null) throw new Error('An idempotency key is there, and is not.')
    return { id: first, created: false }
  }
  const id = await create()
  await tx.rows(sql`
    update idempotency_keys set object_id = ${id}
    where tenant_id = ${tenant} and key = ${key} and operation = ${operation}`)
  return { id, created: true }
}

/**
 * What was made for a key the first time; null for a key that was not used.
 * @throws AppError IDEMPOTENCY_CONFLICT when the key was used with another input
 */
export async function findOnce(queries: Queries, tenant: TenantId, request: IdempotentRequest): Promise<string | null> {
  const { key, operation } = request
  if (key === null) return null
  const [first] = await queries.rows<{ input_digest: string; object_id: string }>(sql`
    select input_digest, object_id from idempotency_keys
    where tenant_id = ${tenant} and key = ${key} and operation = ${operation}`)
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

/** JSON with the members of every object in the order of their names. Numbers that are kept as text stay as they are. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) && !isExactNumber(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/** An input without its members that are null: leaving one out and giving null for it ask for the same. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]))
}

/** Forgets keys used before a moment. A key that comes again later makes something new. */
export async function purgeIdempotencyKeys(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from idempotency_keys where created_at < ${before}`)
}

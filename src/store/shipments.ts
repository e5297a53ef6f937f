import type { Reach } from '../domain/reach.ts'
import type { Shipment, ShipmentStatus } from '../domain/shipment.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, ReachQueries, Transaction } from './database.ts'
import { type ListDefinition, newestFirst } from './keyset.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { within } from './within.ts'

/** Which shipments a list shows. An absent member excludes nothing. */
export interface ShipmentFilter {
  readonly statuses?: readonly ShipmentStatus[] | null
}

/** A shipment as its handler needs it. */
export interface ShipmentState extends Shipment {
  /** When its submission was last announced. While it is still QUEUED, the provider may or may not have it. */
  readonly announcedAt: Date | null
}

const columns = sql`item.id, item.applicant_id as "applicantId", item.document_id as "documentId", item.provider_id as "providerId",
  item.channel, item.recipient, item.subject, item.address, item.status, item.error, item.created_at as "createdAt",
  item.updated_at as "updatedAt", item.deadline`

export function readShipments(queries: ReachQueries, reach: Reach, ids: readonly string[]): Promise<Shipment[]> {
  return queries.rows(sql`
    select ${columns} from shipments as item where ${within(reach)} and item.id = any(${ids})`)
}

/** Shipments of a tenant or an applicant, newest first. */
export const shipmentList: ListDefinition<ShipmentFilter, Shipment, Shipment> = (parents, filter) => ({
  parents: parents.keys,
  columns,
  from: [sql`shipments as item`],
  conditions: [
    parents.kind === 'applicant' ? sql`item.applicant_id = parent.key` : null,
    filter.statuses ? sql`item.status = any(${filter.statuses})` : null,
  ].filter(condition => condition !== null),
  isSlow: filter.statuses != null,
  order: newestFirst(sql`item.created_at`),
  toItem: shipment => shipment,
})

export async function findShipmentState(queries: Queries, tenant: TenantId, id: string): Promise<ShipmentState | null> {
  const [row] = await queries.rows<ShipmentState>(sql`
    select ${columns}, item.announced_at as "announcedAt" from shipments as item
    where item.tenant_id = ${tenant} and item.id = ${id}`)
  return row ?? null
}

/** The same, locked against changes until the transaction ends. */
export async function lockShipment(tx: Transaction, tenant: TenantId, id: string): Promise<ShipmentState | null> {
  const [row] = await tx.rows<ShipmentState>(sql`
    select ${columns}, item.announced_at as "announcedAt" from shipments as item
    where item.tenant_id = ${tenant} and item.id = ${id} for no key update`)
  return row ?? null
}

export type NewShipment = Omit<Shipment, 'status' | 'error' | 'createdAt' | 'updatedAt'>

/** Inserts a queued shipment. */
export async function insertShipment(
  { tx, context: { tenant }, at }: UnitOfWork,
  shipment: NewShipment,
): Promise<void> {
  const { id, applicantId, documentId, providerId, channel, recipient, subject, address, deadline } = shipment
  await tx.rows(sql`
    insert into shipments (tenant_id, id, applicant_id, document_id, provider_id, channel, recipient, subject, address, status,
      created_at, updated_at, deadline)
    values (${tenant}, ${id}, ${applicantId}, ${documentId}, ${providerId}, ${channel}, ${recipient}, ${subject},
      ${JSON.stringify(address)}, 'QUEUED', ${at}, ${at}, ${deadline})`)
}

/** Writes the new state of a locked shipment. */
export async function writeShipment(
  { tx, context: { tenant }, at }: UnitOfWork,
  { id, status, error, announcedAt, deadline }: ShipmentState,
): Promise<void> {
  await tx.rows(sql`
    update shipments set status = ${status}, error = ${error && JSON.stringify(error)}, announced_at = ${announcedAt},
      deadline = ${deadline}, updated_at = ${at}
    where tenant_id = ${tenant} and id = ${id}`)
}

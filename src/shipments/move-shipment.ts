import type { EventType } from '../domain/activity-event.ts'
import type { Shipment, ShipmentStatus } from '../domain/shipment.ts'
import { canMoveShipment, isFinalShipment } from '../domain/shipment.ts'
import { shipmentSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { lockShipment, type ShipmentState, writeShipment } from '../store/shipments.ts'

/** What becomes of a shipment. Absent members stay, but `error`. */
export type ShipmentMove = Partial<Pick<ShipmentState, 'status' | 'error' | 'announcedAt' | 'deadline'>>

const eventTypes: Readonly<Record<ShipmentStatus, EventType>> = {
  QUEUED: 'SHIPMENT_QUEUED',
  SENT: 'SHIPMENT_SENT',
  DELIVERED: 'SHIPMENT_DELIVERED',
  FAILED: 'SHIPMENT_FAILED',
}

/**
 * The one way a shipment changes: while it is locked, together with the event that says that its status is another. Its work
 * ends when its status is final.
 *
 * @param decide what becomes of the shipment as it is now; null leaves it. Not asked when the status is final
 * @returns the shipment as it was before; null when there is none (any more)
 */
export async function moveShipment(
  change: Change,
  id: string,
  decide: (state: ShipmentState) => ShipmentMove | null,
): Promise<ShipmentState | null> {
  const state = await lockShipment(change.tx, change.context.tenant, id)
  if (state === null || isFinalShipment(state.status)) return state
  const move = decide(state)
  if (move === null) return state
  const moved = { ...state, error: null, ...move }
  if (moved.status !== state.status && !canMoveShipment(state.status, moved.status))
    throw new Error(`A shipment cannot go from ${state.status} to ${moved.status}.`)
  await writeShipment(change, moved)
  if (moved.status !== state.status) emitOf(change, moved, eventTypes[moved.status])
  if (isFinalShipment(moved.status)) change.finish(shipmentSubject(id))
  return state
}

/** Tells subscribers of a shipment. */
export function emitOf(
  change: Change,
  { id, applicantId, documentId }: Pick<Shipment, 'id' | 'applicantId' | 'documentId'>,
  type: EventType,
): void {
  change.emit({ type, applicantId, documentId, shipmentId: id })
}

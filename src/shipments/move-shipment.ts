import type { EventType } from '../domain/activity-event.ts'
import type { Shipment, ShipmentStatus } from '../domain/shipment.ts'
import { canMoveShipment, isFinalShipment } from '../domain/shipment.ts'
import { shipmentSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { lockShipment, type ShipmentState, writeShipment } from '../store/shipments.ts'

/** A change of a shipment. Absent members stay, except `error`. */
export type ShipmentMove = Partial<Pick<ShipmentState, 'status' | 'error' | 'announcedAt' | 'deadline'>>

const eventTypes: Readonly<Record<ShipmentStatus, EventType>> = {
  QUEUED: 'SHIPMENT_QUEUED',
  SENT: 'SHIPMENT_SENT',
  DELIVERED: 'SHIPMENT_DELIVERED',
  FAILED: 'SHIPMENT_FAILED',
}

/**
 * Changes a shipment. Nothing else does. The row is locked, the event of a new status is written in the same
 * transaction, and a final status ends its work.
 *
 * @param decide the change of the present shipment; null: none. Not called when the status is final
 * @returns the shipment before the change; null when it does not exist
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

/** The function that writes the event of a shipment. */
export function emitOf(
  change: Change,
  { id, applicantId, documentId }: Pick<Shipment, 'id' | 'applicantId' | 'documentId'>,
  type: EventType,
): void {
  change.emit({ type, applicantId, documentId, shipmentId: id })
}

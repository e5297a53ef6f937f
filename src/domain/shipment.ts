import type { AnalysisError } from './analysis.ts'

export const shipmentChannels = ['LETTER', 'FAX'] as const
export type ShipmentChannel = (typeof shipmentChannels)[number]

/** DELIVERED and FAILED are final. */
export const shipmentStatuses = ['QUEUED', 'SENT', 'DELIVERED', 'FAILED'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

/** The state machine: where each status may go. A callback may come before the answer to the sending. */
const transitions: Readonly<Record<ShipmentStatus, readonly ShipmentStatus[]>> = {
  QUEUED: ['SENT', 'DELIVERED', 'FAILED'],
  SENT: ['DELIVERED', 'FAILED'],
  DELIVERED: [],
  FAILED: [],
}

export function canMoveShipment(from: ShipmentStatus, to: ShipmentStatus): boolean {
  return transitions[from].includes(to)
}

export function isFinalShipment(status: ShipmentStatus): boolean {
  return transitions[status].length === 0
}

/** Where a letter or a fax goes. Which members are needed depends on the channel. */
export interface ShipmentAddress {
  readonly name: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly faxNumber: string | null
}

/** A document that a provider sends as a letter or a fax. */
export interface Shipment {
  readonly id: string
  readonly applicantId: string
  readonly documentId: string
  readonly providerId: string
  readonly channel: ShipmentChannel
  readonly recipient: string
  readonly subject: string
  readonly address: ShipmentAddress
  readonly status: ShipmentStatus
  /**
   * FAILED: why. QUEUED: what keeps it from being sent at the moment, or SUBMISSION_OUTCOME_UNKNOWN when the provider may have it.
   * SENT: DEADLINE_EXCEEDED when no confirmation came in time.
   */
  readonly error: AnalysisError | null
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Until when it is tried to send it; once it was handed over, until when a confirmation is waited for. */
  readonly deadline: Date
}

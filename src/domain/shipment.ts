import type { AnalysisError } from './analysis.ts'

export const shipmentChannels = ['LETTER', 'FAX'] as const
export type ShipmentChannel = (typeof shipmentChannels)[number]

/** DELIVERED and FAILED are final. */
export const shipmentStatuses = ['QUEUED', 'SENT', 'DELIVERED', 'FAILED'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

/** The state machine: the next statuses of each status. A callback may come before the answer to the submission. */
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
   * When FAILED: why. When QUEUED: the current obstacle, or SUBMISSION_OUTCOME_UNKNOWN when the provider may have it.
   * When SENT: DEADLINE_EXCEEDED if no confirmation came in time.
   */
  readonly error: AnalysisError | null
  readonly createdAt: Date
  readonly updatedAt: Date
  /** The end of attempts to send it; after it was sent, the end of waiting for a confirmation. */
  readonly deadline: Date
}

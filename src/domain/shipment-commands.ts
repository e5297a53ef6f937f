import type { RequestContext } from './request-context.ts'
import type { ShipmentAddress, ShipmentChannel } from './shipment.ts'

export interface ShipmentCommands {
  /** @returns the id of the shipment */
  send(context: RequestContext, channel: ShipmentChannel, input: SendDocument): Promise<string>
}

export interface SendDocument {
  readonly applicantId: string
  /** A stored PDF of one of the applicant's cases. */
  readonly documentId: string
  readonly provider?: string | null
  readonly recipient: string
  readonly address: Partial<ShipmentAddress>
  readonly subject: string
  readonly idempotencyKey?: string | null
}

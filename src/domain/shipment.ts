export const shipmentChannels = ['LETTER', 'FAX'] as const
export type ShipmentChannel = (typeof shipmentChannels)[number]

/** DELIVERED and FAILED are final. */
export const shipmentStatuses = ['QUEUED', 'SENT', 'DELIVERED', 'FAILED'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

/** Where a letter or a fax goes. Which members are needed depends on the channel. */
export interface ShipmentAddress {
  readonly name: string | null
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly country: string | null
  readonly faxNumber: string | null
}

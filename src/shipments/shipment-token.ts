import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'

/** The shipment of a callback address. Only the provider knows the address. */
export interface ShipmentGrant {
  readonly tenant: TenantId
  readonly shipmentId: string
}

const payload = z.tuple([tenantIdSchema, z.string().refine(text => isIdOf('shipment', text))])

/** The grant as the last part of an address. */
export function toShipmentToken(signer: Signer, { tenant, shipmentId }: ShipmentGrant): string {
  return signer.sign(`${tenant} ${shipmentId}`)
}

/** @returns null for a token that the signer did not make */
export function parseShipmentToken(signer: Signer, token: string): ShipmentGrant | null {
  const parsed = payload.safeParse(signer.open(token)?.split(' '))
  if (!parsed.success) return null
  const [tenant, shipmentId] = parsed.data
  return { tenant, shipmentId }
}

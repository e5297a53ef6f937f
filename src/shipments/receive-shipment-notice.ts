import type { Signer } from '../auth/signer.ts'
import { wholeTenant } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { findShipmentState } from '../store/shipments.ts'
import { moveShipment } from './move-shipment.ts'
import { toShipmentError } from './shipment-error.ts'
import { parseShipmentToken } from './shipment-token.ts'

/** A provider's call to the callback address of a shipment. */
export interface ShipmentCallback {
  readonly providerId: string
  /** The last part of the address. */
  readonly token: string
  readonly query: URLSearchParams
  readonly correlationId: string
}

/**
 * Stores the outcome of a shipment that a provider reports, before the call is answered. Copies are accepted, too.
 * @throws AppError NOT_FOUND for an unknown address, or when the call names another shipment; BAD_USER_INPUT when the
 * call names no shipment
 */
export type ReceiveShipmentNotice = (callback: ShipmentCallback) => Promise<void>

export interface ShipmentNoticesDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  /** The signer for the purpose `shipment`, the same as the handler's. */
  readonly signer: Signer
}

export function createReceiveShipmentNotice(deps: ShipmentNoticesDeps): ReceiveShipmentNotice {
  const { database, providers, signer } = deps
  return async ({ providerId, token, query, correlationId }) => {
    const grant = parseShipmentToken(signer, token)
    if (grant === null) throw noSuchAddress()
    const { tenant, shipmentId } = grant
    const known = await findShipmentState(database, tenant, shipmentId)
    if (known?.providerId !== providerId) throw noSuchAddress()
    const notice = requireOffer(providers, tenant, { providerId, wanted: 'shipments' }).parseCallback(query)
    if (notice === null) throw new AppError('BAD_USER_INPUT', 'The call names no shipment.')
    if (notice.shipmentId !== shipmentId) throw noSuchAddress()
    await database.change({ ...wholeTenant(tenant), correlationId }, 'CALLBACK', change =>
      moveShipment(change, shipmentId, () =>
        notice.delivered ? { status: 'DELIVERED' } : { status: 'FAILED', error: toShipmentError(undelivered()) },
      ),
    )
  }
}

function noSuchAddress(): AppError {
  return new AppError('NOT_FOUND', 'Nothing is served at this address.')
}

function undelivered(): AppError {
  return new AppError('PROVIDER_REJECTED', 'The provider reports that the document could not be delivered.')
}

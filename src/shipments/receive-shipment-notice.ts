import type { Signer } from '../auth/signer.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { findShipmentState } from '../store/shipments.ts'
import { moveShipment } from './move-shipment.ts'
import { toShipmentError } from './shipment-error.ts'
import { parseShipmentToken } from './shipment-token.ts'

/** A provider's call to the address that it was given with a shipment. */
export interface ShipmentCallback {
  readonly providerId: string
  /** The last part of the address. */
  readonly token: string
  readonly query: URLSearchParams
  readonly correlationId: string
}

/**
 * Takes what a provider says has become of a shipment, and keeps it before anything is answered. Copies are taken like the first.
 * @throws AppError NOT_FOUND for an address that is none of ours, or that belongs to another shipment than is named;
 * BAD_USER_INPUT when the call says nothing about a shipment
 */
export type ReceiveShipmentNotice = (callback: ShipmentCallback) => Promise<void>

export interface ShipmentNoticesDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  /** Of the purpose `shipment`; the same as the handler's. */
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
    if (notice === null) throw new AppError('BAD_USER_INPUT', 'The call says nothing about a shipment.')
    if (notice.shipmentId !== shipmentId) throw noSuchAddress()
    await database.change({ tenant, correlationId }, 'CALLBACK', change =>
      moveShipment(change, shipmentId, () =>
        notice.delivered ? { status: 'DELIVERED' } : { status: 'FAILED', error: toShipmentError(undelivered()) },
      ),
    )
  }
}

function noSuchAddress(): AppError {
  return new AppError('NOT_FOUND', 'There is nothing here.')
}

function undelivered(): AppError {
  return new AppError('PROVIDER_REJECTED', 'The provider says that the document could not be delivered.')
}

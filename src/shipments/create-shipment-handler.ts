import type { Logger } from 'pino'
import type { Signer } from '../auth/signer.ts'
import type { OpenDocument } from '../documents/open-document.ts'
import type { EventSource } from '../domain/activity-event.ts'
import { wholeTenant } from '../domain/reach.ts'
import { isFinalShipment } from '../domain/shipment.ts'
import { AppError, toAppError } from '../errors.ts'
import type { Change, ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ShipmentJob } from '../providers/shipment-driver.ts'
import { readDocuments } from '../store/documents.ts'
import { findShipmentState, type ShipmentState } from '../store/shipments.ts'
import { ClaimLost } from '../store/work.ts'
import type { Claim, Handler } from '../work/handler.ts'
import { emitOf, moveShipment } from './move-shipment.ts'
import { toShipmentError, toShipmentObstacle } from './shipment-error.ts'
import { toShipmentToken } from './shipment-token.ts'

export interface ShipmentHandlerDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly openDocument: OpenDocument
  /** The signer for the purpose `shipment`, the same as the receiver's. */
  readonly signer: Signer
  /** The address at which providers reach this server. */
  readonly publicUrl: string
  readonly logger: Logger
}

/**
 * Hands each shipment to its provider at most once, and ends shipments without a callback. Providers are not polled,
 * because they call back.
 */
export function createShipmentHandler(deps: ShipmentHandlerDeps): Handler<ShipmentState> {
  const { database, providers, logger } = deps

  function changeIn<Result>(
    { tenant, correlationId, via }: Pick<Claim, 'tenant' | 'correlationId'> & { readonly via: EventSource },
    work: (change: Change) => Promise<Result>,
  ): Promise<Result> {
    return database.change({ ...wholeTenant(tenant), correlationId }, via, work)
  }

  /** Written before anything is sent, so that a successor knows that the provider may have the document. */
  const announce = (claim: Claim) =>
    changeIn(claim, async change => {
      const before = await moveShipment(change, claim.id, ({ error }) => ({ error, announcedAt: change.at }))
      if (before === null || before.status !== 'QUEUED' || before.announcedAt !== null) throw new ClaimLost()
      change.schedule(claim, change.at, { claim: claim.held })
    })

  /** The provider certainly did not accept it, so it may be sent again. */
  const retract = (claim: Claim) =>
    changeIn(claim, async change => {
      await moveShipment(change, claim.id, ({ error }) => ({ error, announcedAt: null }))
      change.schedule(claim, change.at, { claim: claim.held })
    })

  /** The provider has it. Written even if the claim was lost meanwhile. */
  const noteSent = (claim: Claim, confirmationMs: number) =>
    changeIn(claim, async change => {
      const deadline = new Date(change.at.getTime() + confirmationMs)
      const before = await moveShipment(change, claim.id, () => ({ status: 'SENT', deadline }))
      if (before?.status === 'QUEUED') change.schedule(claim, deadline, { unasked: true })
    })

  /** The outcome is unknown, so it is not sent again. A callback may still report the outcome. */
  const noteUnknown = (shipment: ShipmentState, claim: Claim) =>
    changeIn(claim, async change => {
      const deadline = new Date(change.at.getTime() + confirmationMsOf(shipment, claim))
      const error = toShipmentError(outcomeUnknown())
      const before = await moveShipment(change, claim.id, state =>
        state.status === 'QUEUED' ? { error, deadline } : null,
      )
      if (before?.status === 'QUEUED') change.schedule(claim, deadline, { claim: claim.held, unasked: true })
    })

  const driverOf = ({ providerId }: ShipmentState, { tenant }: Claim) =>
    requireOffer(providers, tenant, { providerId, wanted: 'shipments' })

  /** 0 for a provider that was switched off meanwhile, because no callback can arrive. */
  function confirmationMsOf(state: ShipmentState, claim: Claim): number {
    try {
      return driverOf(state, claim).deadlineMs[state.channel]
    } catch {
      return 0
    }
  }

  async function send(state: ShipmentState, claim: Claim): Promise<void> {
    const driver = driverOf(state, claim)
    const job = await readJob(deps, state, claim)
    await announce(claim)
    try {
      claim.confirm()
      await driver.send(job)
    } catch (error) {
      const isForeseen = error instanceof AppError || error instanceof ClaimLost
      if (!isForeseen || toAppError(error).code === 'SUBMISSION_OUTCOME_UNKNOWN') {
        logger.warn({ ...contextOf(claim), err: error }, 'it is unknown whether the provider has a shipment')
        return noteUnknown(state, claim)
      }
      await retract(claim)
      throw error
    }
    await noteSent(claim, driver.deadlineMs[state.channel])
  }

  return {
    async load(claim) {
      const state = await findShipmentState(database, claim.tenant, claim.id)
      return state === null || isFinalShipment(state.status) ? null : state
    },

    deadlineOf: state => state.deadline,

    async advance(state, claim) {
      if (state.status !== 'QUEUED' || isUnknown(state)) return { at: state.deadline, idleLooks: 0 }
      // A previous worker announced the sending and did not store its outcome.
      if (state.announcedAt !== null) await noteUnknown(state, claim)
      else await send(state, claim)
      return null
    },

    async fail(claim, { error }) {
      logger.warn(
        { ...contextOf(claim), code: error.code, err: error.cause ?? error },
        'a shipment could not be handed over',
      )
      const obstacle = toShipmentObstacle(error)
      await changeIn(claim, change =>
        moveShipment(change, claim.id, state => {
          if (state.status !== 'QUEUED' || state.announcedAt !== null) return null
          if (!error.retryable) return { status: 'FAILED', error: toShipmentError(error) }
          return state.error?.code === error.code && state.error.message === obstacle.message
            ? null
            : { error: obstacle }
        }),
      )
    },

    /** A sending in progress may still finish. */
    async expire(_state, claim) {
      const found = await findShipmentState(database, claim.tenant, claim.id)
      if (found?.status === 'QUEUED' && found.announcedAt !== null && !isUnknown(found))
        return noteUnknown(found, claim)
      await changeIn({ ...contextOf(claim), via: 'SCHEDULE' }, async change => {
        const before = await moveShipment(change, claim.id, expired)
        if (before?.status !== 'SENT') return
        emitOf(change, before, 'SHIPMENT_UNCONFIRMED')
        change.finish(claim)
      })
    },
  }
}

/** The final status and error of a shipment at its deadline. */
function expired(state: ShipmentState): Pick<ShipmentState, 'status' | 'error'> {
  if (state.status === 'SENT') return { status: 'SENT', error: toShipmentError(unconfirmed()) }
  return { status: 'FAILED', error: isUnknown(state) ? state.error : toShipmentError(neverTaken(state)) }
}

function isUnknown({ error }: ShipmentState): boolean {
  return error?.code === 'SUBMISSION_OUTCOME_UNKNOWN'
}

function contextOf({ tenant, correlationId, id: shipmentId }: Claim) {
  return { tenant, correlationId, shipmentId }
}

async function readJob(
  { database, openDocument, signer, publicUrl }: ShipmentHandlerDeps,
  { id: shipmentId, providerId, documentId, channel, recipient, subject, address }: ShipmentState,
  { tenant, signal }: Claim,
): Promise<ShipmentJob> {
  const [document] = await readDocuments(database, wholeTenant(tenant), [documentId])
  // The document is deleted only together with the shipment, when the applicant is erased.
  if (!document || document.mediaType === null || document.byteSize === null) throw new ClaimLost()
  const { mediaType, byteSize } = document
  const token = toShipmentToken(signer, { tenant, shipmentId })
  return {
    signal,
    shipmentId,
    channel,
    recipient,
    subject,
    address,
    document: { mediaType, byteSize, open: () => openDocument(tenant, documentId) },
    callbackUrl: `${publicUrl.replace(/\/+$/, '')}/callbacks/${encodeURIComponent(providerId)}/${token}`,
  }
}

function outcomeUnknown(): AppError {
  const message = 'The provider may have taken the document. It is not sent again; a confirmation may still come.'
  return new AppError('SUBMISSION_OUTCOME_UNKNOWN', message)
}

function unconfirmed(): AppError {
  const message = 'The provider took the document, and did not confirm in time that it was delivered.'
  return new AppError('DEADLINE_EXCEEDED', message, { retryable: false })
}

function neverTaken({ error }: ShipmentState): AppError {
  const reason = error === null ? '' : ` The last obstacle was ${error.code}.`
  return new AppError('DEADLINE_EXCEEDED', `The provider did not take the document in time.${reason}`)
}

import type { ShipmentAddress, ShipmentChannel } from '../domain/shipment.ts'
import type { AppError } from '../errors.ts'
import type { AcceptedDocuments, Job, SubmissionDocument } from './analysis-driver.ts'

/** Sends documents as letters and faxes. */
export interface ShipmentDriver {
  readonly accepts: Pick<AcceptedDocuments, 'mediaTypes' | 'maxBytes'>
  /** How long a confirmation may take, in milliseconds. */
  readonly deadlineMs: Readonly<Record<ShipmentChannel, number>>
  /** Checks a request without any call. @returns what is missing or wrong; its `field` is a path in the input */
  refuse(request: Pick<ShipmentJob, 'channel' | 'recipient' | 'subject' | 'address'>): AppError | null
  /**
   * Hands the document over. The outcome comes later, to `callbackUrl`.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when it may have been accepted; after any other error it was not
   */
  send(job: ShipmentJob): Promise<void>
  /** The shipment that a call to `callbackUrl` names; null when it names none. The call is not authenticated. */
  parseCallback(query: URLSearchParams): ShipmentNotice | null
}

export interface ShipmentJob extends Job {
  /** Our id. The vendor accepts each id once. */
  readonly shipmentId: string
  readonly channel: ShipmentChannel
  readonly recipient: string
  readonly subject: string
  readonly address: ShipmentAddress
  readonly document: Pick<SubmissionDocument, 'byteSize' | 'mediaType' | 'open'>
  readonly callbackUrl: string
}

export interface ShipmentNotice {
  readonly shipmentId: string
  readonly delivered: boolean
}

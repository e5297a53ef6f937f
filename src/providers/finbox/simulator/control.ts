import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/control.ts'
import type * as journal from '../../../simulation/http-server.ts'
import { createWebhookSender, type Delivery, type WebhookSender } from '../../../simulation/webhook-sender.ts'
import { vendor } from '../config.ts'

/** What a route is for. `file` is the download of a report or statement, `logo` that of a bank's logo. */
export type Operation =
  | 'create-session'
  | 'upload'
  | 'upload-status'
  | 'initiate-processing'
  | 'progress'
  | 'session-status'
  | 'insights'
  | 'get-pdfs'
  | 'delete'
  | 'catalogue'
  | 'update-webhook'
  | 'file'
  | 'logo'

/** A request as it was received. */
export interface JournalEntry extends journal.JournalEntry<Operation> {
  /** The form of an upload, also of one that was refused. Null when the form itself was malformed. */
  upload: JournalUpload | null
}

interface JournalUpload {
  readonly sessionId: string
  readonly uploadType: 'PDF' | 'BASE64'
  readonly bankName: string | null
  readonly password: string | null
  readonly fileName: string
  readonly digest: string
  readonly byteSize: number
}

interface EmittedWebhook extends Pick<simulation.EmittedWebhook, 'copies'> {
  /** The body. A text is sent as it is, everything else as JSON. */
  readonly body: unknown
}

/** Webhooks are not signed and have no delivery id. @param speed divides the waits, but not the time that a receiver has */
export function createSender(clock: Clock, speed: number, logger: Logger): WebhookSender<Delivery> {
  const toHeaders = () => ({ 'content-type': 'application/json' })
  return createWebhookSender({ vendor: vendor.id, clock, speed, logger, toHeaders })
}

/** @param url of the default client */
export function createWebhooks(sender: WebhookSender<Delivery>, url: string | null) {
  return simulation.createWebhookControl<Delivery, EmittedWebhook>(sender, url, ({ body }, to) => ({
    delivery: { url: to, eventType: 'emitted', body: simulation.toBody(body) },
  }))
}

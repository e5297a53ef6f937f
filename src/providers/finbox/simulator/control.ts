import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/control.ts'
import type * as journal from '../../../simulation/journal.ts'
import { createWebhookSender, type Delivery, type WebhookSender } from '../../../simulation/webhook-sender.ts'
import type { Simulator } from '../../provider.ts'
import type { ClientSettings, SimulatedClient } from './clients.ts'
import type { Sessions, SimulatedSession, SimulatedStatement } from './sessions.ts'
import type { StatementPlan } from './statement-plan.ts'

/** What a route is for. `file` is the store that reports and statements are downloaded from, `logo` that of the banks' logos. */
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

/** One request as it was received. */
export interface JournalEntry extends journal.JournalEntry<Operation> {
  /** The form of an upload, whatever came of it; null where there is none that is right in itself. */
  upload: JournalUpload | null
}

export interface JournalUpload {
  readonly sessionId: string
  readonly uploadType: 'PDF' | 'BASE64'
  readonly bankName: string | null
  readonly password: string | null
  readonly fileName: string
  readonly digest: string
  readonly byteSize: number
}

/** What tests may set beside the options every simulator has. */
export interface FinboxSimulatorOptions extends simulation.TimeOptions {
  /** Laid over the default client's settings, e.g. `{ toRejectAccount: true }`. */
  readonly settings?: Partial<ClientSettings>
}

/** The vendor, with a back door for tests. */
export interface FinboxSimulator extends Simulator {
  readonly control: FinboxControl
}

/** Makes the vendor do what it would not do when asked politely. */
export interface FinboxControl extends simulation.SimulatorControl<Operation, JournalEntry> {
  /** The client that `start()` answers the credentials of; its `settings` may be changed at any time. */
  readonly client: SimulatedClient
  /** Another client of the vendor, who must not see the sessions of the first one. */
  addClient(own?: Partial<SimulatedClient>): SimulatedClient
  /** Laid over what the next document that is looked at asks for, steering words included. Several queue up. @returns it, once taken */
  nextStatement(plan: Partial<StatementPlan>): Promise<SimulatedStatement>
  /** Every client's, oldest first. */
  sessions(): readonly SimulatedSession[]
  /** Stops the clock of one session: its processing does not end by itself. */
  readonly hold: Sessions['hold']
  /** Ends its processing at once. @throws Error when processing was not requested */
  readonly finish: Sessions['finish']
  /** Lets it expire at once. @throws Error when processing was requested */
  readonly expire: Sessions['expire']
  /** No address of a report or statement that was given so far is good any more. */
  expireFiles(): void
  readonly webhooks: WebhookControl
}

export interface WebhookControl extends simulation.WebhookControl<Delivery, EmittedWebhook> {}

export interface EmittedWebhook extends Pick<simulation.EmittedWebhook, 'copies'> {
  /** The body; text as it is. */
  readonly body: unknown
}

/** ASSUMED: the wait before each further attempt, and how long a receiver may take. Nothing is documented. */
const waitsMs = [5_000, 30_000, 120_000] as const
const timeoutMs = 10_000

/** Nothing is signed and nothing carries an id of the delivery. @param speed divides the waits, not the time a receiver has */
export function createSender(clock: Clock, speed: number, logger: Logger): WebhookSender<Delivery> {
  const toHeaders = () => ({ 'content-type': 'application/json' })
  return createWebhookSender<Delivery>({ vendor: 'finbox', clock, speed, logger, waitsMs, timeoutMs, toHeaders })
}

/** @param url of the default client */
export function createWebhooks(sender: WebhookSender<Delivery>, url: string | null): WebhookControl {
  return simulation.createWebhookControl<Delivery, EmittedWebhook>({
    sender,
    url,
    toEmitted({ body: given }, to) {
      const body = typeof given === 'string' ? given : JSON.stringify(given)
      return { delivery: { url: to, eventType: 'emitted', body }, headers: {} }
    },
  })
}

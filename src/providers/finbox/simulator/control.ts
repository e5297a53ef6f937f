import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/control.ts'
import type * as journal from '../../../simulation/journal.ts'
import { createWebhookSender, type Delivery, type WebhookSender } from '../../../simulation/webhook-sender.ts'
import type { Simulator } from '../../provider.ts'
import type { ClientSettings, SimulatedClient } from './clients.ts'
import type { Sessions, SimulatedSession, SimulatedStatement } from './sessions.ts'
import type { StatementPlan } from './statement-plan.ts'

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

export interface JournalUpload {
  readonly sessionId: string
  readonly uploadType: 'PDF' | 'BASE64'
  readonly bankName: string | null
  readonly password: string | null
  readonly fileName: string
  readonly digest: string
  readonly byteSize: number
}

/** What a test may set in addition to the options of every simulator. */
export interface FinboxSimulatorOptions extends simulation.TimeOptions {
  /** Replaces members of the default client's settings, such as `{ toRejectAccount: true }`. */
  readonly settings?: Partial<ClientSettings>
}

/** The simulator, with a control for tests. */
export interface FinboxSimulator extends Simulator {
  readonly control: FinboxControl
}

/** Lets a test decide what the vendor does. */
export interface FinboxControl extends simulation.SimulatorControl<Operation, JournalEntry> {
  /** The client whose credentials `start()` returns. Its `settings` may be changed at any time. */
  readonly client: SimulatedClient
  /** Another client of the vendor, who must not see the sessions of the first one. */
  addClient(own?: Partial<SimulatedClient>): SimulatedClient
  /** Replaces members of the next uploaded document's plan, also those of steering words. Several calls queue up. @returns that document, once it was uploaded */
  nextStatement(plan: Partial<StatementPlan>): Promise<SimulatedStatement>
  /** The sessions of all clients, oldest first. */
  sessions(): readonly SimulatedSession[]
  /** Stops the processing of a session until `finish` is called. */
  readonly hold: Sessions['hold']
  /** Ends its processing at once. @throws Error when processing was not requested */
  readonly finish: Sessions['finish']
  /** Makes a session expire at once. @throws Error when processing was requested */
  readonly expire: Sessions['expire']
  /** Ends every address of a report or statement that was given so far. */
  expireFiles(): void
  readonly webhooks: WebhookControl
}

export interface WebhookControl extends simulation.WebhookControl<Delivery, EmittedWebhook> {}

export interface EmittedWebhook extends Pick<simulation.EmittedWebhook, 'copies'> {
  /** The body. A text is sent as it is, everything else as JSON. */
  readonly body: unknown
}

/** ASSUMED: the waits before further attempts, and how long a receiver may take. */
const waitsMs = [5_000, 30_000, 120_000] as const
const timeoutMs = 10_000

/** Webhooks are not signed and have no delivery id. @param speed divides the waits, but not the time that a receiver has */
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

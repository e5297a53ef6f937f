import { randomUUID } from 'node:crypto'
import type { Clock, SetTimer } from '../../../simulation/clock.ts'
import type { Fault, QueuedFault } from '../../../simulation/faults.ts'
import type { Simulator } from '../../provider.ts'
import type { Consent } from './consents.ts'
import type { JournalEntry, Operation } from './journal.ts'
import type { Organisation } from './organisation.ts'
import type { StatementPlan } from './statement-plan.ts'
import type { Outcome, SimulatedStatement, Statements } from './statements.ts'
import { createWebhookEvent } from './webhook-event.ts'
import { signWebhook, type WebhookAttempt, type WebhookSender } from './webhook-sender.ts'

/** What tests may set beside the options every simulator has. */
export interface FlvxtractSimulatorOptions {
  /** The system's unless given. */
  readonly now?: () => Date
  /** Node's own unless given. */
  readonly setTimer?: SetTimer
  /** Laid over the default organisation, e.g. `{ monthlyUploads: 50 }`. */
  readonly organisation?: Partial<Organisation>
}

/** The vendor, with a back door for tests. */
export interface FlvxtractSimulator extends Simulator {
  readonly control: FlvxtractControl
}

/** Makes the vendor do what it would not do when asked politely. */
export interface FlvxtractControl {
  /** The organisation that `start()` answers the credentials of. */
  readonly organisation: Organisation
  /** Another customer of the vendor, who must never see the first one's statements. */
  addOrganisation(own?: Partial<Organisation>): Organisation
  /** The last 10,000 requests, oldest first. */
  readonly journal: readonly Readonly<JournalEntry>[]
  /** Lets the next `times` (1) requests for an operation (`*`: any) go wrong; faults are met in the order queued. */
  fault(operation: Operation | '*', fault: Fault, times?: number): QueuedFault
  /** Laid over what the next uploaded file asks for, steering words included. Several queue up. @returns that upload */
  nextStatement(plan: Partial<StatementPlan>): Promise<SimulatedStatement>
  /** Every organisation's, newest first. */
  statements(): readonly SimulatedStatement[]
  /** Stops the clock of one statement: it stays as it is until it is given an outcome. */
  hold(statementId: string): void
  complete(statementId: string): SimulatedStatement
  partial(statementId: string): SimulatedStatement
  fail(statementId: string, reason?: string): SimulatedStatement
  /** Every organisation's consent requests, newest first. */
  consents(): readonly Consent[]
  /** How many milliseconds the next consent's join link can be followed. Several queue up. */
  limitNextConsent(lifetimeMs: number): void
  /**
   * The customer follows a join link and agrees. null when it is not known or no longer good.
   * @param plan laid over what the statement would be otherwise
   */
  share(consentRequestId: string, plan?: Partial<StatementPlan>): SimulatedStatement | null
  expireAccessTokens(): void
  expireRefreshTokens(): void
  readonly webhooks: WebhookControl
}

export interface WebhookControl {
  /** false: outcomes are announced to nobody. */
  enabled: boolean
  /** Where the default organisation's go from now on; null sends none. */
  url: string | null
  /** Every attempt that has ended, oldest first, `emit`'s included. */
  readonly attempts: readonly WebhookAttempt[]
  /** Sends one webhook now, without retries, whatever `enabled` says. @throws Error when there is no `url` */
  emit(webhook?: EmittedWebhook): Promise<readonly WebhookAttempt[]>
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>
}

export interface EmittedWebhook {
  /** `webhook.test` unless given. */
  readonly eventType?: string
  /** A new one unless given. */
  readonly eventId?: string
  readonly organizationId?: string
  readonly data?: unknown
  /** The whole body as text, instead of one made of the members above: another delivery's, or no JSON at all. */
  readonly body?: string
  /** `valid` unless given; `absent` leaves the header out, anything else is sent as it is. */
  readonly signature?: 'valid' | 'absent' | string
  /** Another key to sign with. */
  readonly secret?: string
  /** Laid over the documented headers; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** How many copies, all at once; 1 unless given. */
  readonly copies?: number
}

export interface WebhookControlParts {
  readonly sender: WebhookSender
  readonly clock: Clock
  readonly organisation: Organisation
}

export function createWebhookControl({ sender, clock, organisation }: WebhookControlParts): WebhookControl {
  const control: WebhookControl = {
    enabled: true,
    url: organisation.webhookUrl,
    attempts: sender.attempts,
    async emit(webhook = {}) {
      const { url } = control
      if (url === null) throw new Error('There is no address to send a webhook to.')
      const {
        eventType = 'webhook.test',
        organizationId = organisation.id,
        secret = organisation.webhookSecret,
      } = webhook
      const eventId = webhook.eventId ?? randomUUID()
      const event = createWebhookEvent(eventType, organizationId, clock.now(), webhook.data ?? testData)
      const body = webhook.body ?? JSON.stringify({ ...event, eventId })
      const headers = { ...toSignatureHeader(webhook.signature, body, secret), ...webhook.headers }
      const delivery = { url, secret, eventType, eventId, body }
      return Promise.all(Array.from({ length: webhook.copies ?? 1 }, () => sender.send(delivery, headers)))
    },
    idle: () => sender.idle(),
  }
  return control
}

/** ASSUMED: the body of a test from the dashboard. */
const testData = { message: 'This is a test webhook.' }

function toSignatureHeader(signature = 'valid', body: string, secret: string): Record<string, string | undefined> {
  const value = signature === 'valid' ? signWebhook(body, secret) : signature
  return { 'x-webhook-signature': signature === 'absent' ? undefined : value }
}

/** The part of the control that gives statements their outcome. */
export function createOutcomeControl(statements: Statements) {
  const finish = (outcome: Outcome) => (id: string, reason?: string) => statements.finish(id, outcome, reason)
  return {
    statements: () => statements.list(),
    hold: (id: string) => statements.hold(id),
    complete: finish('completed'),
    partial: finish('partial'),
    fail: finish('failed'),
  }
}

import { randomUUID } from 'node:crypto'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { Consent } from './consents.ts'
import type { Organisation } from './organisations.ts'
import type { StatementPlan } from './statement-plan.ts'
import type { Outcome, SimulatedStatement, Statements } from './statements.ts'
import { createWebhookEvent, type Delivery, signWebhook, type WebhookSender } from './webhooks.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'login' | 'refresh' | 'list' | 'upload' | 'statement' | 'analysis' | 'consent' | 'join'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The file of an upload that was well formed; else null. */
  upload: { readonly fileName: string; readonly digest: string; readonly byteSize: number } | null
}

/** What tests may set beside the options every simulator has. */
export interface FlvxtractSimulatorOptions extends simulation.TimeOptions {
  /** Laid over the default organisation, e.g. `{ monthlyUploads: 50 }`. */
  readonly organisation?: Partial<Organisation>
}

/** The vendor, with a back door for tests. */
export interface FlvxtractSimulator extends Simulator {
  readonly control: FlvxtractControl
}

/** Makes the vendor do what it would not do when asked politely. */
export interface FlvxtractControl extends simulation.SimulatorControl<Operation, JournalEntry> {
  /** The organisation that `start()` answers the credentials of. */
  readonly organisation: Organisation
  /** Another customer of the vendor, who must never see the first one's statements. */
  addOrganisation(own?: Partial<Organisation>): Organisation
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

export type WebhookControl = simulation.WebhookControl<Delivery, EmittedWebhook>

export interface EmittedWebhook extends simulation.EmittedWebhook {
  /** `webhook.test` unless given. */
  readonly eventType?: string
  /** A new one unless given. */
  readonly eventId?: string
  readonly organizationId?: string
  readonly data?: unknown
  /** The whole body as text, instead of one made of the members above: another delivery's, or no JSON at all. */
  readonly body?: string
  /** Another key to sign with. */
  readonly secret?: string
  /** Laid over the documented headers; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

interface WebhookControlParts {
  readonly sender: WebhookSender
  readonly clock: Clock
  readonly organisation: Organisation
}

export function createWebhookControl({ sender, clock, organisation }: WebhookControlParts): WebhookControl {
  const control: WebhookControl = {
    enabled: true,
    url: organisation.webhookUrl,
    attempts: sender.attempts,
    async emit(webhook) {
      const url = simulation.addressOf(control)
      const {
        eventType = 'webhook.test',
        organizationId = organisation.id,
        secret = organisation.webhookSecret,
      } = webhook
      const eventId = webhook.eventId ?? randomUUID()
      const event = createWebhookEvent(eventType, organizationId, clock.now(), webhook.data ?? testData)
      const body = webhook.body ?? JSON.stringify({ ...event, eventId })
      const signature = simulation.toSignature(webhook.signature, () => signWebhook(body, secret))
      const headers = { 'x-webhook-signature': signature, ...webhook.headers }
      const delivery = { url, secret, eventType, eventId, body }
      return Promise.all(Array.from({ length: webhook.copies ?? 1 }, () => sender.send(delivery, headers)))
    },
    idle: () => sender.idle(),
  }
  return control
}

/** ASSUMED: the body of a test from the dashboard. */
const testData = { message: 'This is a test webhook.' }

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

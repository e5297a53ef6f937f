import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as control from '../../../simulation/control.ts'
import * as sender from '../../../simulation/webhook-sender.ts'
import { vendor } from '../config.ts'
import type { Organisation } from './organisations.ts'
import type { SimulatedStatement } from './statements.ts'

/** A webhook for one receiver. */
interface Delivery extends sender.Delivery {
  readonly secret: string
  readonly eventId: string
}

export interface EmittedWebhook extends control.EmittedWebhook {
  /** Default: `webhook.test`. */
  readonly eventType?: string
  /** Default: a new one. */
  readonly eventId?: string
  readonly organizationId?: string
  readonly data?: unknown
  /** The whole body, instead of one made of the members above. It need not be JSON. */
  readonly body?: string
  /** Another secret to sign with. */
  readonly secret?: string
  /** Replace the documented headers. undefined leaves one out. */
  readonly headers?: sender.ChangedHeaders
}

/** The body of a webhook before it is written as bytes. */
interface WebhookEvent {
  readonly eventType: string
  readonly eventId: string
  /** RFC 3339 in whole seconds. */
  readonly timestamp: string
  readonly organizationId: string
  readonly data: unknown
}

/** @param speed divides the waits, but not the time that a receiver has */
export function createSender(clock: Clock, speed: number, logger: Logger): sender.WebhookSender<Delivery> {
  return sender.createWebhookSender<Delivery>({
    vendor: vendor.id,
    clock,
    speed,
    logger,
    // Source: "Retry Behavior", https://flvxtract.com/docs. According to its text 408 is repeated, too; according to
    // its table it is not.
    waitsMs: [2_000, 4_000, 8_000],
    // Source: "Best Practices" of webhooks, https://flvxtract.com/docs
    timeoutMs: 30_000,
    // Source of the signature: "Signature Verification", https://flvxtract.com/docs. ASSUMED: the delivery id is that of the
    // event at first, as in the samples, and a new one at each further attempt.
    toHeaders: ({ body, secret, eventId, eventType }, attempt, at) => ({
      'content-type': 'application/json',
      'user-agent': 'FLVXtract-Webhook/1.0',
      'x-webhook-signature': sender.signSha256(body, secret),
      'x-webhook-signature-algorithm': 'sha256',
      'x-webhook-delivery-id': attempt === 1 ? eventId : randomUUID(),
      'x-webhook-event-type': eventType,
      'x-webhook-attempt': String(attempt),
      'x-webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    }),
  })
}

export function createWebhooks({
  sender: sending,
  clock,
  organisation,
}: {
  readonly sender: sender.WebhookSender<Delivery>
  readonly clock: Clock
  readonly organisation: Organisation
}) {
  return control.createWebhookControl<Delivery, EmittedWebhook>(sending, organisation.webhookUrl, (webhook, url) => {
    const { eventType = 'webhook.test', eventId = randomUUID(), secret = organisation.webhookSecret } = webhook
    const { organizationId = organisation.id, data = testData } = webhook
    const event = { eventType, eventId, timestamp: toTimestamp(clock.now()), organizationId, data }
    const body = webhook.body ?? JSON.stringify(event)
    const signature = control.toSignature(webhook.signature, () => sender.signSha256(body, secret))
    return {
      delivery: { url, secret, eventType, eventId, body },
      headers: { 'x-webhook-signature': signature, ...webhook.headers },
    }
  })
}

/** ASSUMED: the body of a test from the dashboard. */
const testData = { message: 'This is a test webhook.' }

/**
 * The event of a finished statement. Source: "extraction.completed payload", https://flvxtract.com/docs
 * ASSUMED: `failed` and `partial` have the same body, with `data.error`, and a statement that came by consent names its request.
 */
export function toStatementEvent(statement: SimulatedStatement, at: Date): WebhookEvent {
  const { id, fileName, content, consentRequestId, uploadedAt, outcome } = statement
  return {
    eventType: `extraction.${outcome}`,
    eventId: randomUUID(),
    timestamp: toTimestamp(at),
    organizationId: statement.organisationId,
    data: {
      statementId: id,
      fileName,
      status: outcome,
      transactionCount: content?.transactionCount ?? 0,
      processingTimeMs: at.getTime() - uploadedAt.getTime(),
      confidence: content?.confidence ?? null,
      detectedBank: content?.bankName ?? null,
      error: toEventError(statement),
      consentRequestId: consentRequestId ?? undefined,
    },
  }
}

function toEventError({ outcome, failureReason }: SimulatedStatement): object | undefined {
  if (outcome === 'failed') return { code: 'EXTRACTION_FAILED', message: failureReason }
  if (outcome === 'partial') return { code: 'LOW_CONFIDENCE', message: 'Parts of the document were hard to read.' }
  return undefined
}

function toTimestamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

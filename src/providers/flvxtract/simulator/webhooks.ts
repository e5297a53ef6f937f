import { createHmac, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/webhook-sender.ts'
import type { SimulatedStatement } from './statements.ts'

/** A webhook's body before it is written as bytes. */
interface WebhookEvent {
  readonly eventType: string
  readonly eventId: string
  /** RFC 3339 in whole seconds. */
  readonly timestamp: string
  readonly organizationId: string
  readonly data: unknown
}

export function createWebhookEvent(eventType: string, organizationId: string, at: Date, data: unknown): WebhookEvent {
  return { eventType, eventId: randomUUID(), timestamp: toTimestamp(at), organizationId, data }
}

/**
 * What a finished statement is announced with. Source: "extraction.completed payload", https://flvxtract.com/docs
 * ASSUMED: the bodies of `failed` and `partial` look like that one, with `data.error`; a statement that came by consent names it.
 */
export function toStatementEvent(statement: SimulatedStatement, at: Date): WebhookEvent {
  const { id, fileName, content, consentRequestId, uploadedAt } = statement
  return createWebhookEvent(`extraction.${statement.outcome}`, statement.organisationId, at, {
    statementId: id,
    fileName,
    status: statement.outcome,
    transactionCount: content?.transactionCount ?? 0,
    processingTimeMs: at.getTime() - uploadedAt.getTime(),
    confidence: content?.confidence ?? null,
    detectedBank: content?.bankName ?? null,
    error: toEventError(statement),
    consentRequestId: consentRequestId ?? undefined,
  })
}

function toEventError({ outcome, failureReason }: SimulatedStatement): object | undefined {
  if (outcome === 'failed') return { code: 'EXTRACTION_FAILED', message: failureReason }
  if (outcome === 'partial') return { code: 'LOW_CONFIDENCE', message: 'Parts of the document were hard to read.' }
  return undefined
}

function toTimestamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}

/** Wait before each further attempt. Source: "Retry Behavior", https://flvxtract.com/docs */
const waitsMs = [2_000, 4_000, 8_000] as const

/** How long a receiver may take. Source: "Best Practices" of webhooks, https://flvxtract.com/docs */
const timeoutMs = 30_000

/** A body on its way to one receiver. */
export interface Delivery extends simulation.Delivery {
  readonly secret: string
  readonly eventId: string
}

export type WebhookSender = simulation.WebhookSender<Delivery>

/** @param speed divides the waits, not the time a receiver has. */
export function createWebhookSender(clock: Clock, speed: number, logger: Logger): WebhookSender {
  return simulation.createWebhookSender<Delivery>({
    vendor: 'flvxtract',
    clock,
    speed,
    logger,
    waitsMs,
    timeoutMs,
    toHeaders,
    isRetried,
  })
}

/** `sha256=` and the hexadecimal HMAC of the bytes sent. Source: "Signature Verification", https://flvxtract.com/docs */
export function signWebhook(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** ASSUMED: the delivery id is the event's at first, as in the page's samples, and another one at each further attempt. */
function toHeaders(delivery: Delivery, attempt: number, at: Date): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'FLVXtract-Webhook/1.0',
    'x-webhook-signature': signWebhook(delivery.body, delivery.secret),
    'x-webhook-signature-algorithm': 'sha256',
    'x-webhook-delivery-id': attempt === 1 ? delivery.eventId : randomUUID(),
    'x-webhook-event-type': delivery.eventType,
    'x-webhook-attempt': String(attempt),
    'x-webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  }
}

/**
 * 5xx, 429, no answer in time or at all. The page's advice would also try 408 again, its table would not; a receiver
 * cannot rely on it, so it is not.
 */
function isRetried(status: number | null): boolean {
  return status === null || status === 429 || status >= 500
}

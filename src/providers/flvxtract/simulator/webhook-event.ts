import { randomUUID } from 'node:crypto'
import type { SimulatedStatement } from './statements.ts'

/** A webhook's body before it is written as bytes. */
export interface WebhookEvent {
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

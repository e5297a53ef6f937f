import { createHash } from 'node:crypto'
import { z } from 'zod'
import { eventWord, isSecretAddress, parseEvent, parseJson } from '../../connector/webhooks.ts'
import type { WebhookNotice, WebhookReceiver } from '../provider.ts'
import { type FinboxConfig, vendor } from './config.ts'

/**
 * SESSION_REQUIREMENT_COMPLETION_NOTIFICATION, SESSION_EXPIRY_NOTIFICATION and ENRICHMENT_NOTIFICATION. Nothing else of their
 * bodies is believed: https://docs.finbox.in/session-flow/upload-status.html and …/processing-status.html, "Webhooks".
 */
const event = z.object({ event_name: eventWord, session_id: eventWord })

/**
 * The vendor's webhook. Nothing is signed, so its address is the secret.
 * @returns null when there is no token that keeps the address secret
 */
export function createWebhookReceiver({
  webhookTokens: tokens,
}: Pick<FinboxConfig, 'webhookTokens'>): WebhookReceiver | null {
  const [newest] = tokens
  if (newest === undefined) return null
  return {
    verify: request => isSecretAddress(request, tokens),
    parse: ({ body }) => toNotice(body),
    token: newest,
  }
}

/** The vendor gives its events no id. Copies have the same body. */
function toNotice(body: Buffer): WebhookNotice {
  const { event_name: eventType, session_id: sessionId } = parseEvent(vendor, event, parseJson(body))
  const eventId = createHash('sha256').update(body).digest('base64url')
  return { eventId, eventType, ours: true, references: [sessionId] }
}

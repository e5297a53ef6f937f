import { z } from 'zod'
import { eventWord, isSignedBySha256, parseEvent, parseJson } from '../../connector/webhooks.ts'
import type { WebhookNotice, WebhookReceiver } from '../provider.ts'
import { type FlvxtractConfig, vendor } from './config.ts'

/** Events about a statement. All others, such as `webhook.test`, are accepted and name no reference. */
const statementEvents: ReadonlySet<string> = new Set([
  'extraction.completed',
  'extraction.failed',
  'extraction.partial',
])

/** ASSUMED: the bodies of all events but `completed`. */
const eventPayload = z.object({
  eventType: eventWord,
  eventId: eventWord,
  organizationId: z.string().nullish(),
  data: z.unknown().optional(),
})
/** ASSUMED: the event of a statement that came by a consent request names the request. */
const statementEventData = z.object({ statementId: eventWord, consentRequestId: eventWord.nullish().catch(null) })

/**
 * The vendor's webhook: https://flvxtract.com/docs, "Webhooks".
 * @returns null when there is no secret to verify it with.
 */
export function createWebhookReceiver(
  config: Pick<FlvxtractConfig, 'webhookSecrets' | 'organizationId'>,
): WebhookReceiver | null {
  if (config.webhookSecrets.length === 0) return null
  return {
    // HMAC-SHA256 of the raw body under the secret, as `sha256=<hex>`. The timestamp header is not signed.
    verify: ({ headers, body }) => isSignedBySha256(headers['x-webhook-signature'], body, config.webhookSecrets),
    parse: request => toNotice(request.body, config.organizationId),
  }
}

function toNotice(body: Buffer, organizationId: string | null): WebhookNotice {
  const { eventType, eventId, data, organizationId: named } = parseEvent(vendor, eventPayload, parseJson(body))
  const ours = isOurs(named, organizationId)
  if (!statementEvents.has(eventType)) return { eventId, eventType, ours, references: [] }
  const { statementId, consentRequestId } = parseEvent(vendor, statementEventData, data)
  return { eventId, eventType, ours, references: consentRequestId ? [statementId, consentRequestId] : [statementId] }
}

/** An event without an organisation is ours, because it is signed with our secret. */
function isOurs(named: string | null | undefined, configured: string | null): boolean {
  return !named || configured === null || named.toLowerCase() === configured.toLowerCase()
}

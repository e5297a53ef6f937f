import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { eventWord, isSecretAddress, isSignedBySha256, parseEvent, parseJson } from '../../connector/webhooks.ts'
import type { WebhookNotice, WebhookReceiver, WebhookRequest } from '../provider.ts'
import { type BankXrayConfig, vendor } from './config.ts'

/** https://doc.lending.soprafinancing.io, "Generate Bank X-Ray" and "Webhooks": the only event whose body is shown. */
const reportEvent = z.object({ event: z.literal('new_report'), requestId: eventWord, reportId: eventWord })
/** ASSUMED: other events, such as `update_request`, name their request and report in the same way. */
const otherEvent = z.object({
  event: eventWord.refine(event => event !== 'new_report'),
  requestId: eventWord.nullish().catch(null),
  reportId: eventWord.nullish().catch(null),
})

/**
 * The vendor's webhook. The body does not say which of the vendor's products wrote the report.
 *
 * @returns null when there is neither a key to verify it with nor a token that keeps its address secret
 */
export function createWebhookReceiver(
  config: Pick<BankXrayConfig, 'webhookKeys' | 'webhookTokens'>,
): WebhookReceiver | null {
  const { webhookKeys: keys, webhookTokens: tokens } = config
  if (keys.length === 0 && tokens.length === 0) return null
  return {
    // With a key, the secret address alone is not accepted.
    verify: request => (keys.length > 0 ? hasValidSignature(request, keys) : isSecretAddress(request, tokens)),
    parse: ({ body }) => toNotice(body),
    ...(keys.length === 0 && { token: tokens[0] }),
  }
}

/** ASSUMED: HMAC-SHA256 of the raw body under the key, as `sha256=<hex>`. What the header is called is not public. */
function hasValidSignature({ headers, body }: WebhookRequest, keys: readonly string[]): boolean {
  return isSignedBySha256(headers['x-october-signature'], body, keys)
}

function toNotice(body: Buffer): WebhookNotice {
  const { event, requestId, reportId } = parseEvent(vendor, z.union([reportEvent, otherEvent]), parseJson(body))
  const references = [requestId, reportId].filter(reference => typeof reference === 'string')
  return { eventId: toEventId(event, references), eventType: event, ours: true, references }
}

/**
 * Events have no id. Copies of the event `new_report` name the same report, so its id is made of what it names. Every other
 * event may be sent again with the same content and counts as a new one: a check too many does no harm.
 */
function toEventId(eventType: string, references: readonly string[]): string {
  if (eventType !== 'new_report') return randomUUID()
  const named = JSON.stringify([eventType, ...references])
  return createHash('sha256').update(named).digest('base64url')
}

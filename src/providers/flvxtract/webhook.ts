import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { WebhookNotice, WebhookReceiver, WebhookRequest } from '../provider.ts'
import type { FlvxtractConfig } from './config.ts'

const signaturePattern = /^sha256=([0-9a-f]{64})$/i

/** Events about a statement; others (`webhook.test` and what may be added) are accepted and concern nothing of ours. */
const statementEvents: ReadonlySet<string> = new Set([
  'extraction.completed',
  'extraction.failed',
  'extraction.partial',
])

/** Without control characters: a null character cannot be kept. */
const word = z
  .string()
  .max(200)
  .regex(/^\P{Cc}+$/u)

/** ASSUMED: the bodies of `failed`, `partial` and `test`, of which only `completed` is documented. */
const eventPayload = z.object({
  eventType: word,
  eventId: word,
  organizationId: z.string().nullish(),
  data: z.unknown().optional(),
})
/** ASSUMED: the event of a statement that came by a consent request names the request. */
const statementEventData = z.object({ statementId: word, consentRequestId: word.nullish().catch(null) })

/**
 * The vendor's webhook: https://flvxtract.com/docs, "Webhooks".
 * @returns null when there is no secret to verify it with.
 */
export function createWebhookReceiver(
  config: Pick<FlvxtractConfig, 'webhookSecrets' | 'organizationId'>,
): WebhookReceiver | null {
  if (config.webhookSecrets.length === 0) return null
  return {
    verify: request => hasValidSignature(request, config.webhookSecrets),
    parse: request => parseEvent(request.body, config.organizationId),
  }
}

/**
 * HMAC-SHA256 of the raw body under the secret, as `sha256=<hex>`. The timestamp header is not signed and proves nothing.
 */
function hasValidSignature(request: WebhookRequest, secrets: readonly string[]): boolean {
  const header = request.headers['x-webhook-signature']
  const hex = typeof header === 'string' ? signaturePattern.exec(header)?.[1] : undefined
  if (hex === undefined) return false
  const given = Buffer.from(hex, 'hex')
  // Every secret is tried whatever the ones before it came to, so that the time taken does not tell which one fits.
  const matches = secrets.map(secret =>
    timingSafeEqual(createHmac('sha256', secret).update(request.body).digest(), given),
  )
  return matches.includes(true)
}

function parseEvent(body: Buffer, organizationId: string | null): WebhookNotice {
  const event = eventPayload.safeParse(parseJson(body))
  if (!event.success) throw malformed()
  const { eventType, eventId, data } = event.data
  const ours = isOurs(event.data.organizationId, organizationId)
  if (!statementEvents.has(eventType)) return { eventId, eventType, ours, references: [] }
  const statement = statementEventData.safeParse(data)
  if (!statement.success) throw malformed()
  const { statementId, consentRequestId } = statement.data
  return { eventId, eventType, ours, references: consentRequestId ? [statementId, consentRequestId] : [statementId] }
}

/** An event that names no organisation is ours: it carries a signature under our secret. */
function isOurs(named: string | null | undefined, configured: string | null): boolean {
  return !named || configured === null || named.toLowerCase() === configured.toLowerCase()
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function malformed(): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    'The webhook is signed, but its body is not an event as FLVXtract documents it.',
    {
      provider: 'flvxtract',
    },
  )
}

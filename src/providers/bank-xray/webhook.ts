import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { WebhookNotice, WebhookReceiver, WebhookRequest } from '../provider.ts'
import type { BankXrayConfig } from './config.ts'
import { vendor } from './vendor.ts'

const signaturePattern = /^sha256=([0-9a-f]{64})$/i

/** Without control characters: a null character cannot be kept. */
const word = z
  .string()
  .max(200)
  .regex(/^\P{Cc}+$/u)

/** https://doc.lending.soprafinancing.io, "Generate Bank X-Ray" and "Webhooks": the only event whose body is shown. */
const reportEvent = z.object({ event: z.literal('new_report'), requestId: word, reportId: word })
/** ASSUMED: what else may be subscribed to, such as `update_request`, names what it is about in the same way. */
const otherEvent = z.object({
  event: word.refine(event => event !== 'new_report'),
  requestId: word.nullish().catch(null),
  reportId: word.nullish().catch(null),
})

/**
 * The vendor's webhook. It is a hint and no more: the body does not say which of the vendor's products a report is from.
 *
 * @returns null when there is neither a key to verify it with nor a token to keep its address secret
 */
export function createWebhookReceiver(
  config: Pick<BankXrayConfig, 'webhookKeys' | 'webhookTokens'>,
): WebhookReceiver | null {
  const { webhookKeys: keys, webhookTokens: tokens } = config
  if (keys.length === 0 && tokens.length === 0) return null
  return {
    // Where there is a key, the address alone proves nothing any more.
    verify: request => (keys.length > 0 ? hasValidSignature(request, keys) : hasValidToken(request, tokens)),
    parse: ({ body }) => parseEvent(body),
  }
}

/** ASSUMED: HMAC-SHA256 of the raw body under the key, as `sha256=<hex>`. What the header is called is not public. */
function hasValidSignature({ headers, body }: WebhookRequest, keys: readonly string[]): boolean {
  const header = headers['x-october-signature']
  const hex = typeof header === 'string' ? signaturePattern.exec(header)?.[1] : undefined
  if (hex === undefined) return false
  const given = Buffer.from(hex, 'hex')
  return isAny(keys, key => timingSafeEqual(createHmac('sha256', key).update(body).digest(), given))
}

/** Digests are compared, as they are of one length. */
function hasValidToken({ token }: WebhookRequest, tokens: readonly string[]): boolean {
  if (token === null) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const given = digest(token)
  return isAny(tokens, one => timingSafeEqual(digest(one), given))
}

/** Every one is tried whatever the ones before it came to, so that the time taken does not tell which one fits. */
function isAny(secrets: readonly string[], fits: (secret: string) => boolean): boolean {
  return secrets.map(fits).includes(true)
}

function parseEvent(body: Buffer): WebhookNotice {
  const event = z.union([reportEvent, otherEvent]).safeParse(parseJson(body))
  if (!event.success) throw malformed()
  const { event: eventType, requestId, reportId } = event.data
  const references = [requestId, reportId].filter(reference => typeof reference === 'string')
  return { eventId: toEventId(eventType, references), eventType, ours: true, references }
}

/**
 * No event has an id. A report is new once, so copies of that news are alike in all they name. Anything else may be said of
 * the same request again and again in the same words, so each time counts: one look too many does no harm, one too few might.
 */
function toEventId(eventType: string, references: readonly string[]): string {
  if (eventType !== 'new_report') return randomUUID()
  const named = JSON.stringify([eventType, ...references])
  return createHash('sha256').update(named).digest('base64url')
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
    'The webhook is ours, but its body is not an event as Bank X-Ray documents it.',
    {
      provider: vendor.id,
    },
  )
}

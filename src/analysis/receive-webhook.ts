import type { Logger } from 'pino'
import type { WebhookRequest } from '../providers/provider.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { hintAwaiting, hintReferences, isReferenceKnown } from '../store/analysis-references.ts'
import type { Database } from '../store/database.ts'
import { insertWebhookNotice } from '../store/webhook-notices.ts'
import { announceWork, hintWindowSeconds } from '../store/work.ts'

export interface ReceiveWebhookDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'accounts'>
  readonly now: () => Date
  readonly logger: Logger
}

/**
 * Receives a webhook: verifies its raw bytes, stores it once, and hints the work of the analyses that it names. The
 * vendor is not called, so it can be answered at once.
 *
 * @returns 'unknown' when there is no such provider; 'unverified' when no secret or token matches; 'kept' for a new
 *   webhook; 'copy' for one that is already stored; 'foreign' for one of another organisation
 * @throws AppError BAD_USER_INPUT when a verified body is malformed
 */
export async function receiveWebhook(
  { database, providers, now, logger }: ReceiveWebhookDeps,
  providerId: string,
  request: WebhookRequest,
  correlationId: string,
): Promise<'unknown' | 'unverified' | 'kept' | 'copy' | 'foreign'> {
  const accounts = providers.accounts(providerId)
  if (accounts === null) return 'unknown'
  const receivers = accounts.flatMap(({ accountKey, webhook }) => (webhook ? [{ accountKey, receiver: webhook }] : []))
  const verified = receivers.filter(({ receiver }) => receiver.verify(request))
  if (verified.length === 0) return 'unverified'
  const notices = verified.map(({ accountKey, receiver }) => ({ accountKey, notice: receiver.parse(request) }))
  const ours = notices.filter(({ notice }) => notice.ours)
  const [first] = ours
  if (!first) {
    logger.warn({ provider: providerId, correlationId }, 'webhook of another organisation ignored')
    return 'foreign'
  }
  const { eventId, eventType, references } = first.notice
  const accountKeys = [...new Set(ours.map(({ accountKey }) => accountKey))]

  const kept = await database.transaction(async tx => {
    const receivedAt = now()
    const notice = { providerId, eventId, eventType, references, accountKeys, receivedAt, correlationId }
    if (!(await insertWebhookNotice(tx, notice))) return false
    const hint = { providerId, accountKeys, references }
    await hintReferences(tx, { ...hint, at: receivedAt })
    await announceWork(tx)
    if (references.length > 0 && !(await isReferenceKnown(tx, providerId, references)))
      await hintAwaiting(tx, { ...hint, at: new Date(receivedAt.getTime() + hintWindowSeconds * 1_000) })
    return true
  })
  logger.info({ provider: providerId, eventType, copy: !kept, correlationId }, 'webhook received')
  return kept ? 'kept' : 'copy'
}

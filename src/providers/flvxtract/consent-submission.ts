import { createAnnouncements } from '../../connector/announcements.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError, toAppError } from '../../errors.ts'
import type { ActionRequest, ConsentJob, SubmissionStep } from '../analysis-driver.ts'
import { type ConsentCheckpoint, type MadeRequest, parseConsentCheckpoint } from './consent-checkpoint.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import type { ConsentPayload } from './payloads.ts'

/**
 * Invites a customer, in two steps: the first announces the call in the checkpoint, the second makes it. No call of the
 * vendor tells which invitations there are, and none can be made idempotent. So an announcement that was used before,
 * or that another worker made, ends the matter: it is for the caller to decide whether the customer is invited again.
 */
export function createConsentSubmission(datasource: FlvxtractDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: ConsentJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = parseConsentCheckpoint(stored)
    const { announcement, request } = checkpoint
    if (request) return toInvited(checkpoint, request)
    if (announcement === null)
      return { kind: 'continue', checkpoint: { ...checkpoint, announcement: announcements.make() } }
    if (!announcements.use(announcement))
      throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Whether FLVXtract made the invitation is not known.', {
        provider: 'flvxtract',
      })
    return invite(job, { ...checkpoint, announcement: null })
  }

  async function invite(job: ConsentJob, unannounced: ConsentCheckpoint): Promise<SubmissionStep> {
    try {
      const made = toMadeRequest(await datasource.within(job.signal).requestConsent(job))
      return toInvited({ ...unannounced, request: made }, made)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'SUBMISSION_OUTCOME_UNKNOWN') throw error
      return { kind: 'postponed', checkpoint: unannounced, error }
    }
  }
}

function toMadeRequest({ id, joinLink, expiresAt }: ConsentPayload): MadeRequest {
  return { id, joinUrl: joinLink, expiresAt: expiresAt?.toISOString() ?? null }
}

function toInvited(checkpoint: ConsentCheckpoint, request: MadeRequest): SubmissionStep {
  const { id } = request
  return {
    kind: 'action-required',
    checkpoint,
    action: toJoinAction(request),
    references: [id],
    providerReference: id,
  }
}

/** What the customer has to do. */
export function toJoinAction({ joinUrl, expiresAt }: MadeRequest): ActionRequest {
  const end = expiresAt === null ? null : new Date(expiresAt)
  return { type: 'OPEN_URL', documentIds: [], url: joinUrl, expiresAt: end }
}

import { createAnnouncements } from '../../connector/announcements.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { type Answered, type Checkpoint, open, parseCheckpoint, type Waiting } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { FinovoxDatasource } from './datasource.ts'
import { folderOutcomeUnknown } from './errors.ts'

/**
 * Sends a folder in two steps: the first announces it in the checkpoint, the second sends it. The vendor offers neither an
 * idempotency key nor a list, so a folder that may have been sent is never sent again. If the announcement was used before, or
 * if another worker made it, the submission ends with SUBMISSION_OUTCOME_UNKNOWN. Only if the vendor certainly took nothing,
 * the announcement is removed and the folder is sent later.
 */
export function createSubmission(datasource: FinovoxDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = parseCheckpoint(stored)
    switch (checkpoint.state) {
      case 'open':
        return announce(job)
      case 'announced':
        if (!announcements.use(checkpoint.announcement)) throw folderOutcomeUnknown(null)
        return send(job)
      case 'waiting':
      case 'answered':
        return toSubmitted(checkpoint, job)
    }
  }

  function announce({ documents }: SubmissionJob): SubmissionStep {
    if (documents.length === 0)
      throw new AppError('BAD_USER_INPUT', 'A folder needs at least one document.', { provider: vendor.id })
    const announced: Checkpoint = { state: 'announced', announcement: announcements.make() }
    return { kind: 'continue', checkpoint: announced }
  }

  async function send(job: SubmissionJob): Promise<SubmissionStep> {
    const answer = await datasource.within(job.signal).submitCase(job)
    if (answer.kind === 'postponed') return { kind: 'postponed', checkpoint: open, error: answer.error }
    const taken = {
      documentIds: job.documents.map(({ document }) => document.id),
      wantsShareLink: job.options.shareLink !== null,
      runId: null,
    }
    const checkpoint: Waiting | Answered =
      answer.kind === 'accepted'
        ? { state: 'waiting', retrieveToken: answer.retrieveToken, ...taken }
        : toAnswered(taken, answer.result)
    return toSubmitted(checkpoint, job)
  }
}

/** The checkpoint with the result. */
export function toAnswered(
  { documentIds, wantsShareLink, runId }: Omit<Answered, 'state' | 'result'>,
  result: Answered['result'],
): Answered {
  const shareUrl = wantsShareLink ? result.shareUrl : null
  return { state: 'answered', documentIds, wantsShareLink, runId, result: { ...result, shareUrl } }
}

/** The vendor gives no id that a person could quote. It knows a folder by the names of its files, which are ours. */
function toSubmitted(checkpoint: Waiting | Answered, job: SubmissionJob): SubmissionStep {
  return {
    kind: 'submitted',
    checkpoint,
    references: job.documents.map(document => document.fileName),
    providerReference: null,
    ready: checkpoint.state === 'answered',
  }
}

import { z } from 'zod'
import { createAnnouncements } from '../../connector/announcements.ts'
import { createCheckpointParser } from '../../connector/parse-checkpoint.ts'
import type { JsonValue } from '../../domain/json.ts'
import { toAppError } from '../../errors.ts'
import type { ActionRequest, Job, ConsentDriver, ConsentJob, Progress, SubmissionStep } from '../analysis-driver.ts'
import { extractedStatementSchema, toExtracted } from './checkpoint.ts'
import { collectFindings } from './collection.ts'
import { vendor } from './config.ts'
import { createConsentStatements } from './consent-statements.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { extractionTimes } from './driver.ts'
import { invitationUnknown } from './errors.ts'
import { distinct } from './progress.ts'
import { isWaiting, loadStatementsProgress, type StatementProgress } from './status.ts'

const checkpointSchema = z.object({
  /** The call that the next step makes. After a crash it may have been made already. */
  announcement: z.string().nullable(),
  /** The invitation, once it is made. */
  request: z.object({ id: z.string(), joinUrl: z.string(), expiresAt: z.iso.datetime().nullable() }).nullable(),
  /** Ids of the statements that came by the invitation. */
  statements: z.array(z.string()),
  /** The statements that have a result, once all of them are finished. */
  extracted: z.array(extractedStatementSchema).default([]),
})

/** How far a consent request is at the vendor. It holds nothing about the customer. */
type ConsentCheckpoint = Readonly<z.infer<typeof checkpointSchema>>
type MadeRequest = NonNullable<ConsentCheckpoint['request']>

const parseCheckpoint = createCheckpointParser<ConsentCheckpoint>(vendor, checkpointSchema, {
  announcement: null,
  request: null,
  statements: [],
  extracted: [],
})

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs

/**
 * Statements that customers give to the vendor themselves. https://flvxtract.com/docs names only the call that invites a
 * customer and its "join link". ASSUMED: in the list, a statement that came this way names its request.
 */
export function createConsentDriver(datasource: FlvxtractDatasource, now: () => Date): ConsentDriver {
  const statements = createConsentStatements(datasource, now)

  /** Reads the list once for all of them. */
  async function checkMany(stored: readonly JsonValue[], job: Job): Promise<readonly Progress[]> {
    const checkpoints = stored.map(parseCheckpoint)
    const requestIds = checkpoints.flatMap(({ request }) => request?.id ?? [])
    const found = await statements.find(requestIds, job.signal)
    return Promise.all(checkpoints.map(checkpoint => check(checkpoint, found, job.signal)))
  }

  async function check(
    checkpoint: ConsentCheckpoint,
    found: ReadonlyMap<string, readonly string[]>,
    signal: AbortSignal,
  ): Promise<Progress> {
    const ids = [...new Set([...checkpoint.statements, ...(found.get(checkpoint.request?.id ?? '') ?? [])])]
    const looked = await loadStatementsProgress(datasource.within(signal), ids)
    const progress = toConsentProgress(checkpoint, looked)
    if (progress.kind !== 'ready' && ids.length === checkpoint.statements.length) return progress
    const extracted = progress.kind === 'ready' ? toExtracted(ids, looked) : []
    return { ...progress, learnt: { checkpoint: { ...checkpoint, statements: ids, extracted }, references: ids } }
  }

  return {
    ...extractionTimes,
    // A customer takes hours or days; usually a webhook announces the statement. ASSUMED: the longest time.
    waiting: { firstMs: minuteMs / 4, maxMs: 10 * minuteMs, longestMs: 30 * dayMs },
    submit: createConsentSubmission(datasource, now),
    async check(stored, job) {
      const [progress] = await checkMany([stored], job)
      if (!progress) throw new Error('checkMany gave no result for one checkpoint.')
      return progress
    },
    checkMany,
    collect: ({ signal }, stored) =>
      collectFindings(datasource.within(signal), parseCheckpoint(stored).extracted, () => null),
  }
}

/**
 * Invites a customer in two steps: the first announces the call in the checkpoint, the second makes it. The vendor neither
 * lists invitations nor offers an idempotency key. If the announcement was used before, or if another worker made it, the
 * submission therefore ends with SUBMISSION_OUTCOME_UNKNOWN, and the caller decides whether to invite the customer again.
 */
function createConsentSubmission(datasource: FlvxtractDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: ConsentJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = parseCheckpoint(stored)
    const { announcement, request } = checkpoint
    if (request) return toInvited(checkpoint, request)
    if (announcement === null)
      return { kind: 'continue', checkpoint: { ...checkpoint, announcement: announcements.make() } }
    if (!announcements.use(announcement)) throw invitationUnknown()
    return invite(job, { ...checkpoint, announcement: null })
  }

  async function invite(job: ConsentJob, unannounced: ConsentCheckpoint): Promise<SubmissionStep> {
    try {
      const { id, joinLink, expiresAt } = await datasource.within(job.signal).requestConsent(job)
      const made = { id, joinUrl: joinLink, expiresAt: expiresAt?.toISOString() ?? null }
      return toInvited({ ...unannounced, request: made }, made)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'SUBMISSION_OUTCOME_UNKNOWN') throw error
      return { kind: 'postponed', checkpoint: unannounced, error }
    }
  }
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
function toJoinAction({ joinUrl, expiresAt }: MadeRequest): ActionRequest {
  const end = expiresAt === null ? null : new Date(expiresAt)
  return { type: 'OPEN_URL', documentIds: [], url: joinUrl, expiresAt: end }
}

/**
 * How far a consent request is. The customer has to act until there is a statement. No statement is a document of ours, so no
 * outcome of documents is told.
 */
function toConsentProgress({ request }: ConsentCheckpoint, found: ReadonlyMap<string, StatementProgress>): Progress {
  const statements = [...found.values()]
  const words = statements.flatMap(({ word }) => word ?? [])
  if (statements.length === 0) {
    if (!request) throw new Error('A consent request was checked before it was made.')
    return { kind: 'action-required', action: toJoinAction(request), providerStage: null }
  }
  const open = statements.filter(({ state }) => state === 'running').map(({ word }) => word ?? '')
  if (open.length > 0) {
    const stage = open.every(isWaiting) ? 'WAITING' : 'EXTRACTING'
    return { kind: 'running', stage, providerStage: distinct(open), retryAfterMs: null }
  }
  const failures = statements.flatMap(({ error }) => error ?? [])
  const [failure] = failures
  if (failure && failures.length === statements.length) return { kind: 'failed', error: failure, documents: [] }
  const outcome = statements.every(({ state }) => state === 'completed') ? 'COMPLETED' : 'PARTIAL'
  return { kind: 'ready', outcome, providerStage: distinct(words), documents: [] }
}

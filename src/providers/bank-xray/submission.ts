import { createAnnouncements } from '../../connector/announcements.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError, toAppError } from '../../errors.ts'
import { wasNotSent } from '../../http/was-not-sent.ts'
import type { SubmissionDocument, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint, referencesOf, startOver } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { toCompanyCode } from './refuse-request.ts'
import { createPendingUploads, toMediumMeta } from './uploads.ts'

/** An upload address may have expired. After so many refused addresses the document itself counts as refused. */
const mostRefusals = 3

/**
 * Makes a request and a medium for each document, sends the bytes, and puts all media online when all bytes are stored.
 *
 * The vendor does not analyse a request that holds a medium which is not online, and media can be neither listed nor deleted.
 * The request must therefore hold no other media than those of the checkpoint. A medium is announced in the checkpoint before
 * it is made. If a medium may exist that the checkpoint does not know, or if its bytes can no longer be sent, a new request is
 * made. Requests cost nothing, and one without media online is never analysed.
 *
 * Three things are repeated without a new request: making the request itself, an upload to an address that this process still
 * knows, and putting a medium online.
 */
export function createSubmission(datasource: BankXrayDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)
  const pending = createPendingUploads(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = parseCheckpoint(stored)
    const { requestId, uploading } = checkpoint
    if (requestId === null) return createRequest(job, checkpoint)
    const calls = datasource.within(job.signal)
    const document = job.documents.find(one => one.document.id === uploading?.documentId)
    if (uploading && document)
      return uploading.state === 'announced'
        ? createMedium({ calls, document, checkpoint }, requestId, uploading.announcement)
        : upload({ calls, document, checkpoint }, uploading.mediumId)
    const next = nextDocument(job, checkpoint)
    if (next) return announce(checkpoint, next.document.id)
    return checkpoint.earlier === null ? putOnline(job, checkpoint, requestId) : finish(job, checkpoint)
  }

  async function createRequest(job: SubmissionJob, checkpoint: Checkpoint): Promise<SubmissionStep> {
    const documents = job.documents.map(one => one.document)
    const code = toCompanyCode({ applicant: job.applicant, documents })
    const { id: requestId } = await datasource.within(job.signal).createRequest(code)
    return toContinue({ ...checkpoint, requestId })
  }

  function announce(checkpoint: Checkpoint, documentId: string): SubmissionStep {
    const uploading = { state: 'announced', documentId, announcement: announcements.make() } as const
    return toContinue({ ...checkpoint, uploading })
  }

  async function createMedium(
    { calls, document, checkpoint }: Step,
    requestId: string,
    announcement: string,
  ): Promise<SubmissionStep> {
    // Another worker, or an earlier call whose answer was lost, may have made this medium already.
    if (!announcements.use(announcement)) return toContinue(startOver(checkpoint))
    try {
      const { mediumId, target } = await calls.createMedium(requestId, document)
      pending.set(mediumId, target)
      const uploading = { state: 'made', documentId: document.document.id, mediumId } as const
      return toContinue({ ...checkpoint, uploading })
    } catch (thrown) {
      const error = toAppError(thrown)
      const isMadeNowhere = wasNotSent(error) || error.code === 'PROVIDER_RATE_LIMITED'
      if (!isMadeNowhere) throw error
      return { kind: 'postponed', checkpoint: { ...checkpoint, uploading: null }, error }
    }
  }

  async function upload({ calls, document, checkpoint }: Step, mediumId: string): Promise<SubmissionStep> {
    const target = pending.get(mediumId)
    if (!target) return toContinue(startOver(checkpoint))
    const isTaken = await calls.upload(target, document)
    pending.delete(mediumId)
    const { id: documentId, kind } = document.document
    if (isTaken) {
      const media = [...checkpoint.media, { documentId, mediumId, kind }]
      return toContinue({ ...checkpoint, uploading: null, media })
    }
    const refusals = [...checkpoint.refusals, documentId]
    if (refusals.filter(id => id === documentId).length >= mostRefusals) throw refusedByStore()
    return toContinue(startOver({ refusals }))
  }

  /**
   * Puts all media but the last online in one step. After a crash in between they are put online again. Then it notes the
   * reports that exist before the last medium goes online: none of them covers all documents. They are noted only once,
   * because after a crash in the next step the report on all documents may exist already.
   */
  async function putOnline(job: SubmissionJob, checkpoint: Checkpoint, requestId: string): Promise<SubmissionStep> {
    const media = inOrder(checkpoint).slice(0, -1)
    for (const medium of media) await publish(job, medium)
    const earlier: string[] = []
    if (media.length > 0)
      for await (const report of datasource.within(job.signal).reports(requestId)) earlier.push(report.id)
    return toContinue({ ...checkpoint, earlier, notedAt: now().toISOString() })
  }

  async function finish(job: SubmissionJob, checkpoint: Checkpoint): Promise<SubmissionStep> {
    const last = inOrder(checkpoint).at(-1)
    if (last && checkpoint.submittedAt === null) await publish(job, last)
    const submittedAt = checkpoint.submittedAt ?? now().toISOString()
    return {
      kind: 'submitted',
      checkpoint: { ...checkpoint, submittedAt },
      references: referencesOf(checkpoint),
      providerReference: checkpoint.requestId,
    }
  }

  async function publish(job: SubmissionJob, { documentId, mediumId }: Checkpoint['media'][number]): Promise<void> {
    const of = job.documents.find(one => one.document.id === documentId)
    await datasource.within(job.signal).publishMedium(mediumId, of ? toMediumMeta(of.document) : {})
  }
}

interface Step {
  readonly calls: BankXrayDatasource
  readonly document: SubmissionDocument
  readonly checkpoint: Checkpoint
}

function nextDocument(job: SubmissionJob, { media }: Checkpoint): SubmissionDocument | undefined {
  return job.documents.find(one => !media.some(medium => medium.documentId === one.document.id))
}

/** Bank statements go online last, so that all other documents are known when a statement is analysed. */
function inOrder({ media }: Checkpoint): Checkpoint['media'] {
  const isStatement = (medium: Checkpoint['media'][number]) => medium.kind === 'BANK_STATEMENT'
  return [...media.filter(medium => !isStatement(medium)), ...media.filter(isStatement)]
}

function toContinue(checkpoint: Checkpoint): SubmissionStep {
  return { kind: 'continue', checkpoint, references: referencesOf(checkpoint) }
}

function refusedByStore(): AppError {
  const message = "The store for Bank X-Ray's documents refused the bytes of a document at three addresses."
  return new AppError('PROVIDER_REJECTED', message, { provider: vendor.id })
}

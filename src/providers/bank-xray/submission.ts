import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionDocument, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint, referencesOf } from './checkpoint.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { toMediumMeta } from './medium-meta.ts'
import { createPendingUploads } from './pending-uploads.ts'
import { toCompanyCode } from './refuse-request.ts'
import { vendor } from './vendor.ts'

/** An address may have died of old age before; a store that refuses several new ones in a row refuses the document. */
const mostRefusals = 3

/**
 * Makes a request, then a medium for each document and sends its bytes, and puts all media online when all bytes are there.
 * No call needs an announcement, for each may be made again after a crash:
 *
 * - A request whose answer was lost stays behind empty. Only the one in the checkpoint is ever given media, so that no more
 *   than one is used.
 * - A medium whose answer was lost, or whose bytes were sent but not recorded, stays behind as a draft. The next one takes its
 *   place; a draft starts nothing, and only media in the checkpoint are put online.
 * - To put a medium online twice is to put it online.
 */
export function createSubmission(datasource: BankXrayDatasource, now: () => Date) {
  const pending = createPendingUploads(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = parseCheckpoint(stored)
    const { requestId, uploading } = checkpoint
    if (requestId === null) return createRequest(job, checkpoint)
    const document = nextDocument(job, checkpoint)
    if (!document) return checkpoint.earlier === null ? putOnline(job, checkpoint, requestId) : finish(job, checkpoint)
    const target = uploading?.documentId === document.document.id ? pending.find(uploading.mediumId) : null
    if (!uploading || !target) return createMedium(document, checkpoint, requestId)
    const isTaken = await datasource.upload(target, document)
    pending.forget(uploading.mediumId)
    if (isTaken) {
      const { id: documentId, kind } = document.document
      const media = [...checkpoint.media, { documentId, mediumId: uploading.mediumId, kind }]
      return toContinue({ ...checkpoint, uploading: null, refusals: 0, media })
    }
    const refusals = checkpoint.refusals + 1
    if (refusals >= mostRefusals) throw refusedByStore()
    return toContinue({ ...checkpoint, uploading: null, refusals })
  }

  async function createRequest(job: SubmissionJob, checkpoint: Checkpoint): Promise<SubmissionStep> {
    const documents = job.documents.map(one => one.document)
    const code = toCompanyCode({ applicant: job.applicant, documents })
    const { id: requestId } = await datasource.createRequest(code)
    return toContinue({ ...checkpoint, requestId })
  }

  async function createMedium(
    document: SubmissionDocument,
    checkpoint: Checkpoint,
    requestId: string,
  ): Promise<SubmissionStep> {
    const { mediumId, target } = await datasource.createMedium(requestId, document)
    pending.keep(mediumId, target)
    return toContinue({ ...checkpoint, uploading: { documentId: document.document.id, mediumId } })
  }

  /**
   * All but the last, back to back in one step, as each may start a report of its own. A crash in between has them put
   * online once more; whatever has been reported on by then is noted before the last one follows. That is noted once: when
   * the last one is repeated after a crash, the report on everything may be there already.
   */
  async function putOnline(job: SubmissionJob, checkpoint: Checkpoint, requestId: string): Promise<SubmissionStep> {
    const media = inOrder(checkpoint).slice(0, -1)
    for (const medium of media) await publish(job, medium)
    const earlier: string[] = []
    if (media.length > 0) for await (const report of datasource.reports(requestId)) earlier.push(report.id)
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
    await datasource.publishMedium(mediumId, of ? toMediumMeta(of.document) : {})
  }
}

function nextDocument(job: SubmissionJob, { media }: Checkpoint): SubmissionDocument | undefined {
  return job.documents.find(one => !media.some(medium => medium.documentId === one.document.id))
}

/** Statements come last: what else there is should be known when they are read. */
function inOrder({ media }: Checkpoint): Checkpoint['media'] {
  const isStatement = (medium: Checkpoint['media'][number]) => medium.kind === 'BANK_STATEMENT'
  return [...media.filter(medium => !isStatement(medium)), ...media.filter(isStatement)]
}

function toContinue(checkpoint: Checkpoint): SubmissionStep {
  return { kind: 'continue', checkpoint, references: referencesOf(checkpoint) }
}

function refusedByStore(): AppError {
  return new AppError('PROVIDER_REJECTED', "Bank X-Ray's store for documents does not take a document.", {
    provider: vendor.id,
  })
}

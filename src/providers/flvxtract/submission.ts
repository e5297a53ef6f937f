import { createAnnouncements } from '../../connector/announcements.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionDocument, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpoint, referencesOf, toRejection, toRejectionError } from './checkpoint.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { findUpload } from './find-upload.ts'
import { isLocked, reuploadRequest } from './locked-documents.ts'

/**
 * Hands documents over one by one, each in two steps: the first announces the upload in the checkpoint, the second makes
 * it. An upload costs quota and may not be repeated blindly, so an announcement that was used before, or that another
 * worker made, is looked up at the vendor first.
 */
export function createSubmission(unbound: FlvxtractDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = onlyOf(job, parseCheckpoint(stored))
    const { uploading } = checkpoint
    const document = job.documents.find(one => one.document.id === uploading?.documentId)
    if (uploading && document) return upload(unbound.within(job.signal), document, { ...checkpoint, uploading })
    const next = job.documents.find(one => !isHandedOver(checkpoint, one.document.id))
    return next ? announce(checkpoint, next.document.id) : finish(checkpoint)
  }

  function announce(checkpoint: Checkpoint, documentId: string): SubmissionStep {
    return toContinue({ ...checkpoint, uploading: { documentId, announcement: announcements.make() } })
  }

  async function upload(
    datasource: FlvxtractDatasource,
    document: SubmissionDocument,
    checkpoint: Checkpoint & { readonly uploading: NonNullable<Checkpoint['uploading']> },
  ): Promise<SubmissionStep> {
    const documentId = document.document.id
    const isFirst = announcements.use(checkpoint.uploading.announcement)
    const found = isFirst ? null : await findUpload(datasource, document.fileName)
    const answer = found ? ({ kind: 'accepted', statement: found } as const) : await datasource.upload(document)
    if (answer.kind === 'rejected') {
      const rejections = [...checkpoint.rejections, toRejection(documentId, answer.error)]
      return toContinue({ ...checkpoint, uploading: null, rejections })
    }
    const statements = [...checkpoint.statements, { documentId, statementId: answer.statement.id }]
    return toContinue({ ...checkpoint, uploading: null, statements })
  }
}

/** Every document has its statement or its rejection. */
function finish(checkpoint: Checkpoint): SubmissionStep {
  const references = referencesOf(checkpoint)
  if (references.length > 0) {
    const providerReference = references.length === 1 ? (references[0] ?? null) : null
    return { kind: 'submitted', checkpoint, references, providerReference }
  }
  const rejected = checkpoint.rejections.map(one => ({ documentId: one.documentId, error: toRejectionError(one) }))
  const locked = rejected.filter(isLocked)
  if (locked.length > 0) return { kind: 'action-required', checkpoint, action: reuploadRequest(locked) }
  throw (
    rejected[0]?.error ??
    new AppError('BAD_USER_INPUT', 'An extraction needs at least one document.', { provider: 'flvxtract' })
  )
}

function toContinue(checkpoint: Checkpoint): SubmissionStep {
  return { kind: 'continue', checkpoint, references: referencesOf(checkpoint) }
}

function isHandedOver(checkpoint: Checkpoint, documentId: string): boolean {
  return [...checkpoint.statements, ...checkpoint.rejections].some(one => one.documentId === documentId)
}

/** A resumed analysis may have other documents than before. */
function onlyOf(job: SubmissionJob, checkpoint: Checkpoint): Checkpoint {
  const isWanted = (one: { documentId: string }) => job.documents.some(({ document }) => document.id === one.documentId)
  return {
    ...checkpoint,
    statements: checkpoint.statements.filter(isWanted),
    rejections: checkpoint.rejections.filter(isWanted),
  }
}

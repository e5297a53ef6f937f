import { createAnnouncements } from '../../connector/announcements.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionDocument, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint, referencesOf, toRejection } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { outcomeUnknown } from './errors.ts'
import type { StatementPayload } from './payloads.ts'
import { isLocked, reuploadRequest, toRefusedDocuments } from './progress.ts'

/**
 * Uploads the documents one by one, each in two steps: the first announces the upload in the checkpoint, the second makes it.
 * An upload costs quota and must not be repeated without a check. If the announcement was used before, or if another
 * worker made it, the list of the vendor's statements is searched for the document first.
 */
export function createSubmission(unbound: FlvxtractDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const checkpoint = onlyOf(job, parseCheckpoint(stored))
    const { uploading } = checkpoint
    const document = job.documents.find(one => one.document.id === uploading?.documentId)
    if (uploading && document)
      return upload(unbound.within(job.signal), withOwnName(job, document), { ...checkpoint, uploading })
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

/**
 * The document under a name that no other analysis uses. A statement with this name was therefore made by this
 * analysis, even if it failed at once.
 */
function withOwnName({ analysisId }: SubmissionJob, document: SubmissionDocument): SubmissionDocument {
  return { ...document, fileName: `${analysisId}-${document.fileName}` }
}

/** Called when every document has a statement or a rejection. */
function finish(checkpoint: Checkpoint): SubmissionStep {
  const references = referencesOf(checkpoint)
  if (references.length > 0) {
    const providerReference = references.length === 1 ? (references[0] ?? null) : null
    return { kind: 'submitted', checkpoint, references, providerReference }
  }
  const documents = toRefusedDocuments(checkpoint)
  const locked = documents.filter(isLocked)
  if (locked.length > 0) return { kind: 'action-required', checkpoint, action: reuploadRequest(locked), documents }
  const error = documents[0]?.error
  if (error) return { kind: 'failed', checkpoint, error, documents }
  throw new AppError('BAD_USER_INPUT', 'An extraction needs at least one document.', { provider: vendor.id })
}

function toContinue(checkpoint: Checkpoint): SubmissionStep {
  return { kind: 'continue', checkpoint, references: referencesOf(checkpoint) }
}

function isHandedOver(checkpoint: Checkpoint, documentId: string): boolean {
  return [...checkpoint.statements, ...checkpoint.rejections].some(one => one.documentId === documentId)
}

/** An analysis that was resumed may have other documents than before. */
function onlyOf(job: SubmissionJob, checkpoint: Checkpoint): Checkpoint {
  const isWanted = (one: { documentId: string }) => job.documents.some(({ document }) => document.id === one.documentId)
  return {
    ...checkpoint,
    statements: checkpoint.statements.filter(isWanted),
    rejections: checkpoint.rejections.filter(isWanted),
  }
}

/** Pages of 50 statements that are searched at most. */
const maxPages = 200

/**
 * The statement of a file with this name; null when the vendor has none. Neither the order nor the size of a page is documented, so pages are read until one holds no new statement.
 *
 * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when there are too many statements, or when no statement names its file
 */
async function findUpload(datasource: FlvxtractDatasource, fileName: string): Promise<StatementPayload | null> {
  const seen = new Set<string>()
  let namesFiles = false
  for (let page = 1; page <= maxPages; page += 1) {
    const { items, total } = await datasource.list(page)
    const match = items.find(item => item.fileName === fileName)
    if (match) return match
    const before = seen.size
    for (const item of items) seen.add(item.id)
    namesFiles ||= items.some(item => item.fileName !== null)
    if (seen.size > before && (total === null || seen.size < total)) continue
    if (seen.size > 0 && !namesFiles) break
    return null
  }
  throw outcomeUnknown('It is not known whether FLVXtract took a document: its list of statements does not tell.')
}

import { createAnnouncements } from '../../connector/announcements.ts'
import { addDays, utcDateOf } from '../../domain/calendar-date.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError, toAppError } from '../../errors.ts'
import { wasNotSent } from '../../http/was-not-sent.ts'
import type { SubmissionDocument, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint, referencesOf, startOver, type UploadedStatement } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { FinboxDatasource, SessionRequest } from './datasource.ts'
import { toSlashDate } from './dates.ts'
import { toRefusedDocuments } from './progress.ts'

/**
 * The first day of which transactions are taken. A statement without a day in the session's period is refused (OUT_OF_DATE_RANGE),
 * and an applicant's statements may be old.
 */
const firstDay = '2000-01-01'

/**
 * Makes a session, uploads the documents one after the other, and closes the session when all are in.
 *
 * Making a session is repeated freely. An upload is announced in the checkpoint before it is made. When it may have been made
 * already, the session is asked what it holds before it is made again. Closing may be repeated: the vendor says that it was closed.
 * A document with a missing or wrong password keeps the session open until somebody has given the password.
 */
export function createSubmission(datasource: FinboxDatasource, now: () => Date) {
  const announcements = createAnnouncements(now)

  return async function submit(job: SubmissionJob, stored: JsonValue): Promise<SubmissionStep> {
    const calls = datasource.within(job.signal)
    const checkpoint = onlyOf(job, parseCheckpoint(stored))
    const { sessionId } = checkpoint
    if (sessionId === null)
      return toContinue({ ...checkpoint, sessionId: await calls.createSession(toSessionRequest(job, now())) })
    try {
      return await goOn({ calls, sessionId, checkpoint }, job)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code !== 'PROVIDER_SESSION_EXPIRED' || checkpoint.renewed) throw error
      return toContinue(startOver(checkpoint))
    }
  }

  async function goOn(open: OpenSession, job: SubmissionJob): Promise<SubmissionStep> {
    const { checkpoint } = open
    const { uploading } = checkpoint
    const announced = job.documents.find(({ document }) => document.id === uploading?.documentId)
    if (uploading && announced) return upload(open, announced, uploading.announcement)
    const next = job.documents.find(({ document }) => !isSettled(checkpoint, document.id))
    if (next) return announce(checkpoint, next.document.id)
    if (checkpoint.locked.length > 0) return askForPasswords(checkpoint)
    return finish(open)
  }

  function announce(checkpoint: Checkpoint, documentId: string): SubmissionStep {
    return toContinue({ ...checkpoint, uploading: { documentId, announcement: announcements.make() } })
  }

  async function upload(
    open: OpenSession,
    document: SubmissionDocument,
    announcement: string,
  ): Promise<SubmissionStep> {
    const { calls, sessionId, checkpoint } = open
    // Another worker, or an earlier call whose answer was lost, may have made this upload already.
    const isFirst = announcements.use(announcement)
    const found = isFirst ? null : await findUpload(open, document.fileName)
    if (found) return keep(checkpoint, toStatement(document, found))
    try {
      const answer = await calls.upload(sessionId, document)
      if (answer.kind === 'accepted') {
        return keep(checkpoint, { documentId: document.document.id, ...answer.statement })
      }
      if (answer.code === 'STATEMENT_DUPLICATE' && !isFirst) {
        const arrived = await findUpload(open, document.fileName, true)
        if (arrived) return keep(checkpoint, toStatement(document, arrived))
      }
      return refuse(checkpoint, document.document.id, answer.error)
    } catch (thrown) {
      const error = toAppError(thrown)
      const isMadeNowhere = wasNotSent(error) || error.code === 'PROVIDER_RATE_LIMITED'
      if (!isMadeNowhere) throw error
      return { kind: 'postponed', checkpoint: { ...checkpoint, uploading: null }, error }
    }
  }

  async function finish({ calls, sessionId, checkpoint }: OpenSession): Promise<SubmissionStep> {
    // A session without a statement is not closed; it expires.
    if (checkpoint.statements.length === 0) return allRefused(checkpoint)
    await calls.startProcessing(sessionId)
    return { kind: 'submitted', checkpoint, references: referencesOf(checkpoint), providerReference: sessionId }
  }
}

interface OpenSession {
  readonly calls: FinboxDatasource
  readonly sessionId: string
  readonly checkpoint: Checkpoint
}

/** The period ends yesterday, because an older page of the vendor does not allow today. */
function toSessionRequest({ documents, analysisId }: SubmissionJob, now: Date): SessionRequest {
  const linkId = documents[0]?.document.caseId ?? analysisId
  return { linkId, from: toSlashDate(firstDay), to: toSlashDate(addDays(utcDateOf(now), -1)) }
}

/**
 * The id of the statement that an interrupted upload became; null when the session has none. ASSUMED: `upload_file_name` may be our
 * unique name of the file or one that the vendor made, as in its sample. The uploads of a session are made one after the other, so
 * a statement that the checkpoint does not know can only be of the last one.
 *
 * @param isFailedToo whether a statement that the vendor calls failed counts too: without that, the upload is made again to learn why
 */
async function findUpload(
  { calls, sessionId, checkpoint }: OpenSession,
  fileName: string,
  isFailedToo = false,
): Promise<string | null> {
  const known = new Set(checkpoint.statements.map(one => one.statementId))
  const unknown = (await calls.uploadedStatements(sessionId)).filter(
    one => !known.has(one.statementId) && (isFailedToo || !one.isFailed),
  )
  const named = unknown.find(one => one.fileName === fileName)
  return (named ?? unknown.at(-1))?.statementId ?? null
}

/** The id of a statement whose upload's answer was lost. */
function toStatement({ document }: SubmissionDocument, statementId: string): UploadedStatement {
  const unheard = { openingBalance: null, closingBalance: null, from: null, to: null, fraudType: null }
  return { documentId: document.id, statementId, ...unheard }
}

function keep(checkpoint: Checkpoint, statement: UploadedStatement): SubmissionStep {
  return toContinue({ ...checkpoint, uploading: null, statements: [...checkpoint.statements, statement] })
}

function refuse(checkpoint: Checkpoint, documentId: string, error: AppError): SubmissionStep {
  const settled = { ...checkpoint, uploading: null }
  if (error.code === 'DOCUMENT_PASSWORD_INCORRECT')
    return toContinue({ ...settled, locked: [...checkpoint.locked, documentId] })
  const { code, message, providerCode } = error
  const rejections = [...checkpoint.rejections, { documentId, code, message, providerCode }]
  return toContinue({ ...settled, rejections })
}

/** Asks for the passwords. The step after it has them and makes these uploads again. */
function askForPasswords(checkpoint: Checkpoint): SubmissionStep {
  return {
    kind: 'action-required',
    checkpoint: { ...checkpoint, asked: true },
    action: { type: 'PROVIDE_PASSWORD', documentIds: checkpoint.locked, url: null, expiresAt: null },
    documents: toRefusedDocuments(checkpoint),
    references: referencesOf(checkpoint),
    providerReference: checkpoint.sessionId,
  }
}

function toContinue(checkpoint: Checkpoint): SubmissionStep {
  return { kind: 'continue', checkpoint, references: referencesOf(checkpoint) }
}

function isSettled({ statements, rejections, locked }: Checkpoint, documentId: string): boolean {
  return locked.includes(documentId) || [...statements, ...rejections].some(one => one.documentId === documentId)
}

/**
 * The checkpoint for the documents that the analysis has now. After somebody has acted, the documents that had no right password are
 * open again, and a session that has expired meanwhile may be replaced once more. A session that holds a document which is no
 * longer part of the analysis is given up, because the vendor cannot take a document out of it.
 */
function onlyOf(job: SubmissionJob, given: Checkpoint): Checkpoint {
  const acted: Checkpoint = given.asked ? { ...given, asked: false, locked: [], renewed: false } : given
  const isWanted = (documentId: string) => job.documents.some(({ document }) => document.id === documentId)
  const checkpoint = {
    ...acted,
    rejections: acted.rejections.filter(one => isWanted(one.documentId)),
    locked: acted.locked.filter(isWanted),
  }
  const holdsOthers = checkpoint.statements.some(one => !isWanted(one.documentId))
  return holdsOthers ? { ...startOver(checkpoint), renewed: false } : checkpoint
}

/** The analysis fails with the error of its first document. @throws AppError BAD_USER_INPUT when there is no document */
function allRefused(checkpoint: Checkpoint): SubmissionStep {
  const documents = toRefusedDocuments(checkpoint)
  const error = documents[0]?.error
  if (error) return { kind: 'failed', checkpoint, error, documents, references: referencesOf(checkpoint) }
  throw new AppError('BAD_USER_INPUT', 'An extraction needs at least one document.', { provider: vendor.id })
}

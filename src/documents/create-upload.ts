import type { Signer } from '../auth/signer.ts'
import { parseCalendarDate } from '../domain/calendar-date.ts'
import type { CreateDocumentUpload, DocumentUploads } from '../domain/commands.ts'
import { createId } from '../domain/ids.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { extendUpload, insertDocument, lockCaseForDocuments } from '../store/document-rows.ts'
import { createOnce } from '../store/idempotency.ts'
import { documentTypesInWords, extensionOf, normaliseMediaType } from './media-types.ts'
import { toUploadToken } from './upload-token.ts'

/** The most documents of a case. The list of them is not paged. */
export const maxDocumentsPerCase = 200

export interface DocumentUploadsDeps {
  readonly database: ChangingDatabase
  /** The signer for the purpose `upload`, the same as the receiver's. */
  readonly signer: Signer
  /** The address at which browsers reach this server. */
  readonly publicUrl: string
  readonly now: () => Date
  /** The size of the largest document. */
  readonly maxBytes: number
  /** How long an address is valid. */
  readonly expiresSeconds: number
}

/** Creates documents and returns where to send their bytes: an address that needs no other credential and expires soon. */
export function createDocumentUploads(deps: DocumentUploadsDeps): DocumentUploads {
  const { database, signer, publicUrl, now, maxBytes, expiresSeconds } = deps
  const base = publicUrl.replace(/\/+$/, '')
  return {
    async createUpload(context, input) {
      const { tenant } = context
      const { caseId, ...announced } = checkAnnouncement(input, maxBytes)
      const until = new Date(now().getTime() + expiresSeconds * 1_000)
      const documentId = await database.change(context, 'REQUEST', async change => {
        const { tx, at } = change
        const request = {
          operation: 'createDocumentUpload',
          key: input.idempotencyKey ?? null,
          input: { caseId, ...announced },
        }
        const { id, created } = await createOnce(change, request, async () => {
          const found = await lockCaseForDocuments(tx, context, caseId)
          if (!found) throw new AppError('NOT_FOUND', 'There is no such case.', { field: ['caseId'] })
          if (found.documentCount >= maxDocumentsPerCase) throw caseIsFull()
          const { applicantId } = found
          const id = createId('document')
          await insertDocument(tx, tenant, { id, caseId, applicantId, ...announced, createdAt: at, uploadUntil: until })
          return id
        })
        if (!created) await extendUpload(tx, tenant, id, until)
        return id
      })
      return {
        documentId,
        url: `${base}/uploads/${toUploadToken(signer, { tenant, documentId, until })}`,
        method: 'PUT',
        headers: [{ name: 'Content-Type', value: announced.mediaType ?? 'application/octet-stream' }],
        expiresAt: until,
      }
    },
  }
}

/** The input with all defaults. */
function checkAnnouncement(input: CreateDocumentUpload, maxBytes: number) {
  const { caseId, fileName, byteSize = null, period = null, date = null } = input
  const kind = input.kind ?? 'BANK_STATEMENT'
  const mediaType = normaliseMediaType(input.mediaType)
  if (!isFileName(fileName)) {
    const rule = 'A file name has 1 to 255 characters, without control characters, slashes and backslashes.'
    throw new AppError('BAD_USER_INPUT', rule, { field: ['fileName'] })
  }
  if (byteSize !== null) checkAnnouncedSize(byteSize, maxBytes)
  if (mediaType !== null && extensionOf(mediaType) === null)
    throw new AppError('DOCUMENT_TYPE_UNSUPPORTED', `Accepted are ${documentTypesInWords}.`, { field: ['mediaType'] })
  if (period !== null && kind !== 'BANK_STATEMENT')
    throw new AppError('BAD_USER_INPUT', 'Only a bank statement has a period.', { field: ['period'] })
  if (date !== null && parseCalendarDate(date) === null)
    throw new AppError('BAD_USER_INPUT', 'There is no such day.', { field: ['date'] })
  return { caseId, fileName, byteSize, mediaType, kind, period, date }
}

function checkAnnouncedSize(byteSize: number, maxBytes: number): void {
  const field = ['byteSize']
  if (byteSize === 0) throw new AppError('DOCUMENT_EMPTY', 'A document needs at least one byte.', { field })
  if (!Number.isSafeInteger(byteSize) || byteSize < 0)
    throw new AppError('BAD_USER_INPUT', 'A size is a whole number of bytes.', { field })
  if (byteSize > maxBytes)
    throw new AppError('DOCUMENT_TOO_LARGE', `A document may have at most ${maxBytes} bytes.`, { field })
}

function isFileName(text: string): boolean {
  return /^[^\p{Cc}\p{Zl}\p{Zp}/\\]{1,255}$/u.test(text) && text.trim() !== '' && text !== '.' && text !== '..'
}

function caseIsFull(): AppError {
  const message = `A case holds at most ${maxDocumentsPerCase} documents. Open another one.`
  return new AppError('INVALID_STATE', message, { field: ['caseId'] })
}

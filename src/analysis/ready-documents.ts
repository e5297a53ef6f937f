import type { CaseDocument } from '../domain/document.ts'
import type { Reach } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { Queries } from '../store/database.ts'
import { readDocuments } from '../store/documents.ts'

/** The bound of the list `Analysis.documents`. */
const maxDocuments = 200

/**
 * The given documents, if each belongs to the case, is stored, and is given once.
 *
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, DOCUMENT_NOT_READY, INVALID_STATE
 */
export async function readyDocuments(
  queries: Queries,
  reach: Reach,
  caseId: string,
  inputs: readonly { readonly documentId: string }[],
): Promise<CaseDocument[]> {
  const ids = inputs.map(input => input.documentId)
  if (ids.length === 0) throw new AppError('BAD_USER_INPUT', 'Name at least one document.', { field: ['documents'] })
  if (ids.length > maxDocuments)
    throw new AppError('BAD_USER_INPUT', `An analysis has at most ${maxDocuments} documents. Start several.`, {
      field: ['documents'],
    })
  const found = new Map((await readDocuments(queries, reach, ids)).map(document => [document.id, document]))
  return ids.map((id, index) => {
    const field = ['documents', String(index), 'documentId']
    const document = found.get(id)
    if (!document || document.caseId !== caseId)
      throw new AppError('NOT_FOUND', 'There is no such document in this case.', { field })
    if (ids.indexOf(id) !== index) throw new AppError('BAD_USER_INPUT', 'This document is given twice.', { field })
    if (document.status === 'AWAITING_UPLOAD')
      throw new AppError('DOCUMENT_NOT_READY', 'The document has not been uploaded yet. PUT its bytes first.', {
        field,
      })
    if (document.status !== 'STORED')
      throw new AppError('INVALID_STATE', `The document is ${document.status} and cannot be analysed.`, { field })
    return document
  })
}

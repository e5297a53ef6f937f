import type { AppError } from '../../errors.ts'
import type { ActionRequest } from '../analysis-driver.ts'

/** Whether a document failed because it is protected by a password. */
export function isLocked({ error }: { readonly error: AppError | null }): boolean {
  return error?.code === 'DOCUMENT_PASSWORD_INCORRECT'
}

/**
 * No call of https://flvxtract.com/docs takes a password, so that asking for one would lead nowhere: what helps is a copy
 * without protection.
 */
export function reuploadRequest(locked: readonly { readonly documentId: string }[]): ActionRequest {
  return { type: 'REUPLOAD', documentIds: locked.map(one => one.documentId), url: null, expiresAt: null }
}

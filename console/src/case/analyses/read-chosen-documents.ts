import type { AnalysisDocumentInput } from '../../__generated__/graphql.ts'

/** The names of the form fields for documents. */
export const documentsField = 'document'
export const passwordOf = (documentId: string): string => `password:${documentId}`
export const bankNameOf = (documentId: string): string => `bank:${documentId}`

/** The chosen documents of a form with their filled fields. */
export function readChosenDocuments(form: FormData): AnalysisDocumentInput[] {
  return form.getAll(documentsField).map(value => {
    const documentId = String(value)
    const password = String(form.get(passwordOf(documentId)) ?? '')
    const bankName = String(form.get(bankNameOf(documentId)) ?? '')
    return { documentId, ...(password !== '' && { password }), ...(bankName !== '' && { bankName }) }
  })
}

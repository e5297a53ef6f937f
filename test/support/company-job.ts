import type { CaseDocument } from '../../src/domain/document.ts'
import type { SubmissionDocument, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import { createSubmissionDocument, createSubmissionJob } from './submission-job.ts'

/** A document, by default a bank statement. */
export function createStatement(id: string, members: Partial<CaseDocument> = {}, bytes?: Buffer): SubmissionDocument {
  const created = createSubmissionDocument(id, bytes ? { bytes } : {})
  return { ...created, document: { ...created.document, ...members } }
}

/** An analysis of a company's documents. An id stands for a statement. */
export function createCompanyJob(...documents: readonly (string | SubmissionDocument)[]): SubmissionJob {
  const job = createSubmissionJob(documents.map(one => (typeof one === 'string' ? createStatement(one) : one)))
  const registration = { scheme: 'SIREN', value: '123456782' } as const
  return { ...job, applicant: { ...job.applicant, kind: 'COMPANY', registration } }
}

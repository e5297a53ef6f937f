import { Readable } from 'node:stream'
import { noOptions } from '../../src/domain/analysis.ts'
import type { CaseDocument } from '../../src/domain/document.ts'
import type { SubmissionDocument, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import { neverAborted } from './never-aborted.ts'

const at = new Date('2026-03-01T09:00:00Z')

function createCaseDocument(id: string): CaseDocument {
  return {
    id,
    caseId: 'case_1',
    applicantId: 'app_1',
    fileName: 'Statement of Testine Musterwoman.pdf',
    kind: 'BANK_STATEMENT',
    mediaType: 'application/pdf',
    byteSize: null,
    sha256: null,
    period: null,
    date: null,
    status: 'STORED',
    createdAt: at,
    storedAt: at,
    rejection: null,
  }
}

/** A document named `<id>.pdf`, by default a small PDF. */
export function createSubmissionDocument(
  id: string,
  { bytes = Buffer.from(`%PDF-1.7\n% ${id}\n`), password = null }: { bytes?: Buffer; password?: string | null } = {},
): SubmissionDocument {
  return {
    document: createCaseDocument(id),
    fileName: `${id}.pdf`,
    mediaType: 'application/pdf',
    byteSize: bytes.byteLength,
    password,
    bankName: null,
    open: async () => Readable.from([bytes]),
  }
}

/** The submission of an analysis of these documents. */
export function createSubmissionJob(documents: readonly SubmissionDocument[]): SubmissionJob {
  return {
    analysisId: 'ana_1',
    applicant: {
      id: 'app_1',
      reference: 'app_1',
      kind: 'PERSON',
      displayName: null,
      registration: null,
      createdAt: at,
      updatedAt: at,
    },
    useCase: null,
    declared: null,
    documents,
    options: noOptions,
    signal: neverAborted,
  }
}

/** The same for a company in a register. */
export function createCompanyJob(documents: readonly SubmissionDocument[]): SubmissionJob {
  const job = createSubmissionJob(documents)
  const registration = { scheme: 'SIREN', value: '732829320' } as const
  return { ...job, applicant: { ...job.applicant, kind: 'COMPANY', registration } }
}

import type { ErrorCode } from '../errors.ts'
import type { CalendarDate } from './calendar-date.ts'

export const documentKinds = ['BANK_STATEMENT', 'OTHER'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const documentPeriods = ['MONTH', 'QUARTER', 'SEMESTER', 'YEAR'] as const
export type DocumentPeriod = (typeof documentPeriods)[number]

export const documentStatuses = ['AWAITING_UPLOAD', 'STORED', 'REJECTED', 'ERASED'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** Why a document was refused; shown as an `InputProblem`. */
export interface DocumentRejection {
  readonly code: ErrorCode
  readonly message: string
  readonly field: readonly string[] | null
}

/** A file of a case. Before the upload, `mediaType` and `byteSize` are those that the caller declared. */
export interface CaseDocument {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly fileName: string
  readonly kind: DocumentKind
  readonly mediaType: string | null
  readonly byteSize: number | null
  readonly sha256: string | null
  readonly period: DocumentPeriod | null
  readonly date: CalendarDate | null
  readonly status: DocumentStatus
  readonly createdAt: Date
  readonly storedAt: Date | null
  readonly rejection: DocumentRejection | null
}

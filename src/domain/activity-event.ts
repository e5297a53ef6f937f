import type { AnalysisStage, AnalysisStatus } from './analysis.ts'

export const eventTypes = [
  'APPLICANT_CREATED',
  'APPLICANT_ERASED',
  'CASE_OPENED',
  'CASE_SETTLED',
  'DOCUMENT_STORED',
  'DOCUMENT_REJECTED',
  'ANALYSIS_QUEUED',
  'ANALYSIS_PROGRESSED',
  'ANALYSIS_ACTION_REQUIRED',
  'ANALYSIS_COMPLETED',
  'ANALYSIS_PARTIAL',
  'ANALYSIS_FAILED',
  'ANALYSIS_CANCELLED',
  'BANK_LOGIN_CONNECTED',
  'BANK_LOGIN_SYNCHRONIZED',
  'BANK_LOGIN_ACCOUNTS_CHANGED',
  'BANK_LOGIN_ACTION_REQUIRED',
  'BANK_LOGIN_FAILED',
  'BANK_LOGIN_REMOVED',
  'SHIPMENT_QUEUED',
  'SHIPMENT_SENT',
  'SHIPMENT_DELIVERED',
  'SHIPMENT_FAILED',
  'SHIPMENT_UNCONFIRMED',
] as const
export type EventType = (typeof eventTypes)[number]

/** What led to an event: a vendor's call, our asking, a browser's return, the caller's request, or the clock. */
export const eventSources = ['WEBHOOK', 'POLL', 'CALLBACK', 'REQUEST', 'SCHEDULE'] as const
export type EventSource = (typeof eventSources)[number]

/** One row of the log. Holds ids and enum values only, so that erasing a person need not touch it. */
export interface ActivityEvent {
  readonly id: string
  readonly sequence: number
  readonly type: EventType
  readonly occurredAt: Date
  readonly via: EventSource
  readonly applicantId: string | null
  readonly caseId: string | null
  readonly analysisId: string | null
  readonly documentId: string | null
  readonly bankLoginId: string | null
  readonly bankSessionId: string | null
  readonly shipmentId: string | null
  readonly analysisStatus: AnalysisStatus | null
  readonly analysisStage: AnalysisStage | null
  readonly analysisVersion: number | null
  readonly correlationId: string
}

/** Which events are wanted; absent members let everything through. */
export interface EventFilter {
  readonly types?: readonly EventType[] | null
  readonly applicantId?: string | null
  readonly caseId?: string | null
  readonly analysisId?: string | null
  readonly bankLoginId?: string | null
  readonly shipmentId?: string | null
}

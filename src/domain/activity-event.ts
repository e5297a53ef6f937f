import type { AnalysisStage, AnalysisStatus } from './analysis.ts'
import { isIdOf } from './ids.ts'

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

/** The cause of an event: a vendor's webhook, polling, a callback, a caller's request, or the schedule. */
export const eventSources = ['WEBHOOK', 'POLL', 'CALLBACK', 'REQUEST', 'SCHEDULE'] as const
export type EventSource = (typeof eventSources)[number]

/** One row of the event log. It contains only ids and enum values, so erasing a person need not change it. */
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

export function isActivityEvent(value: unknown): value is ActivityEvent {
  return typeof value === 'object' && value !== null && 'id' in value && isIdOf('event', String(value.id))
}

/** Which events to select. An absent member excludes nothing. */
export interface EventFilter {
  readonly types?: readonly EventType[] | null
  readonly applicantId?: string | null
  readonly caseId?: string | null
  readonly analysisId?: string | null
  readonly bankLoginId?: string | null
  readonly shipmentId?: string | null
}

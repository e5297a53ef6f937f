import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../simulation/clock.ts'
import type { SimulatedMedium } from './media.ts'

/** An id as in the vendor's samples: 24 hexadecimal digits. */
export function createObjectId(): string {
  return randomBytes(12).toString('hex')
}

export interface SimulatedRequest {
  readonly id: string
  readonly userId: string
  readonly code: { readonly type: 'siren' | 'kvk'; readonly id: string }
  readonly createdAt: Date
  /** ASSUMED: both stay as the sample shows them. */
  readonly status: string
  readonly stage: string
}

export type Requests = ReturnType<typeof createRequests>

export function createRequests(clock: Clock) {
  const requests = new Map<string, SimulatedRequest>()
  return {
    create(request: Pick<SimulatedRequest, 'userId' | 'code'>): SimulatedRequest {
      const id = createObjectId()
      const created = { id, ...request, createdAt: clock.now(), status: 'pending_analysis', stage: '1.1' }
      requests.set(id, created)
      return created
    },
    find: (id: string) => requests.get(id) ?? null,
    /** Oldest first. */
    list: () => [...requests.values()],
  }
}

/** The members of the `X-Ray` family: https://doc.lending.soprafinancing.io, "Webhooks" and "Generate Doc X-Ray". */
type ReportSource = 'bank_xray' | 'doc_xray' | 'financial_xray'

export interface SimulatedReport {
  readonly id: string
  readonly requestId: string
  readonly source: ReportSource
  readonly creation: Date
  /** The bank statements that it covers, in the order in which they went online. */
  readonly media: readonly SimulatedMedium[]
  /** Replaces members of its `raw`. */
  readonly raw: Readonly<Record<string, unknown>>
}

export type NewReport = Omit<SimulatedReport, 'id' | 'creation'>

export type Reports = ReturnType<typeof createReports>

/** @param onAdded called with each new report */
export function createReports(clock: Clock, onAdded: (report: SimulatedReport) => void) {
  const reports = new Map<string, SimulatedReport>()
  return {
    add(made: NewReport): SimulatedReport {
      const report = { ...made, id: createObjectId(), creation: clock.now() }
      reports.set(report.id, report)
      onAdded(report)
      return report
    },
    find: (id: string) => reports.get(id) ?? null,
    /** Oldest first. */
    list: () => [...reports.values()],
  }
}

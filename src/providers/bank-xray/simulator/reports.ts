import type { Clock } from '../../../simulation/clock.ts'
import type { SimulatedMedium } from './media.ts'
import { createObjectId } from './object-id.ts'

/** The members of the `X-Ray` family: https://doc.lending.soprafinancing.io, "Webhooks" and "Generate Doc X-Ray". */
export type ReportSource = 'bank_xray' | 'doc_xray' | 'financial_xray'

export interface SimulatedReport {
  readonly id: string
  readonly requestId: string
  readonly source: ReportSource
  readonly creation: Date
  /** Bank statements that it is about, in the order in which they went online. */
  readonly media: readonly SimulatedMedium[]
  /** Laid over its `raw`, member by member. */
  readonly raw: Readonly<Record<string, unknown>>
}

export type NewReport = Omit<SimulatedReport, 'id' | 'creation'>

export interface Reports {
  add(report: NewReport): SimulatedReport
  find(id: string): SimulatedReport | null
  /** Oldest first. */
  list(): readonly SimulatedReport[]
  remove(id: string): void
}

/** @param onAdded called with each new one. */
export function createReports(clock: Clock, onAdded: (report: SimulatedReport) => void): Reports {
  const reports = new Map<string, SimulatedReport>()
  return {
    add(made) {
      const report = { ...made, id: createObjectId(), creation: clock.now() }
      reports.set(report.id, report)
      onAdded(report)
      return report
    },
    find: id => reports.get(id) ?? null,
    list: () => [...reports.values()],
    remove: id => void reports.delete(id),
  }
}

import { inPieces, toJsonTexts } from '../../../simulation/json-texts.ts'
import type { ReportRaw } from './report-raw.ts'
import type { SimulatedReport } from './reports.ts'

/** ASSUMED: `creation`, which the sample of a report leaves out and that of its download has. */
export function toReportMembers({ id, requestId, source, creation }: SimulatedReport) {
  return { id, request: requestId, source, creation: creation.toISOString() }
}

/**
 * A report as JSON text, in pieces: however many transactions there are, only a few are held at a time.
 * @param isWrapped whether it stands in an envelope
 */
export function createReportBody(
  members: Readonly<Record<string, unknown>>,
  raw: ReportRaw | null,
  isWrapped: boolean,
): Iterable<string> {
  const report = raw === null ? members : { ...members, raw }
  return inPieces(toJsonTexts(isWrapped ? { report } : report))
}

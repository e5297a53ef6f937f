import type { JsonPart } from '../../http/stream-json.ts'
import type { ConfidencePayload, HeaderPayload, MetricPayload, TransactionPayload } from './payloads.ts'
import { parseConfidence, parseHeader, parseMetrics, transactionPayload } from './payloads.ts'

/** One piece of an analysis; its transactions come one by one. */
export type AnalysisPart =
  | { readonly kind: 'header'; readonly header: HeaderPayload | null }
  | { readonly kind: 'transaction'; readonly transaction: TransactionPayload }
  | { readonly kind: 'metrics'; readonly metrics: readonly MetricPayload[] }
  | { readonly kind: 'confidence'; readonly confidence: ConfidencePayload | null }

const paths = {
  header: '$.header',
  transaction: '$.transactions.*',
  metrics: '$.lendingMetrics',
  confidence: '$.confidence',
} as const

/** The members of an analysis that are read. All others are ignored. */
export const analysisPaths: readonly string[] = Object.values(paths)

export function toAnalysisPart({ path, value }: JsonPart): AnalysisPart {
  if (path === paths.header) return { kind: 'header', header: parseHeader(value) }
  if (path === paths.metrics) return { kind: 'metrics', metrics: parseMetrics(value) }
  if (path === paths.confidence) return { kind: 'confidence', confidence: parseConfidence(value) }
  return { kind: 'transaction', transaction: transactionPayload.parse(value) }
}

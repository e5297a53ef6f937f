import type { VendorTrace } from '../store/erasure-rows.ts'

/** The vendor ids of each provider, each id once. */
export function referencesByProvider(traces: readonly VendorTrace[]): Map<string, string[]> {
  const grouped = Map.groupBy(traces, trace => trace.providerId)
  return new Map(
    [...grouped].map(([providerId, own]) => [providerId, [...new Set(own.flatMap(trace => trace.references))]]),
  )
}

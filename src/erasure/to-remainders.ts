import type { ErasureRemainder } from '../domain/commands.ts'
import type { ErasureRecord } from '../store/erasures.ts'
import type { EraseFailures } from './erase-at-providers.ts'
import { referencesByProvider } from './references-by-provider.ts'

/** What is left of an erased applicant, in words for whoever asked for it. */
export function toRemainders({ blobKeys, traces }: ErasureRecord, failures: EraseFailures): ErasureRemainder[] {
  const atProviders = [...referencesByProvider(traces)]
    .filter(([, references]) => references.length > 0)
    .map(([providerId, references]): ErasureRemainder => {
      const failure = failures.get(providerId)
      // References may have come in while the provider was being asked.
      const { code, message } = failure ?? { code: 'CONFLICT', message: 'More was handed over meanwhile. Ask again.' }
      return { providerId, reason: code, message, references }
    })
  const unsure = new Set(traces.filter(trace => trace.outcomeUnknown).map(trace => trace.providerId))
  const unknown = [...unsure].map(
    (providerId): ErasureRemainder => ({
      providerId,
      reason: 'SUBMISSION_OUTCOME_UNKNOWN',
      message: 'Something was being handed to the provider at that moment; it may have kept it.',
      references: [],
    }),
  )
  const ours: ErasureRemainder[] =
    blobKeys.length === 0
      ? []
      : [
          {
            providerId: null,
            reason: 'INTERNAL',
            message: `${blobKeys.length} files could not be deleted yet. It is tried again every few minutes.`,
            references: [],
          },
        ]
  return [...ours, ...atProviders, ...unknown]
}

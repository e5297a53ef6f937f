import type { ErasureRemainder } from '../domain/commands.ts'
import type { ErasureRecord } from '../store/erasures.ts'
import type { EraseFailures } from './erase-at-providers.ts'
import { referencesByProvider } from './references-by-provider.ts'

/** The remaining data of an erased applicant, in words for the caller. */
export function toRemainders({ blobKeys, traces }: ErasureRecord, failures: EraseFailures): ErasureRemainder[] {
  const atProviders = [...referencesByProvider(traces)]
    .filter(([, references]) => references.length > 0)
    .map(([providerId, references]): ErasureRemainder => {
      const failure = failures.get(providerId)
      // References may have been added during the provider's deletion.
      const { code, message } = failure ?? {
        code: 'CONFLICT',
        message: 'More data was sent meanwhile. Repeat the mutation.',
      }
      return { providerId, reason: code, message, references }
    })
  const unsure = new Set(traces.filter(trace => trace.outcomeUnknown).map(trace => trace.providerId))
  const unknown = [...unsure].map(
    (providerId): ErasureRemainder => ({
      providerId,
      reason: 'SUBMISSION_OUTCOME_UNKNOWN',
      message: 'Data was being sent to the provider at that moment; the provider may have kept it.',
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
            message: `${blobKeys.length} files could not be deleted yet. Assay tries again every few minutes.`,
            references: [],
          },
        ]
  return [...ours, ...atProviders, ...unknown]
}

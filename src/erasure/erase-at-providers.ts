import type { RequestContext } from '../domain/request-context.ts'
import { AppError, toAppError } from '../errors.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import { findFreedReferences, type VendorTrace } from '../store/erasure-rows.ts'
import { settleReferences } from '../store/erasures.ts'
import { referencesByProvider } from './references-by-provider.ts'

export interface EraseAtProvidersDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'client'>
}

/** How long the mutation waits for vendors. The deletion goes on afterwards, also when the caller disconnects. */
const longestMs = 60_000

/** Why providers still have what they were given, by their ids. */
export type EraseFailures = ReadonlyMap<string, AppError>

/** Has every provider that can do so delete what it was given for an applicant; all are asked at once. */
export async function eraseAtProviders(
  { database, providers }: EraseAtProvidersDeps,
  { tenant }: RequestContext,
  applicantId: string,
  traces: readonly VendorTrace[],
): Promise<EraseFailures> {
  const failures = new Map<string, AppError>()
  const signal = AbortSignal.timeout(longestMs)

  async function eraseAt(providerId: string, references: readonly string[]): Promise<void> {
    const erase = requireOffer(providers, tenant, { providerId, wanted: 'erase' })
    // Another analysis has the same vendor id and still needs it.
    const freed = await findFreedReferences(database, providerId, references)
    if (freed.length > 0) {
      await erase(freed, signal)
      await settleReferences(database, tenant, applicantId, providerId, freed)
    }
    if (freed.length < references.length)
      throw new AppError('CONFLICT', 'Another analysis has a result under the same id of the provider.')
  }

  await Promise.all(
    [...referencesByProvider(traces)].map(async ([providerId, references]) => {
      if (references.length === 0) return
      try {
        await eraseAt(providerId, references)
      } catch (error) {
        failures.set(providerId, toAppError(error))
      }
    }),
  )
  return failures
}

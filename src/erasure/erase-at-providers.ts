import type { RequestContext } from '../domain/request-context.ts'
import { AppError, toAppError } from '../errors.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import { findFreedReferences, type VendorTrace } from '../store/erasure-rows.ts'
import { settleReferences } from '../store/erasures.ts'
import { referencesByProvider } from './references-by-provider.ts'

export interface EraseAtProvidersDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'client'>
}

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

  async function eraseAt(providerId: string, references: readonly string[]): Promise<void> {
    const client = providers.client(tenant, providerId)
    if (!client.erase)
      throw new AppError(
        'CAPABILITY_UNSUPPORTED',
        `The provider ${providerId} offers no way to delete what it was given.`,
      )
    // What another analysis was answered under the same id is still needed.
    const freed = await findFreedReferences(database, providerId, references)
    if (freed.length > 0) {
      await client.erase(freed)
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

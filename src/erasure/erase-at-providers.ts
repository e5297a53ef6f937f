import type { RequestContext } from '../domain/request-context.ts'
import { isIdOf } from '../domain/ids.ts'
import { bankUserSubject } from '../domain/subject.ts'
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

/** How long the mutation waits for vendors. The deletion continues afterwards, also when the caller disconnects. */
const longestMs = 60_000

/** The errors of providers that could not delete, by provider id. */
export type EraseFailures = ReadonlyMap<string, AppError>

/** Asks all providers in parallel to delete the data of an applicant. */
export async function eraseAtProviders(
  { database, providers }: EraseAtProvidersDeps,
  { tenant }: RequestContext,
  applicantId: string,
  traces: readonly VendorTrace[],
): Promise<EraseFailures> {
  const failures = new Map<string, AppError>()
  const signal = AbortSignal.timeout(longestMs)

  /** Deletes vendors' users with all of their data. */
  async function deleteUsers(providerId: string, references: readonly string[]): Promise<void> {
    const driver = requireOffer(providers, tenant, { providerId, wanted: 'bankLogins' })
    for (const reference of references) {
      await driver.deleteUser(reference, signal)
      await settleReferences(database, tenant, { applicantId, providerId, references: [reference] })
    }
  }

  async function eraseAt(providerId: string, references: readonly string[]): Promise<void> {
    if (references.length === 0) return
    const erase = requireOffer(providers, tenant, { providerId, wanted: 'erase' })
    // Other analyses may have the same vendor id and still need it.
    const freed = await findFreedReferences(database, providerId, references)
    if (freed.length > 0) {
      await erase(freed, signal)
      await settleReferences(database, tenant, { applicantId, providerId, references: freed })
    }
    if (freed.length < references.length)
      throw new AppError('CONFLICT', 'Another analysis has a result under the same id of the provider.')
  }

  await Promise.all(
    [...referencesByProvider(traces)].map(async ([providerId, references]) => {
      const userId = bankUserSubject({ applicantId, providerId }).id
      const isUser = (trace: VendorTrace) => trace.providerId === providerId && trace.subjectId === userId
      const users = traces.filter(isUser).flatMap(trace => trace.references)
      // Shipments have our own ids, under which the vendor deletes nothing.
      const shipped = references.filter(reference => isIdOf('shipment', reference))
      try {
        if (users.length > 0) await deleteUsers(providerId, users)
        await eraseAt(
          providerId,
          references.filter(reference => !users.includes(reference) && !shipped.includes(reference)),
        )
        if (shipped.length > 0)
          throw new AppError('CAPABILITY_UNSUPPORTED', 'The provider has no way to delete letters and faxes.')
      } catch (error) {
        failures.set(providerId, toAppError(error))
      }
    }),
  )
  return failures
}

import { tenantIdSchema } from '../domain/tenant.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { findTenantsAwaitingConsent, hastenAwaitedConsents } from '../store/consents.ts'
import type { Queries } from '../store/database.ts'
import type { Jobs } from './jobs.ts'

/** How many of a provider's invitations are looked at because of one webhook, and how soon. */
const most = 50
const withinMs = 2_000

export interface HastenConsentsDeps {
  readonly providers: Pick<ProviderRegistry, 'accountKey'>
  readonly jobs: Pick<Jobs, 'send'>
}

/**
 * Has the invitations of a provider's accounts looked at soon: a webhook spoke of something that nobody here gave to the
 * vendor, so a customer may have. Webhooks that say so one after the other lead to one look.
 */
export async function hastenConsents(
  { providers, jobs }: HastenConsentsDeps,
  queries: Queries,
  providerId: string,
  accountKeys: readonly string[],
  at: Date,
): Promise<void> {
  const tenants = (await findTenantsAwaitingConsent(queries, providerId))
    .map(tenant => tenantIdSchema.parse(tenant))
    .filter(tenant => accountKeys.includes(providers.accountKey(tenant, providerId)))
  const by = new Date(at.getTime() + withinMs)
  const hastened = await hastenAwaitedConsents(queries, providerId, tenants, { at, by, limit: most })
  for (const { tenant, analysisId, correlationId } of hastened)
    await jobs.send(queries, { tenant: tenantIdSchema.parse(tenant), analysisId, correlationId, via: 'WEBHOOK' }, by)
}

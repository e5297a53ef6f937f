import { z } from 'zod'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Logo } from '../domain/bank.ts'
import type { LogoQuery } from '../domain/company.ts'
import { foldText } from '../domain/fold-text.ts'
import type { TenantId } from '../domain/tenant.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Queries } from '../store/database.ts'
import { boundLogo, logoSchema } from './bound-vendor-text.ts'
import { createAccountAnswers, type LiveDeps } from './live-answers.ts'

/** Logos of companies. */
export interface Logos {
  /**
   * Logos at most a week old, or older when the provider does not answer. @returns them in the order of the queries,
   * null if there is none, if no provider of the tenant has logos, or if the provider gives no answer now
   */
  find(tenant: TenantId, queries: readonly LogoQuery[]): Promise<readonly (Logo | null)[]>
}

export interface LogosDeps extends LiveDeps {
  readonly database: Queries
  readonly providers: Pick<ProviderRegistry, 'client' | 'accountKey' | 'order'>
  readonly secretBox: Pick<SecretBox, 'fingerprint'>
}

const weekMs = 7 * 86_400_000
/** The most calls of one read. Further logos are null this time and may be read the next time. */
const mostCalls = 5

export function createLogos(deps: LogosDeps): Logos {
  const { providers, secretBox } = deps
  const answers = createAccountAnswers(deps, {
    name: 'logo',
    freshMs: weekMs,
    mostInMemory: 20_000,
    /** A missing logo is stored as an answer, too. */
    schema: z.object({ logo: logoSchema }),
  })
  /** A hash, because the query may contain the name of a person. */
  const keyOf = ({ name, creditorId, iban }: LogoQuery) =>
    secretBox.fingerprint(JSON.stringify([foldText(name ?? ''), creditorId, iban]))

  return {
    async find(tenant, queries) {
      const [providerId] = providers.order(tenant, 'logos')
      if (providerId === undefined) return queries.map(() => null)
      const directory = requireOffer(providers, tenant, { providerId, wanted: 'logos' })
      const account = { providerId, accountKey: providers.accountKey(tenant, providerId) }
      const asked = queries.map(toQuery).map(query => query && { key: keyOf(query), query })
      const byKey = new Map(asked.flatMap(one => (one ? [[one.key, one.query] as const] : [])))
      const keys = [...byKey.keys()]
      const found = await answers.readMany(account, keys, {
        perCall: directory.maxQueries,
        mostCalls,
        async ask(part, signal) {
          const logos = await directory.find(
            part.flatMap(key => byKey.get(key) ?? []),
            signal,
          )
          return logos.map(logo => ({ logo: boundLogo(logo) }))
        },
      })
      const logos = new Map(keys.map((key, index) => [key, found[index]?.value.logo ?? null]))
      return asked.map(one => (one ? (logos.get(one.key) ?? null) : null))
    },
  }
}

/** null for an empty query. */
function toQuery(query: LogoQuery): LogoQuery | null {
  const name = query.name?.trim() || null
  const creditorId = withoutSpaces(query.creditorId)
  const iban = withoutSpaces(query.iban)
  return name === null && creditorId === null && iban === null ? null : { name, creditorId, iban }
}

function withoutSpaces(text: string | null): string | null {
  return text?.replace(/\s+/g, '').toUpperCase() || null
}

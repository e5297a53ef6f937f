import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { isLoopback, isWithin, parseWebAddress } from './web-address.ts'

/** The addresses to which browsers may be redirected after they were at a provider. */
export interface RedirectPolicy {
  /**
   * @returns the address, parsed and serialized again, so that no later parser reads it differently
   * @throws AppError REDIRECT_NOT_ALLOWED with that field
   */
  toAllowed(tenant: TenantId, address: string, field: readonly string[]): string
}

export interface RedirectPolicyOptions {
  /** Addresses such as `https://app.example.com/banking`, which allow this page and all below it. */
  readonly allowedRedirects: readonly string[]
  /** Addresses of tenants that have their own, in place of the deployment's. */
  readonly tenants: ReadonlyMap<TenantId, readonly string[]>
  /** Whether there are no credentials and everything runs on one machine, so that loopback is allowed too. */
  readonly anonymous: boolean
}

const longest = 2_000

export function createRedirectPolicy({ allowedRedirects, tenants, anonymous }: RedirectPolicyOptions): RedirectPolicy {
  const shared = parseAll(allowedRedirects)
  const own = new Map([...tenants].map(([tenant, addresses]) => [tenant, parseAll(addresses)]))
  return {
    toAllowed(tenant, address, field) {
      const url = address.length <= longest ? parseWebAddress(address) : null
      const allowed = own.get(tenant) ?? shared
      if (url && ((anonymous && isLoopback(url)) || allowed.some(prefix => isWithin(url, prefix)))) return url.href
      throw new AppError('REDIRECT_NOT_ALLOWED', 'This address is not among those of ALLOWED_REDIRECTS.', { field })
    },
  }
}

function parseAll(addresses: readonly string[]): readonly URL[] {
  return addresses.map(parseWebAddress).filter(url => url !== null)
}

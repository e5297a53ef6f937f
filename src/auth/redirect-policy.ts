import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { isWithin, parseWebAddress } from './web-address.ts'

/** Where browsers may be sent back to after they were at a provider. */
export interface RedirectPolicy {
  /**
   * The address as it may be passed on: parsed and written anew, so that nobody after us reads it in another way.
   *
   * @throws AppError REDIRECT_NOT_ALLOWED with that field
   */
  toAllowed(tenant: TenantId, address: string, field: readonly string[]): string
}

export interface RedirectPolicyOptions {
  /** Addresses such as `https://app.example.com/banking`: this page and all below it. */
  readonly allowedRedirects: readonly string[]
  /** Those of tenants that have their own, which replace the deployment's. */
  readonly tenants: ReadonlyMap<TenantId, readonly string[]>
  /** Loopback is allowed too: nobody shows credentials, and everything runs on one machine. */
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

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

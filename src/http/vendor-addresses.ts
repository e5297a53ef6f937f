import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isPublicIp } from '../domain/public-ip.ts'
import { AppError } from '../errors.ts'

/** Decides which addresses of those that a vendor names (for uploads, reports, its customers) are used or handed on. */
export interface VendorAddresses {
  /**
   * Only https, unless the vendor itself is configured with http. No credentials in it. No loopback, private or otherwise
   * special target, unless the vendor itself is configured at such a one.
   * @throws AppError PROVIDER_BAD_RESPONSE, with nothing of the address, which may hold a secret
   */
  check(address: string | URL): URL
  /**
   * Resolves a host's name for a connection. It fails when the name leads to a target that is not allowed, so that it does not
   * help to let a name point somewhere else after it was checked.
   */
  readonly lookup: LookupFunction
}

export interface VendorAddressesOptions {
  readonly provider: string
  /** Where the vendor is configured. */
  readonly baseUrl: string
  readonly lookup?: (
    hostname: string,
    options: { readonly all: true },
    callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
  ) => void
}

export function createVendorAddresses(options: VendorAddressesOptions): VendorAddresses {
  const { provider, baseUrl, lookup = systemLookup } = options
  const base = new URL(baseUrl)
  const isBaseInternal = isInternalHost(base.hostname)
  const protocols = base.protocol === 'http:' ? ['https:', 'http:'] : ['https:']
  /** Wherever the operator has configured the vendor, its own host may name itself. */
  const mayBeInternal = (hostname: string): boolean => isBaseInternal || hostname === base.hostname

  const refusal = (fault: string): AppError =>
    new AppError('PROVIDER_BAD_RESPONSE', `The provider named an address that ${fault}.`, { provider })

  return {
    check(address) {
      const url = URL.canParse(String(address)) ? new URL(address) : null
      if (!url || !protocols.includes(url.protocol)) throw refusal('is no https URL')
      if (url.username !== '' || url.password !== '') throw refusal('has credentials in it')
      if (isInternalHost(url.hostname) && !mayBeInternal(url.hostname)) throw refusal('leads into a private network')
      return url
    },

    lookup(hostname, wanted, callback) {
      lookup(hostname, { ...wanted, all: true }, (error, addresses) => {
        const [first] = addresses ?? []
        if (error || !first) return callback(error ?? refusal('does not exist'), '')
        if (!mayBeInternal(hostname) && addresses.some(({ address }) => !isPublicIp(address)))
          return callback(refusal('leads into a private network'), '')
        if (wanted.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      })
    },
  }
}

/** An IP address that is not public, or a name that means nothing outside of a private network. */
function isInternalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return !isPublicIp(host)
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)
}

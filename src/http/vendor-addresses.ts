import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isPublicIp } from '../domain/public-ip.ts'
import { AppError } from '../errors.ts'

/** Decides which addresses that a vendor names (for uploads, reports, customers) may be used or given to callers. */
export interface VendorAddresses {
  /**
   * Allows only https, unless the vendor itself is configured with http; no credentials; no loopback, private or other
   * special target, unless the vendor itself is configured at one. @throws AppError PROVIDER_BAD_RESPONSE, which does
   * not quote the address, because it may contain a secret
   */
  check(address: string | URL): URL
  /**
   * Resolves a host for a connection. Fails when the IP address is not allowed, so a name that changes its target after
   * the check does not get through.
   */
  readonly lookup: LookupFunction
}

export interface VendorAddressesOptions {
  readonly provider: string
  /** The configured address of the vendor. */
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
  /** The configured host of the vendor is always allowed. */
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

/** Whether this is an IP address that is not public, or a name that exists only in private networks. */
function isInternalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return !isPublicIp(host)
  return !host.includes('.') || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)
}

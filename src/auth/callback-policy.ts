import { AppError } from '../errors.ts'
import { isWithin, parseWebAddress } from './web-address.ts'

/** The addresses to which callers may have events sent. */
export interface CallbackPolicy {
  /**
   * @returns the address, parsed and serialized again
   *
   * @throws AppError FORBIDDEN for one that is not allowed
   */
  toAllowed(address: string): string
}

const longest = 2_000

/** This server calls the addresses that callers name, so only those are allowed that the operator has listed, and all below them. */
export function createCallbackPolicy(allowedCallbacks: readonly string[]): CallbackPolicy {
  const prefixes = allowedCallbacks.map(parseWebAddress).filter(url => url !== null)
  return {
    toAllowed(address) {
      const url = address.length <= longest ? parseWebAddress(address) : null
      if (url && prefixes.some(prefix => isWithin(url, prefix))) return url.href
      throw new AppError('FORBIDDEN', 'This callback address is not among those of ALLOWED_CALLBACKS.')
    },
  }
}

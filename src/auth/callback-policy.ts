import { AppError } from '../errors.ts'
import { isWithin, parseWebAddress } from './web-address.ts'

/** Which addresses events may be sent to on a caller's word. */
export interface CallbackPolicy {
  /**
   * The address, parsed and written anew.
   *
   * @throws AppError FORBIDDEN for one that is not allowed
   */
  toAllowed(address: string): string
}

const longest = 2_000

/** Whoever may name an address may have this server call it: only those that the operator named, and all below them. */
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

import type { Logo } from '../domain/bank.ts'

/** Checks whether an address of the vendor may be given to a caller. @throws AppError if not */
export type CheckAddress = (address: string) => URL

/** A logo at an address of the vendor; null when the address may not be given to a caller. */
export function toVendorLogo(address: string, mediaType: string | null, check: CheckAddress): Logo | null {
  try {
    return { url: check(address).href, mediaType }
  } catch {
    return null
  }
}

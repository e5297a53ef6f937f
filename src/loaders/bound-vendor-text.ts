import { z } from 'zod'
import type { Logo } from '../domain/bank.ts'
import { isWebAddress } from '../domain/is-web-address.ts'
import { isLongerThan, type TextKind, textBounds } from '../domain/text-bounds.ts'
import { toStorableText } from '../domain/storable-text.ts'

/** A trimmed text of a vendor; null when it is empty or too long for its kind. */
export function boundVendorText(kind: TextKind, value: string | null | undefined): string | null {
  if (value == null || isLongerThan(value, textBounds[kind])) return null
  return toStorableText(value).trim() || null
}

/** A logo in a stored answer. */
export const logoSchema = z.object({ url: z.string(), mediaType: z.string().nullable() }).nullable()

/** null for a logo at an address that browsers cannot open. */
export function boundLogo(logo: Logo | null | undefined): Logo | null {
  if (logo == null || !isWebAddress(logo.url)) return null
  return { url: logo.url, mediaType: boundVendorText('mediaType', logo.mediaType) }
}

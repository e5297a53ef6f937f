import { isLongerThan, textBounds } from './text-bounds.ts'
import { toStorableText } from './to-storable-text.ts'

/** A vendor's id or reference to store and show; null for an invalid one. */
export function toVendorReference(reference: string | null): string | null {
  if (reference === null || isLongerThan(reference, textBounds.reference)) return null
  return toStorableText(reference) === reference ? reference : null
}

import { isLongerThan, textBounds } from './text-bounds.ts'
import { toStorableText } from './to-storable-text.ts'

/** A vendor's word (a stage, a code, a type of event) to store and show; null for one that is too long. */
export function toVendorWord(word: string | null): string | null {
  return word === null || isLongerThan(word, textBounds.word) ? null : toStorableText(word)
}

import { isLongerThan, textBounds } from './text-bounds.ts'

/** Replaces characters that the database cannot store, U+0000 and unpaired surrogates, with U+FFFD. */
export function toStorableText(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '\ufffd').toWellFormed() : text
}

/** A vendor's id or reference to store and show; null for an invalid one. */
export function toVendorReference(reference: string | null): string | null {
  if (reference === null || isLongerThan(reference, textBounds.reference)) return null
  return toStorableText(reference) === reference ? reference : null
}

/** A vendor's word (a stage, a code, a type of event) to store and show; null for one that is too long. */
export function toVendorWord(word: string | null): string | null {
  return word === null || isLongerThan(word, textBounds.word) ? null : toStorableText(word)
}

import { createLockedPdf } from '../simulation/locked-pdf.ts'
import { type DocumentOutcome, type OutcomeId, outcomeNames } from '../simulation/outcomes.ts'
import { createPdf } from '../simulation/simple-pdf.ts'

/** The password of locked documents. */
export const samplePassword = 'sandbox'

/** The outcomes whose document opens only with `samplePassword`. */
export const lockedOutcomes: ReadonlySet<OutcomeId> = new Set<OutcomeId>(['locked'])

/**
 * A valid PDF. Its bytes contain the steering words of every simulator for an outcome.
 *
 * @param ends the ends of the outcome at all vendors @param variant gives another document with the same outcome
 */
export function createSampleDocument(
  outcome: OutcomeId,
  ends: readonly Pick<DocumentOutcome, 'words'>[],
  variant: string | null,
): Buffer {
  const [name, description] = outcomeNames[outcome]
  const lines = [
    `SAMPLE DOCUMENT: ${name}`,
    description,
    '',
    'Bank, person and figures that are read from it are invented.',
    ...(variant === null ? [] : ['', `Variant ${variant}`]),
  ]
  const pdf = lockedOutcomes.has(outcome) ? createLockedPdf(lines, samplePassword) : createPdf(lines)
  const words = [...new Set(ends.flatMap(end => end.words))]
  // Comments, which readers ignore. One for each word, because the scanner reads a marker of limited length.
  return Buffer.concat([pdf, ...words.map(word => Buffer.from(`% assay-simulate: ${word}\n`))])
}

import type { DocumentOutcome, SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const analysed = { product: 'DOCUMENT_FRAUD', status: 'COMPLETED', takesMs: 20_000 } as const

const documents: readonly DocumentOutcome[] = [
  {
    ...analysed,
    outcome: 'fine',
    words: ['approved'],
    description: 'Low risk of forgery, and the requested documents.',
  },
  { ...analysed, outcome: 'suspicious', words: ['suspicious'], description: 'Medium risk of forgery.' },
  { ...analysed, outcome: 'forged', words: ['forged'], description: 'High risk of forgery.' },
  {
    ...analysed,
    outcome: 'wrong-document',
    words: ['non-compliant'],
    description: 'The documents are not the requested ones.',
  },
  {
    ...analysed,
    outcome: 'failed',
    words: ['failed'],
    status: 'FAILED',
    errorCode: 'PROVIDER_REJECTED',
    description: 'There is no result.',
  },
  {
    ...analysed,
    outcome: 'locked',
    words: [],
    status: 'FAILED',
    errorCode: 'PROVIDER_REJECTED',
    takesMs: 0,
    description: 'The vendor refuses encrypted documents.',
  },
  { ...analysed, outcome: 'slow', words: ['slow'], takesMs: 300_000, description: 'It takes five minutes.' },
  {
    ...analysed,
    outcome: 'never-ending',
    words: ['stuck'],
    status: 'FAILED',
    errorCode: 'DEADLINE_EXCEEDED',
    takesMs: null,
    description: 'It is never finished.',
  },
]

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = { documents }

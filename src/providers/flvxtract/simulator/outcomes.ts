import type { DocumentOutcome, SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const read = { product: 'STATEMENT_EXTRACTION', status: 'COMPLETED', takesMs: 9_000 } as const
const notRead = { ...read, status: 'FAILED' } as const

const documents: readonly DocumentOutcome[] = [
  { ...read, outcome: 'fine', words: ['reconciled'], description: 'Three months of a person’s account.' },
  {
    ...read,
    outcome: 'partial',
    words: ['partial'],
    status: 'PARTIAL',
    description: 'Low confidence, no account number and no closing balance.',
  },
  {
    ...notRead,
    outcome: 'failed',
    words: ['failed'],
    errorCode: 'PROVIDER_REJECTED',
    description: 'The extraction fails.',
  },
  {
    ...read,
    outcome: 'locked',
    words: [],
    status: 'ACTION_REQUIRED',
    requiredAction: 'REUPLOAD',
    description: 'The vendor takes no password: the document has to be sent again without one.',
  },
  {
    ...notRead,
    outcome: 'quota-exceeded',
    words: ['quota'],
    errorCode: 'PROVIDER_QUOTA_EXCEEDED',
    takesMs: 0,
    description: 'The upload is answered 402.',
  },
  { ...read, outcome: 'slow', words: ['slow'], takesMs: 60_000, description: 'It takes a minute.' },
  {
    ...notRead,
    outcome: 'never-ending',
    words: ['stuck'],
    errorCode: 'DEADLINE_EXCEEDED',
    takesMs: null,
    description: 'It is never finished.',
  },
  { ...read, outcome: 'empty', words: ['empty'], description: 'A statement without transactions.' },
  { ...read, outcome: 'large', words: ['huge'], description: 'A statement of 5,000 transactions.' },
  { ...read, outcome: 'unreconciled', words: ['unreconciled'], description: 'The closing balance is wrong.' },
]

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = { documents }

import type { DocumentOutcome, SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const read = { product: 'STATEMENT_EXTRACTION', status: 'COMPLETED', takesMs: 9_000 } as const
const notRead = { ...read, status: 'FAILED' } as const

const documents: readonly DocumentOutcome[] = [
  { ...read, outcome: 'fine', words: [], description: 'Three months of a person’s account, with a score.' },
  {
    ...read,
    outcome: 'partial',
    words: ['missing-transactions'],
    status: 'PARTIAL',
    errorCode: 'PROVIDER_REJECTED',
    description: 'The account lacks transactions.',
  },
  {
    ...notRead,
    outcome: 'failed',
    words: ['extraction-failed'],
    errorCode: 'STATEMENT_UNSUPPORTED_FORMAT',
    description: 'The upload is taken, and the extraction fails.',
  },
  {
    ...read,
    outcome: 'refused',
    words: ['unsupported-format'],
    status: 'FAILED',
    errorCode: 'STATEMENT_UNSUPPORTED_FORMAT',
    takesMs: 0,
    description: 'The bank’s format is not supported.',
  },
  {
    ...read,
    outcome: 'scan',
    words: ['image'],
    status: 'FAILED',
    errorCode: 'DOCUMENT_IS_IMAGE',
    takesMs: 0,
    description: 'Statements without text are refused.',
  },
  {
    ...read,
    outcome: 'locked',
    words: ['password-sandbox'],
    status: 'ACTION_REQUIRED',
    requiredAction: 'PROVIDE_PASSWORD',
    takesMs: 0,
    description: 'Waits for the password.',
  },
  {
    ...notRead,
    outcome: 'quota-exceeded',
    words: ['trial-expired'],
    errorCode: 'PROVIDER_QUOTA_EXCEEDED',
    takesMs: 0,
    description: 'The trial has expired.',
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
  {
    ...read,
    outcome: 'unreconciled',
    words: ['balance-mismatch'],
    status: 'PARTIAL',
    errorCode: 'PROVIDER_REJECTED',
    description: 'The account fails: its balances do not add up.',
  },
  { ...read, outcome: 'forged', words: ['fraud'], description: 'The document has a finding of fraud.' },
]

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = { documents }

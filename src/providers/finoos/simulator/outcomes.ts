import type { BankLoginOutcome, DocumentOutcome, SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const letter = { product: 'LETTER', status: 'DELIVERED', takesMs: 20_000 } as const
const fax = { product: 'FAX', status: 'DELIVERED', takesMs: 6_000 } as const
const undelivered = { status: 'FAILED', errorCode: 'PROVIDER_REJECTED' } as const
const lost = { status: 'SENT', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

const documents: readonly DocumentOutcome[] = [
  { ...letter, outcome: 'fine', words: [], description: 'The letter is delivered.' },
  { ...fax, outcome: 'fine', words: [], description: 'The fax is delivered.' },
  { ...letter, ...undelivered, outcome: 'undeliverable', words: ['undeliverable'], description: 'It is returned.' },
  {
    ...fax,
    ...undelivered,
    outcome: 'undeliverable',
    words: ['undeliverable'],
    description: 'The receiver does not answer.',
  },
  { ...letter, outcome: 'slow', words: ['slow'], takesMs: 120_000, description: 'It takes two minutes.' },
  { ...fax, outcome: 'slow', words: ['slow'], takesMs: 120_000, description: 'It takes two minutes.' },
  {
    ...letter,
    ...lost,
    outcome: 'never-ending',
    words: ['lost'],
    description: 'The vendor never reports the outcome.',
  },
  { ...fax, ...lost, outcome: 'never-ending', words: ['lost'], description: 'The vendor never reports the outcome.' },
]

const login = { bank: 'fino Bank', userName: 'dummy', password: '654321', ends: 'SUCCEEDED' } as const

const bankLogins: readonly BankLoginOutcome[] = [
  { ...login, outcome: 'fine', name: 'Fine', description: 'All types of accounts, a year of transactions.' },
  {
    ...login,
    outcome: 'large',
    name: '100,000 transactions',
    userName: 'dummy+huge+giro',
    description: 'One current account with many transactions.',
  },
  {
    ...login,
    outcome: 'empty',
    name: 'No transactions',
    userName: 'dummy+empty',
    description: 'Accounts without transactions.',
  },
  {
    ...login,
    outcome: 'slow',
    name: 'Slow',
    userName: 'dummy+slow',
    description: 'Accounts and transactions come eight seconds later.',
  },
  {
    ...login,
    outcome: 'consent-each-time',
    name: 'Consent for each reading',
    bank: 'Kranichbank',
    description: 'Every synchronization needs the customer.',
  },
  {
    ...login,
    outcome: 'bank-down',
    name: 'Bank out of order',
    bank: 'Störungsbank Unterhausen',
    ends: 'FAILED',
    description: 'No login succeeds.',
  },
]

/** What can be tried with sample documents, and at the banks' pages. */
export const outcomes: SimulatedOutcomes = { documents, bankLogins }

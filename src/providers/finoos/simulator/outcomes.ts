import { type BankLoginOutcome, createOutcomes, type SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const letter = createOutcomes({ product: 'LETTER', status: 'DELIVERED', takesMs: 20_000 })
const fax = createOutcomes({ product: 'FAX', status: 'DELIVERED', takesMs: 6_000 })
const undelivered = { status: 'FAILED', errorCode: 'PROVIDER_REJECTED' } as const
const slow = { takesMs: 120_000 } as const
const lost = { status: 'SENT', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

function login(outcome: string, name: string, description: string, own: Partial<BankLoginOutcome> = {}) {
  const usual = { bank: 'fino Bank', userName: 'dummy', password: '654321', ends: 'SUCCEEDED' } as const
  return { ...usual, outcome, name, description, ...own }
}

/** What can be tried with sample documents, and at the banks' pages. */
export const outcomes: SimulatedOutcomes = {
  documents: [
    letter('fine', [], 'The letter is delivered.'),
    fax('fine', [], 'The fax is delivered.'),
    letter('undeliverable', ['undeliverable'], 'It is returned.', undelivered),
    fax('undeliverable', ['undeliverable'], 'The receiver does not answer.', undelivered),
    letter('slow', ['slow'], 'It takes two minutes.', slow),
    fax('slow', ['slow'], 'It takes two minutes.', slow),
    letter('never-ending', ['lost'], 'The vendor never reports the outcome.', lost),
    fax('never-ending', ['lost'], 'The vendor never reports the outcome.', lost),
  ],
  bankLogins: [
    login('fine', 'Fine', 'All types of accounts, a year of transactions.'),
    login('large', '100,000 transactions', 'One current account with many transactions.', {
      userName: 'dummy+huge+giro',
    }),
    login('empty', 'No transactions', 'Accounts without transactions.', { userName: 'dummy+empty' }),
    login('slow', 'Slow', 'Accounts and transactions come eight seconds later.', { userName: 'dummy+slow' }),
    login('consent-each-time', 'Consent for each reading', 'Every synchronization needs the customer.', {
      bank: 'Kranichbank',
    }),
    login('bank-down', 'Bank out of order', 'No login succeeds.', {
      bank: 'Störungsbank Unterhausen',
      ends: 'FAILED',
    }),
  ],
}

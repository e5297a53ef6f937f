import type { DocumentOutcome, SimulatedOutcomes } from '../../../simulation/outcomes.ts'
import { manualMs } from './medium-plan.ts'

const rated = { product: 'BANK_RISK', status: 'COMPLETED', takesMs: 20_000 } as const
const never = { ...rated, status: 'FAILED', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

const documents: readonly DocumentOutcome[] = [
  {
    ...rated,
    outcome: 'fine',
    words: ['reconciled', 'excellent'],
    description: 'A month of a company’s account, and the best class of risk.',
  },
  {
    ...rated,
    outcome: 'partial',
    words: ['unread'],
    status: 'PARTIAL',
    errorCode: 'DEADLINE_EXCEEDED',
    awaitedMs: 30 * 60_000,
    description: 'The report does not cover the statement, and for half an hour no other one follows.',
  },
  { ...never, outcome: 'locked', words: [], description: 'An encrypted statement is never read.' },
  { ...rated, outcome: 'slow', words: ['slow'], takesMs: 20 * 60_000, description: 'It takes 20 minutes.' },
  {
    ...rated,
    outcome: 'two-days',
    words: ['manual'],
    takesMs: manualMs,
    description: 'People read it within 40 hours.',
  },
  { ...never, outcome: 'never-ending', words: ['stuck'], description: 'No report follows.' },
  { ...rated, outcome: 'empty', words: ['empty'], description: 'A statement without transactions.' },
  { ...rated, outcome: 'large', words: ['huge'], description: 'A statement of 5,000 transactions.' },
  { ...rated, outcome: 'unreconciled', words: ['unreconciled'], description: 'The end balance is wrong.' },
  { ...rated, outcome: 'high-risk', words: ['poor'], description: 'The worst class of risk.' },
]

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = { documents }

import { createOutcomes, type SimulatedOutcomes } from '../../../simulation/outcomes.ts'
import { manualMs } from './medium-plan.ts'

const rated = createOutcomes({ product: 'BANK_RISK', status: 'COMPLETED', takesMs: 20_000 })
const never = { status: 'FAILED', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = {
  documents: [
    rated('fine', ['reconciled', 'excellent'], 'A month of a company’s account, and the best class of risk.'),
    rated(
      'partial',
      ['unread'],
      'The report does not cover the statement, and for half an hour no other one follows.',
      { status: 'PARTIAL', errorCode: 'DEADLINE_EXCEEDED', awaitedMs: 30 * 60_000 },
    ),
    rated('locked', [], 'An encrypted statement is never read.', never),
    rated('slow', ['slow'], 'It takes 20 minutes.', { takesMs: 20 * 60_000 }),
    rated('two-days', ['manual'], 'People read it within 40 hours.', { takesMs: manualMs }),
    rated('never-ending', ['stuck'], 'No report follows.', never),
    rated('empty', ['empty'], 'A statement without transactions.'),
    rated('large', ['huge'], 'A statement of 5,000 transactions.'),
    rated('unreconciled', ['unreconciled'], 'The end balance is wrong.'),
    rated('high-risk', ['poor'], 'The worst class of risk.'),
  ],
}

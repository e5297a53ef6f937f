import { createOutcomes, type SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const read = createOutcomes({ product: 'STATEMENT_EXTRACTION', status: 'COMPLETED', takesMs: 9_000 })
const failed = { status: 'FAILED', errorCode: 'PROVIDER_REJECTED' } as const
const overQuota = { status: 'FAILED', errorCode: 'PROVIDER_QUOTA_EXCEEDED', takesMs: 0 } as const
const never = { status: 'FAILED', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = {
  documents: [
    read('fine', ['reconciled'], 'Three months of a person’s account.'),
    read('partial', ['partial'], 'Low confidence, no account number and no closing balance.', { status: 'PARTIAL' }),
    read('failed', ['failed'], 'The extraction fails.', failed),
    read('locked', [], 'The vendor takes no password: the document has to be sent again without one.', {
      status: 'ACTION_REQUIRED',
      requiredAction: 'REUPLOAD',
    }),
    read('quota-exceeded', ['quota'], 'The upload is answered 402.', overQuota),
    read('slow', ['slow'], 'It takes a minute.', { takesMs: 60_000 }),
    read('never-ending', ['stuck'], 'It is never finished.', never),
    read('empty', ['empty'], 'A statement without transactions.'),
    read('large', ['huge'], 'A statement of 5,000 transactions.'),
    read('unreconciled', ['unreconciled'], 'The closing balance is wrong.'),
  ],
}

import { createOutcomes, type SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const read = createOutcomes({ product: 'STATEMENT_EXTRACTION', status: 'COMPLETED', takesMs: 9_000 })
const rejected = { status: 'PARTIAL', errorCode: 'PROVIDER_REJECTED' } as const
const unreadable = { status: 'FAILED', errorCode: 'STATEMENT_UNSUPPORTED_FORMAT' } as const
const scanned = { status: 'FAILED', errorCode: 'DOCUMENT_IS_IMAGE', takesMs: 0 } as const
const locked = { status: 'ACTION_REQUIRED', requiredAction: 'PROVIDE_PASSWORD', takesMs: 0 } as const
const overQuota = { status: 'FAILED', errorCode: 'PROVIDER_QUOTA_EXCEEDED', takesMs: 0 } as const
const never = { status: 'FAILED', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = {
  documents: [
    read('fine', [], 'Three months of a person’s account, with a score.'),
    read('partial', ['missing-transactions'], 'The account lacks transactions.', rejected),
    read('failed', ['extraction-failed'], 'The upload is taken, and the extraction fails.', unreadable),
    read('refused', ['unsupported-format'], 'The bank’s format is not supported.', { ...unreadable, takesMs: 0 }),
    read('scan', ['image'], 'Statements without text are refused.', scanned),
    read('locked', ['password-sandbox'], 'Waits for the password.', locked),
    read('quota-exceeded', ['trial-expired'], 'The trial has expired.', overQuota),
    read('slow', ['slow'], 'It takes a minute.', { takesMs: 60_000 }),
    read('never-ending', ['stuck'], 'It is never finished.', never),
    read('empty', ['empty'], 'A statement without transactions.'),
    read('large', ['huge'], 'A statement of 5,000 transactions.'),
    read('unreconciled', ['balance-mismatch'], 'The account fails: its balances do not add up.', rejected),
    read('forged', ['fraud'], 'The document has a finding of fraud.'),
  ],
}

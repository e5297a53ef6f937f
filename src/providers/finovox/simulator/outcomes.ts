import { createOutcomes, type SimulatedOutcomes } from '../../../simulation/outcomes.ts'

const analysed = createOutcomes({ product: 'DOCUMENT_FRAUD', status: 'COMPLETED', takesMs: 20_000 })
const failed = { status: 'FAILED', errorCode: 'PROVIDER_REJECTED' } as const
const never = { status: 'FAILED', errorCode: 'DEADLINE_EXCEEDED', takesMs: null } as const

/** What can be tried with sample documents. */
export const outcomes: SimulatedOutcomes = {
  documents: [
    analysed('fine', ['approved'], 'Low risk of forgery, and the requested documents.'),
    analysed('suspicious', ['suspicious'], 'Medium risk of forgery.'),
    analysed('forged', ['forged'], 'High risk of forgery.'),
    analysed('wrong-document', ['non-compliant'], 'The documents are not the requested ones.'),
    analysed('failed', ['failed'], 'There is no result.', failed),
    analysed('locked', [], 'The vendor refuses encrypted documents.', { ...failed, takesMs: 0 }),
    analysed('slow', ['slow'], 'It takes five minutes.', { takesMs: 300_000 }),
    analysed('never-ending', ['stuck'], 'It is never finished.', never),
  ],
}

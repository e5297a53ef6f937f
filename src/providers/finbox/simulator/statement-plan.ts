import { createRandom } from '../../../simulation/random.ts'
import {
  accountOf,
  type DocumentPlan,
  documentWords,
  planDocument,
  steerDocument,
} from '../../../simulation/statements/document-plan.ts'
import { createSteering, restOf } from '../../../simulation/steering.ts'
import type { UploadRefusal } from './accept-upload.ts'
import { identifierOf } from './catalogue.ts'
import type { AccountFault, StatementFault } from './reading-faults.ts'

/** A finding of fraud and what it was found in. ASSUMED: all categories but `metadata`, all types but `author_fraud`. */
type FraudFinding =
  | { readonly type: 'author_fraud' | 'date_fraud'; readonly category: 'metadata' }
  | { readonly type: 'inconsistent_transaction'; readonly category: 'transaction' }
  | { readonly type: 'more_cash_deposits_than_salary'; readonly category: 'behavioural' }

/** What happens to a document. What no test steers follows from its digest. */
export interface StatementPlan extends DocumentPlan {
  /** The identifier of the bank that the vendor detects, in lower case; null: the caller must name one. */
  readonly bank: string | null
  /** The only password that opens it; null: see `isEncrypted`. */
  readonly password: string | null
  /** Why its upload is refused, although form, file and session are valid. */
  readonly refusal: UploadRefusal | null
  /** Why it could not be read. */
  readonly statementFault: StatementFault | null
  /** Why its account fails. */
  readonly accountFault: AccountFault | null
  readonly frauds: readonly FraudFinding[]
  /** Milliseconds from the request for processing to the end of the extraction, at speed 1; `never`: until `finish`. */
  readonly processingMs: number | 'never'
  /** The number of additional predictors. */
  readonly morePredictors: number
  readonly hasScore: boolean
}

const metadataFraud = { type: 'author_fraud', category: 'metadata' } as const
const transactionFraud = { type: 'inconsistent_transaction', category: 'transaction' } as const
const behaviouralFraud = { type: 'more_cash_deposits_than_salary', category: 'behavioural' } as const

/** What each word in the bytes of a document changes for it. */
const plans = {
  'invalid-file': { refusal: 'INVALID_FILE_OBJECT' },
  image: { refusal: 'PDF_IS_IMAGE' },
  'unsupported-format': { refusal: 'STATEMENT_UNSUPPORTED_FORMAT' },
  'category-invalid': { refusal: 'INVALID_ACCOUNT_CATEGORY' },
  'trial-expired': { refusal: 'TRIAL_PERIOD_EXPIRED' },
  'route-not-allowed': { refusal: 'ROUTE_NOT_ALLOWED' },
  'too-many-pages': { statementFault: 'STATEMENT_TOO_MANY_PAGES' },
  'no-account-number': { statementFault: 'NULL_ACCOUNT_NUMBER' },
  unparsable: { statementFault: 'UNPARSABLE' },
  'extraction-failed': { statementFault: 'EXTRACTION_FAILED' },
  'no-transactions': { statementFault: 'STATEMENT_NO_TRANSACTIONS' },
  'missing-transactions': { accountFault: 'MISSING_TRANSACTIONS' },
  'incomplete-months': { accountFault: 'INCOMPLETE_MONTHS' },
  'number-unidentified': { accountFault: 'NULL_ACCOUNT_NUMBER' },
  'balance-mismatch': { accountFault: 'BALANCE_MISMATCH' },
  'incomplete-upload': { accountFault: 'INCOMPLETE_MONTHS_UPLOAD' },
  'incomplete-dates': { accountFault: 'INCOMPLETE_DATES_UPLOAD' },
  'unparsable-later': { accountFault: 'UNPARSABLE' },
  fraud: { frauds: [metadataFraud] },
  'transaction-fraud': { frauds: [transactionFraud] },
  'behaviour-fraud': { frauds: [behaviouralFraud] },
  wide: { morePredictors: 10_000 },
  unscored: { hasScore: false },
  slow: { processingMs: 60_000 },
  stuck: { processingMs: 'never' },
} as const satisfies Readonly<Record<string, Partial<StatementPlan>>>

const steering = createSteering<StatementPlan>(plans)

/** All steering words. One that ends in `-` is the beginning of a word. */
export const steeringWords: readonly string[] = [...steering.words, ...documentWords, 'bank-', 'password-']

/** The plan of these words. @param now when the document arrives */
export function readSteering(words: readonly string[], now: Date): Partial<StatementPlan> {
  // The findings of several words are combined; for every other member the last word counts.
  const frauds = Object.entries<Partial<StatementPlan>>(plans).flatMap(([word, change]) =>
    words.includes(word) ? (change.frauds ?? []) : [],
  )
  const bank = restOf(words, 'bank-')
  const password = restOf(words, 'password-')
  return {
    ...steerDocument(words, now),
    ...steering.toPlan(words),
    ...(frauds.length > 0 && { frauds }),
    ...(bank !== null && { bank: bank === 'undetected' ? null : bank.replaceAll('-', '_') }),
    ...(password !== null && { password }),
  }
}

/** The plan that follows from the bytes of a document. @param steered replaces members of it */
export function createPlan(digest: string, steered: Partial<StatementPlan>): StatementPlan {
  const document = planDocument(digest, steered)
  return {
    ...document,
    bank: identifierOf(accountOf(document).bank),
    password: null,
    refusal: null,
    statementFault: null,
    accountFault: null,
    frauds: [],
    processingMs: createRandom(`${digest} plan`).integer(4_000, 9_000),
    morePredictors: 0,
    hasScore: true,
    ...steered,
  }
}

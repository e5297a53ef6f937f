import { createRandom } from '../../../simulation/random.ts'
import { createSteering } from '../../../simulation/steering.ts'
import { catalogueBanks } from './catalogue.ts'

/** Why an upload is refused although its form, its bytes and its session are right. */
export type UploadRefusal =
  | 'INVALID_FILE_OBJECT'
  | 'PDF_IS_IMAGE'
  | 'STATEMENT_UNSUPPORTED_FORMAT'
  | 'INVALID_ACCOUNT_CATEGORY'
  | 'TRIAL_PERIOD_EXPIRED'
  | 'ROUTE_NOT_ALLOWED'

/**
 * What status bodies say of a statement that was taken and could not be read. Those after the first five are refused at upload by
 * themselves, and are told in status bodies only when a test asks for it.
 */
export type StatementFault =
  | 'STATEMENT_TOO_MANY_PAGES'
  | 'NULL_ACCOUNT_NUMBER'
  | 'UNPARSABLE'
  | 'EXTRACTION_FAILED'
  | 'STATEMENT_NO_TRANSACTIONS'
  | 'PASSWORD_INCORRECT'
  | 'BANK_NAME_MISMATCH'
  | 'BANK_NAME_UNDETECTED'
  | 'STATEMENT_UNSUPPORTED_FORMAT'
  | 'STATEMENT_DUPLICATE'
  | 'PDF_IS_IMAGE'
  | 'OUT_OF_DATE_RANGE'
  | 'NO_TRANSACTIONS_FROM_AA'

/** What they say of an account. */
export type AccountFault =
  | 'MISSING_TRANSACTIONS'
  | 'INCOMPLETE_MONTHS'
  | 'NULL_ACCOUNT_NUMBER'
  | 'BALANCE_MISMATCH'
  | 'INCOMPLETE_MONTHS_UPLOAD'
  | 'INCOMPLETE_DATES_UPLOAD'
  | 'UNPARSABLE'

/** What is found to be forged, and by looking at what. ASSUMED: all categories but `metadata`, all types but `author_fraud`. */
export type FraudFinding =
  | { readonly type: 'author_fraud' | 'date_fraud'; readonly category: 'metadata' }
  | { readonly type: 'inconsistent_transaction'; readonly category: 'transaction' }
  | { readonly type: 'more_cash_deposits_than_salary'; readonly category: 'behavioural' }

/** What becomes of a document. Whatever nobody steers follows from its digest. */
export interface StatementPlan {
  /** Documents with the same seed are statements of the same account. */
  readonly accountSeed: string
  /** Identifier of the bank that the vendor detects, in lower case; null: none unless the caller names one. */
  readonly bank: string | null
  /** The only password that opens it; null: see `isEncrypted`. */
  readonly password: string | null
  readonly refusal: UploadRefusal | null
  readonly statementFault: StatementFault | null
  readonly accountFault: AccountFault | null
  readonly frauds: readonly FraudFinding[]
  /** How many times three months before the last three whole months of the session's range it ends. */
  readonly quartersBack: number
  /** The first day of its three months, whatever `quartersBack` says. */
  readonly from: string | null
  /** Rows in the statement; null: as many as the account ordinarily has. */
  readonly transactions: number | null
  /** Milliseconds from the request for processing to the end of its extraction, at speed 1; `never` needs `finish`. */
  readonly processingMs: number | 'never'
  /** Predictors beside the ordinary ones. */
  readonly morePredictors: number
  readonly hasScore: boolean
  /** Laid over the account's `data` in the insights, member by member; `undefined` leaves one out. Lists may be iterables. */
  readonly data: Readonly<Record<string, unknown>>
}

const metadataFraud = { type: 'author_fraud', category: 'metadata' } as const
const transactionFraud = { type: 'inconsistent_transaction', category: 'transaction' } as const
const behaviouralFraud = { type: 'more_cash_deposits_than_salary', category: 'behavioural' } as const

/** What each word in a document's bytes makes of it. */
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
  'quarter-a': { quartersBack: 0 },
  'quarter-b': { quartersBack: 1 },
  'quarter-c': { quartersBack: 2 },
  'quarter-d': { quartersBack: 3 },
  'years-ago': { quartersBack: 28 },
  empty: { transactions: 0 },
  huge: { transactions: 20_000 },
  wide: { morePredictors: 10_000 },
  unscored: { hasScore: false },
  slow: { processingMs: 60_000 },
  stuck: { processingMs: 'never' },
} as const satisfies Readonly<Record<string, Partial<StatementPlan>>>

const steering = createSteering<StatementPlan>(plans)

/** Those that end in `-` are followed by a word of the document's own. */
export const steeringWords: readonly string[] = [...steering.words, 'account-', 'bank-', 'password-']

/** @param words that were found */
export function readSteering(words: readonly string[]): Partial<StatementPlan> {
  // Unlike the members that one word replaces, findings of several words go together.
  const frauds = Object.entries<Partial<StatementPlan>>(plans).flatMap(([word, change]) =>
    words.includes(word) ? (change.frauds ?? []) : [],
  )
  const account = findRest(words, 'account-')
  const bank = findRest(words, 'bank-')
  const password = findRest(words, 'password-')
  return {
    ...steering.toPlan(words),
    ...(frauds.length > 0 && { frauds }),
    ...(account !== null && { accountSeed: `account ${account}` }),
    ...(bank !== null && { bank: bank === 'undetected' ? null : bank.replaceAll('-', '_') }),
    ...(password !== null && { password }),
  }
}

function findRest(words: readonly string[], prefix: string): string | null {
  return words.find(word => word.startsWith(prefix))?.slice(prefix.length) ?? null
}

/** The plan that a document's bytes ask for. @param steered laid over what would follow from the digest */
export function createPlan(digest: string, steered: Partial<StatementPlan>): StatementPlan {
  const accountSeed = steered.accountSeed ?? digest
  return {
    accountSeed,
    bank: createRandom(`${accountSeed} bank`).pick(catalogueBanks).name.toLowerCase(),
    password: null,
    refusal: null,
    statementFault: null,
    accountFault: null,
    frauds: [],
    quartersBack: 0,
    from: null,
    transactions: null,
    processingMs: createRandom(`${digest} plan`).integer(4_000, 9_000),
    morePredictors: 0,
    hasScore: true,
    data: {},
    ...steered,
  }
}

/** @returns the first day of a document's three months. @param to the last day of the session's range */
export function pickFirstDay({ from, quartersBack }: StatementPlan, to: string): string {
  if (from !== null) return from
  const end = new Date(`${to}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 3 * (quartersBack + 1), 1))
    .toISOString()
    .slice(0, 10)
}

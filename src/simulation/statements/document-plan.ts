import { utcDateOf } from '../../domain/calendar-date.ts'
import { restOf } from '../steering.ts'
import type { Movement } from './movements.ts'
import { createPersonAccount, type PersonAccount } from './person-account.ts'
import { createPersonMovements, type PersonKind } from './person-movements.ts'

/** The content of a document. Every simulator of personal statements finds the same content in the same document. */
export interface DocumentPlan {
  /** Documents with the same seed are statements of the same account. */
  readonly accountSeed: string
  /** The country of the account, ISO 3166-1 alpha-2. */
  readonly country: string
  /** The first day of its three months. */
  readonly from: string
  /** The number of its movements. */
  readonly transactions: number
}

const counts: Readonly<Record<string, number>> = { empty: 0, huge: 5_000 }
/** How many quarters before the last three whole months. */
const quarters: Readonly<Record<string, number>> = {
  'quarter-a': 0,
  'quarter-b': 1,
  'quarter-c': 2,
  'quarter-d': 3,
  'years-ago': 28,
}

/** The steering words that change the content of a document. One that ends in `-` is the beginning of a word. */
export const documentWords: readonly string[] = [
  ...Object.keys(counts),
  ...Object.keys(quarters),
  'account-',
  'country-',
]

/**
 * The content that these words choose.
 * @param found words of the document
 * @param now the day from which the quarters are counted back
 */
export function steerDocument(found: readonly string[], now: Date): Partial<DocumentPlan> {
  const account = restOf(found, 'account-')
  const country = restOf(found, 'country-')
  const [transactions] = found.flatMap(word => counts[word] ?? [])
  const [quarter] = found.flatMap(word => quarters[word] ?? [])
  return {
    ...(account !== null && { accountSeed: `account ${account}` }),
    ...(country !== null && { country: country.toUpperCase() }),
    ...(quarter !== undefined && { from: firstDayOf(quarter, now) }),
    ...(transactions !== undefined && { transactions }),
  }
}

/** The content that follows from the digest of a document. @param steered replaces members of it */
export function planDocument(digest: string, steered: Partial<DocumentPlan> = {}): DocumentPlan {
  const accountSeed = steered.accountSeed ?? digest
  const { words, from, ordinaryCount } = createPersonAccount(accountSeed)
  return { country: words.country, from, transactions: ordinaryCount, ...steered, accountSeed }
}

/** The account as a document shows it. */
export function accountOf({ accountSeed, country, from, transactions }: DocumentPlan): PersonAccount {
  return createPersonAccount(accountSeed, { country, from, count: transactions })
}

/** The movements of a document in order of date, the same in every iteration. */
export function movementsOf(plan: DocumentPlan): Iterable<Movement<PersonKind>> {
  const account = accountOf(plan)
  return {
    [Symbol.iterator]: () =>
      createPersonMovements(account, `${plan.accountSeed} ${plan.from}`, plan.transactions)[Symbol.iterator](),
  }
}

/** The opening balance of a document. It equals the closing balance of the account's previous statement. */
export function openingOf(plan: DocumentPlan): number {
  const { ordinaryCount, opening } = createPersonAccount(plan.accountSeed, { country: plan.country })
  let balance = opening
  for (let from = quarterBefore(plan.from); from >= firstQuarter; from = quarterBefore(from))
    balance += netOf({ ...plan, from, transactions: ordinaryCount })
  return balance
}

/** The closing balance of a document. */
export function closingOf(plan: DocumentPlan): number {
  return openingOf(plan) + netOf(plan)
}

/** The first quarter of every account. */
const firstQuarter = '2024-01-01'

function netOf(plan: DocumentPlan): number {
  let sum = 0
  for (const { cents } of movementsOf(plan)) sum += cents
  return sum
}

function quarterBefore(from: string): string {
  return firstDayOf(0, new Date(`${from}T00:00:00Z`))
}

function firstDayOf(quartersBack: number, now: Date): string {
  return utcDateOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3 * (quartersBack + 1), 1)))
}

import { utcDateOf } from '../../domain/calendar-date.ts'
import { restOf } from '../steering.ts'
import type { Movement } from './movements.ts'
import { createPersonAccount, type PersonAccount } from './person-account.ts'
import { createPersonMovements, type PersonKind } from './person-movements.ts'

/** What a document shows. Every simulator that reads statements of persons finds the same in the same document. */
export interface DocumentPlan {
  /** Documents with the same seed are statements of the same account. */
  readonly accountSeed: string
  /** Of the account, ISO 3166-1 alpha-2. */
  readonly country: string
  /** The first day of its three months. */
  readonly from: string
  /** Movements that it lists. */
  readonly transactions: number
}

const counts: Readonly<Record<string, number>> = { empty: 0, huge: 5_000 }
/** How many times three months before the last three whole months. */
const quarters: Readonly<Record<string, number>> = {
  'quarter-a': 0,
  'quarter-b': 1,
  'quarter-c': 2,
  'quarter-d': 3,
  'years-ago': 28,
}

/** The words in a document's bytes that change what it shows. Those that end in `-` are followed by a word of its own. */
export const documentWords: readonly string[] = [
  ...Object.keys(counts),
  ...Object.keys(quarters),
  'account-',
  'country-',
]

/** @param found words of the document @param now the day on which it is read: the quarters go back from there */
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

/** What follows from the bytes of a document, and from the account that it is steered to. */
export function planDocument(digest: string, steered: Partial<DocumentPlan> = {}): DocumentPlan {
  const accountSeed = steered.accountSeed ?? digest
  const { words, from, ordinaryCount } = createPersonAccount(accountSeed)
  return { country: words.country, from, transactions: ordinaryCount, ...steered, accountSeed }
}

/** The account as a document shows it. */
export function accountOf({ accountSeed, country, from, transactions }: DocumentPlan): PersonAccount {
  return createPersonAccount(accountSeed, { country, from, count: transactions })
}

/** The movements that a document lists, in order of date; the same ones each time they are iterated. */
export function movementsOf(plan: DocumentPlan): Iterable<Movement<PersonKind>> {
  const account = accountOf(plan)
  return {
    [Symbol.iterator]: () =>
      createPersonMovements(account, `${plan.accountSeed} ${plan.from}`, plan.transactions)[Symbol.iterator](),
  }
}

/** The balance that a document begins with: in statements of one account that follow each other, the last one's closing. */
export function openingOf(plan: DocumentPlan): number {
  const { ordinaryCount, opening } = createPersonAccount(plan.accountSeed, { country: plan.country })
  let balance = opening
  for (let from = quarterBefore(plan.from); from >= firstQuarter; from = quarterBefore(from))
    balance += netOf({ ...plan, from, transactions: ordinaryCount })
  return balance
}

/** The balance that it ends with. */
export function closingOf(plan: DocumentPlan): number {
  return openingOf(plan) + netOf(plan)
}

/** No account is older. */
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

import { addDays, utcDateOf } from '../../domain/calendar-date.ts'
import { createRandom, type Random } from '../random.ts'
import { type PersonWords, personWords } from './person-words.ts'

/** A person's account in a statement over three calendar months. Amounts are whole cents. */
export interface PersonAccount {
  readonly words: PersonWords
  readonly bank: string
  readonly holder: string
  /** The holder's street and town. */
  readonly place: string
  readonly accountNumber: string
  /** The first day of the three months; `to` is the last. */
  readonly from: string
  readonly to: string
  readonly days: number
  /** The offset in days of the first day of each month. */
  readonly monthStarts: readonly number[]
  readonly opening: number
  readonly salary: number
  readonly rent: number
  readonly loan: number
  /** The spending per month besides monthly payments. */
  readonly spending: number
  /** The usual number of movements in the period. */
  readonly ordinaryCount: number
}

/** Values that otherwise follow from the seed. */
export interface GivenPersonAccount {
  /** ISO 3166-1 alpha-2, one of `personWords`. */
  readonly country?: string
  /** The first day of the first month of the statement. */
  readonly from?: string
  /** The number of movements. An account with very many has larger amounts. */
  readonly count?: number
}

/** @param seed the account depends only on it and on `given` */
export function createPersonAccount(seed: string, given: GivenPersonAccount = {}): PersonAccount {
  const random = createRandom(`${seed} profile`)
  const picked = random.pick(personWords)
  const words = personWords.find(({ country }) => country === given.country) ?? picked
  const ordinaryCount = random.integer(60, 140)
  const scale = Math.max(1, Math.floor((given.count ?? ordinaryCount) / 150))
  const salary = scale * roundedBetween(random, words.salary, words.roundTo)
  const rent = partOf(random, salary, [18, 34], words.roundTo)
  const loan = random.percent(50) ? partOf(random, salary, [4, 12], 100) : 0
  const ordinaryFrom = pickFirstDay(random)
  return {
    words,
    bank: random.pick(words.banks),
    holder: random.pick(words.holders),
    place: random.pick(words.places),
    accountNumber: String(random.integer(0, 9_999_999_999)).padStart(10, '0'),
    ...toPeriod(given.from ?? ordinaryFrom),
    opening: partOf(random, salary, [-10, 160], 1),
    salary,
    rent,
    loan,
    spending: partOf(random, salary - rent - loan, [55, 98], 1),
    ordinaryCount,
  }
}

function roundedBetween(random: Random, [from, to]: readonly [number, number], step: number): number {
  return Math.round(random.integer(from, to) / step) * step
}

/** A random amount between two percentages of a sum, rounded to a step. */
function partOf(random: Random, sum: number, [from, to]: readonly [number, number], step: number): number {
  return Math.round((sum * random.integer(from * 10, to * 10)) / 1000 / step) * step
}

/** The first day of three whole months of which the last is between March 2024 and October 2025. */
function pickFirstDay(random: Random): string {
  return utcDateOf(new Date(Date.UTC(2024, random.integer(0, 19), 1)))
}

/** @param from the first day of a month */
function toPeriod(from: string): Pick<PersonAccount, 'from' | 'to' | 'days' | 'monthStarts'> {
  const start = new Date(`${from}T00:00:00Z`)
  const daysTo = (month: number) =>
    (Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1) - start.getTime()) / 86_400_000
  const days = daysTo(3)
  return { from, to: addDays(from, days - 1), days, monthStarts: [0, daysTo(1), daysTo(2)] }
}

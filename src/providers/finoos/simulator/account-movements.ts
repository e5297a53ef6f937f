import { addDays, type CalendarDate, monthsBetween } from '../../../domain/calendar-date.ts'
import { createRandom } from '../../../simulation/random.ts'
import { type CompanyKind, createCompanyMovements } from '../../../simulation/statements/company-movements.ts'
import { germanCompanyWords } from '../../../simulation/statements/company-words.ts'
import { createPersonMovements, type PersonKind } from '../../../simulation/statements/person-movements.ts'
import { type BankAccount, createPerson } from './bank-customer.ts'
import { addQuarters } from './berlin-time.ts'
import { type AccountType, accountTypes } from './customer-plan.ts'
import { landlord, type Party, partyOf, personWords, toPartyName } from './parties.ts'
import { securityNames } from './securities.ts'

export type MovementKind = PersonKind | CompanyKind | 'own-transfer' | 'interest' | 'added'

/** A movement of a bank account. */
export interface BankMovement {
  /** Unique within its quarter. */
  readonly index: number
  readonly date: CalendarDate
  /** Whole cents, positive into the account. */
  readonly cents: number
  readonly purpose: string
  readonly kind: MovementKind
  /** The counterparty; null when the bank shows none. */
  readonly party: Party | null
}

/** All movements of an account in a quarter, in order of date and including future ones. The same each time. */
export function createQuarterMovements(account: BankAccount, from: CalendarDate): Iterable<BankMovement> {
  if (account.plan.movements === 0) return []
  if (account.type === 'GIRO') return mergeByDate(createPayments(account, from), createOwnTransfers(account, from))
  if (account.type === 'CREDITCARD') return createCardPayments(account, from)
  if (account.type === 'DEPOT') return createPayouts(account, from)
  return [...createOwnTransfers(account, from), createInterest(account, from)]
}

/** @returns the number of movements per quarter with which the days shown have at least as many as the plan asks for */
function toCount({ plan, windowDays }: BankAccount, ordinary: number): number {
  return plan.movements === null ? ordinary : Math.ceil((plan.movements * 1.1 * 92) / Math.min(windowDays, 365))
}

function* createPayments(account: BankAccount, from: CalendarDate): Generator<BankMovement> {
  const { seed, isCompany } = account
  const count = toCount(account, createPerson(seed).ordinaryCount)
  const movements = isCompany
    ? createCompanyMovements(`${seed} ${from}`, toStatementDays(from), count, {
        monthlySales: 40 * createPerson(seed).salary,
        words: germanCompanyWords,
      })
    : createPersonMovements(createPerson(seed, { count, from }), `${seed} ${from}`, count)
  let index = 0
  for (const { date, cents, description, kind, counterparty } of movements) {
    const party = kind === 'rent' ? landlord : kind === 'salary' ? toEmployer(description) : counterparty
    yield {
      index: index++,
      date,
      cents,
      purpose: description,
      kind,
      party: party === null ? null : partyOf(toPartyName(party)),
    }
  }
}

function toStatementDays(from: CalendarDate) {
  const end = addDays(addQuarters(from, 1), -1)
  const days = (Date.parse(end) - Date.parse(from)) / 86_400_000 + 1
  return { start: addDays(from, -1), end, days }
}

function toEmployer(description: string): string {
  return description.slice(personWords.salaryText.length + 1)
}

/** The first index of movements that do not come from the generator of payments. */
const ownIndex = 0x200_0000

/** Cents per month that a customer transfers between own accounts. */
export function monthlyTransferOf({ customerSeed }: BankAccount, to: 'SAVINGS' | 'LOAN'): number {
  const { salary } = createPerson(customerSeed)
  return Math.round((salary * (to === 'SAVINGS' ? 4 : 3)) / 100 / 500) * 500
}

/** Transfers from the customer's current account to the other ones, as this account shows them. */
function createOwnTransfers(account: BankAccount, from: CalendarDate): readonly BankMovement[] {
  const { siblings, type } = account
  const isGiro = type === 'GIRO'
  const movements: BankMovement[] = []
  const add = (date: CalendarDate, to: AccountType, outgoing: number, purpose: string) => {
    const party = siblings.get(isGiro ? to : 'GIRO')
    if (!party || outgoing === 0 || !siblings.has(to) || (!isGiro && type !== to)) return
    const cents = isGiro ? -outgoing : outgoing
    const index = ownIndex + Number(date.slice(5, 7)) * 10 + accountTypes.indexOf(to)
    movements.push({ index, date, cents, purpose, kind: 'own-transfer', party })
  }
  for (const month of monthsBetween(from, addDays(addQuarters(from, 1), -1))) {
    add(`${month}-02`, 'SAVINGS', monthlyTransferOf(account, 'SAVINGS'), 'Sparen Dauerauftrag')
    add(`${month}-06`, 'LOAN', monthlyTransferOf(account, 'LOAN'), 'Rate Ratenkredit')
    add(`${month}-27`, 'CREDITCARD', -sumOf(createPurchases(account, month)), `Kreditkartenabrechnung ${month}`)
  }
  return movements
}

/** The purchases of a month, all on or before the 25th. */
function createPurchases({ customerSeed }: BankAccount, month: string): readonly BankMovement[] {
  const random = createRandom(`${customerSeed} card ${month}`)
  const days = Array.from({ length: random.integer(3, 12) }, () => random.integer(1, 25)).toSorted((a, b) => a - b)
  return days.map((day, index) => {
    const isMeal = random.percent(40)
    const party = partyOf(toPartyName(random.pick(isMeal ? personWords.restaurants : personWords.shops)))
    const cents = -random.integer(400, isMeal ? 9_000 : 24_000)
    const date = `${month}-${String(day).padStart(2, '0')}`
    return {
      index: ownIndex + Number(month.slice(5)) * 100 + index,
      date,
      cents,
      purpose: party.name,
      kind: isMeal ? 'restaurant' : 'card',
      party,
    }
  })
}

function* createCardPayments(account: BankAccount, from: CalendarDate): Generator<BankMovement> {
  const settlements = createOwnTransfers(account, from)
  for (const month of monthsBetween(from, addDays(addQuarters(from, 1), -1))) {
    yield* createPurchases(account, month)
    yield* settlements.filter(({ date }) => date.startsWith(month))
  }
}

function createInterest({ seed, opening }: BankAccount, from: CalendarDate): BankMovement {
  const cents = Math.round((opening * createRandom(`${seed} interest ${from}`).integer(20, 60)) / 10_000)
  const date = addDays(addQuarters(from, 1), -1)
  return { index: ownIndex - 1, date, cents, purpose: 'Zinsen', kind: 'interest', party: null }
}

/** One payout for each security of a deposit. */
function createPayouts({ seed }: BankAccount, from: CalendarDate): readonly BankMovement[] {
  const random = createRandom(`${seed} payouts ${from}`)
  return securityNames.map((name, index) => {
    const date = addDays(from, 20 + 10 * index)
    return {
      index,
      date,
      cents: random.integer(100, 9_000),
      purpose: `Ausschüttung ${name}`,
      kind: 'interest',
      party: null,
    }
  })
}

function* mergeByDate(one: Iterable<BankMovement>, other: readonly BankMovement[]): Generator<BankMovement> {
  let next = 0
  for (const movement of one) {
    for (let due = other[next]; due && due.date <= movement.date; due = other[next]) {
      yield due
      next += 1
    }
    yield movement
  }
  yield* other.slice(next)
}

function sumOf(movements: readonly BankMovement[]): number {
  return movements.reduce((sum, { cents }) => sum + cents, 0)
}

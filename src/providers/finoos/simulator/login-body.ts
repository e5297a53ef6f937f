import { createHash } from 'node:crypto'
import { addDays } from '../../../domain/calendar-date.ts'
import type { Decimal } from '../../../domain/decimal.ts'
import { formatCents, toExactNumber } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import type { ShownMovement } from './account-history.ts'
import { type MovementKind, monthlyTransferOf } from './account-movements.ts'
import { type BankAccount, createPerson } from './bank-customer.ts'
import type { OpenedAccount } from './bank-world.ts'
import { berlinMidnight, toInstantText } from './berlin-time.ts'
import { toLogo } from './logos.ts'
import { type ConnectedLogin, lastReadingOf } from './logins.ts'
import { createSecurities } from './securities.ts'

interface BodyOptions {
  readonly now: number
  readonly includeTransactions: boolean
  readonly origin: string
}

/** A connected login, ready for `toJsonTexts`. Its transactions are made while they are read. Source: step 5 of the quickstart. */
export function toLoginBody(login: ConnectedLogin, { now, includeTransactions, origin }: BodyOptions): object {
  const { bank } = login.customer
  const at = lastReadingOf(login, now)
  const { name, bic, bankCode } = bank
  return {
    id: login.id,
    bank: { name, bic, bankCode, logo: toLogo(origin, name) },
    // A set, because `toJsonTexts` writes arrays whole and other iterables item by item.
    accounts: new Set(
      login.readyAt > now
        ? []
        : login.accounts.map(opened => toAccountBody(login, opened, { at, includeTransactions })),
    ),
  }
}

/** The form of the sample: `A` and two parts of five and eleven characters. */
export function accountIdOf({ accountIdSeed }: ConnectedLogin, { iban }: BankAccount): string {
  const digest = hash(`${accountIdSeed} ${iban}`)
  return `A${digest.slice(0, 5)}.${digest.slice(5, 16)}`
}

function toAccountBody(
  login: ConnectedLogin,
  { account, history }: OpenedAccount,
  { at, includeTransactions }: { readonly at: number; readonly includeTransactions: boolean },
): object {
  const id = accountIdOf(login, account)
  const prefix = hash(`${login.movementIdSeed} ${account.iban}`).slice(0, 12)
  const securities = account.type === 'DEPOT' ? createSecurities(account.seed, at) : []
  const balance =
    securities.length > 0 ? formatCents(securities.reduce((sum, { cents }) => sum + cents, 0)) : history.balanceAt(at)
  return {
    iban: account.iban,
    id,
    number: account.number,
    name: account.name,
    owner: account.owner,
    type: account.plan.isOdd && account.type === 'SAVINGS' ? 'BAUSPARKONTO' : account.type,
    balance: toNumber(balance),
    creditLine: toNumber(formatCents(account.creditLine)),
    monthlySpendingLimit: toNumber(formatCents(account.monthlySpendingLimit)),
    currency: 'EUR',
    transactions: includeTransactions ? createTransactions() : undefined,
    standingOrders: createStandingOrders(account, at),
    // As in the sample, a security has the same id as a transaction of the account.
    securities: securities.map((row, index) => ({
      id: prefix + history.keyBefore(login.connectedAt, index),
      accountID: id,
      ...row.body,
    })),
  }

  function createTransactions(): Iterable<object> {
    const { plan } = account
    const accountID = plan.namesOtherAccounts ? `A${prefix}.${hash(id)}` : id
    return {
      *[Symbol.iterator]() {
        for (const shown of history.shownAt(at))
          yield toTransaction(shown, { id: prefix + shown.key, accountID, isOdd: plan.isOdd })
        if (plan.hasLongAmounts) yield* createLongAmounts(prefix, accountID, at)
      },
    }
  }
}

type KindWords = readonly [code: string, tag: string, isDirectDebit?: true]

/** The German banks' transaction code of each kind, and the vendor's category. ASSUMED: all but the type `transactionCode`. */
const kinds: Readonly<Partial<Record<MovementKind | 'hold', KindWords>>> = {
  salary: ['153', 'salary'],
  rent: ['117', 'rent'],
  insurance: ['105', 'insurance', true],
  loan: ['105', 'loan', true],
  utilities: ['105', 'utilities', true],
  telecom: ['105', 'communication', true],
  energy: ['105', 'utilities', true],
  'social-security': ['116', 'socialSecurity'],
  tax: ['116', 'tax'],
  salaries: ['191', 'payroll'],
  correction: ['899', ''],
  sales: ['166', 'revenue'],
  suppliers: ['116', 'suppliers'],
  groceries: ['106', 'groceries'],
  restaurant: ['106', 'restaurant'],
  card: ['106', 'shopping'],
  transport: ['106', 'mobility'],
  cash: ['083', 'cash'],
  fee: ['808', 'bankFees'],
  'transfer-in': ['166', ''],
  'transfer-out': ['116', ''],
  'own-transfer': ['117', 'ownTransfer'],
  interest: ['814', 'interest'],
  hold: ['106', ''],
}
const unnamedKind: KindWords = ['166', '']

interface RowOptions {
  readonly id: string
  readonly accountID: string
  readonly isOdd: boolean
}

function toTransaction(shown: ShownMovement, { id, accountID, isOdd }: RowOptions): object {
  const { isBooked, amount, purpose, kind, party, draw } = shown
  const [code, tag, isDirectDebit] = kinds[kind] ?? unnamedKind
  const odd = oddTexts[draw('oddity') % oddTexts.length]
  // A third of the pending movements has no booking date.
  const hasBookingDate = isBooked || draw('date') >= 33
  return {
    id,
    accountID,
    ...(hasBookingDate && { bookingDate: toInstant(shown, 0) }),
    valueDate: toInstant(shown, draw('value') < 80 ? 0 : 1 + (draw('value') % 2)),
    currency: 'EUR',
    mref: isDirectDebit && party ? `MREF${hash(`${party.name} mandate`).slice(0, 10).toUpperCase()}` : '',
    purpose: odd && isOdd && draw('flaw') < 20 ? odd(purpose) : purpose,
    booked: isBooked,
    amount: toNumber(amount),
    counterPart: {
      bic: party?.bic ?? '',
      iban: party?.iban ?? '',
      creditorId: isDirectDebit ? (party?.creditorId ?? '') : '',
      name: party?.name ?? '',
    },
    tags: isOdd && draw('tag') < 10 ? [{ name: 'Sonstiges/??' }] : tag === '' ? [] : [{ name: tag }],
    codes: [{ value: code, type: 'transactionCode' }],
  }
}

/**
 * A day as banks write it: most as midnight in Berlin, some as midnight UTC, some with a time of day. ASSUMED, because the sample
 * has only times of day.
 */
function toInstant({ date, bookedAt, draw }: ShownMovement, later: number): string {
  const day = later === 0 ? date : addDays(date, later)
  const style = draw('instant')
  if (style < 55) return toInstantText(berlinMidnight(day))
  if (style < 80) return `${day}T00:00:00Z`
  return toInstantText(later === 0 ? bookedAt + draw('second') * 1000 : berlinMidnight(day) + 9 * 3_600_000)
}

/** Amounts that a floating-point number cannot represent. They do not change the balance. */
function* createLongAmounts(prefix: string, accountID: string, at: number): Generator<object> {
  const amounts = ['123456789012345.67', '-123456789012345.67', '0.1', '0.2', '-0.30000', '0.00001', '-0.00001']
  for (const [index, amount] of amounts.entries())
    yield {
      id: `${prefix}d${String(index).padStart(11, '0')}`,
      accountID,
      bookingDate: toInstantText(at),
      valueDate: toInstantText(at),
      currency: 'EUR',
      mref: '',
      purpose: `Betrag ${amount}`,
      booked: true,
      amount: toExactNumber(amount),
      counterPart: { bic: '', iban: '', creditorId: '', name: '' },
      tags: [],
      codes: [],
    }
}

/**
 * ASSUMED: amounts are positive, as in the sample, where orders have no id and an accountID of no account.
 */
function createStandingOrders(account: BankAccount, at: number): readonly object[] {
  if (account.type !== 'GIRO' || account.isCompany || account.plan.movements === 0) return []
  const accountID = `A${hash(account.seed).slice(0, 24)}.${hash(account.iban).slice(0, 40)}`
  const year = new Date(at).getUTCFullYear() - 2
  const order = (executionDay: number, cents: number, purpose: string) => ({
    id: '',
    accountID,
    creationDate: `${year}-01-15T17:11:22Z`,
    firstExecutionDate: toInstantText(berlinMidnight(`${year}-02-${String(executionDay).padStart(2, '0')}`)),
    lastExecutionDate: `${year + 20}-12-31T00:00:00Z`,
    executionDay,
    interval: 'MONTHLY',
    amount: toNumber(formatCents(cents)),
    currency: 'EUR',
    purpose,
  })
  const orders = [order(1, createPerson(account.seed).rent, 'Miete Wohnung')]
  const savings = monthlyTransferOf(account, 'SAVINGS')
  return account.siblings.has('SAVINGS') && savings > 0 ? [...orders, order(2, savings, 'Sparen Dauerauftrag')] : orders
}

/** A number without zeros at the end, as in the vendor's samples: 24.99, 200. */
function toNumber(amount: Decimal): object {
  return toExactNumber(amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

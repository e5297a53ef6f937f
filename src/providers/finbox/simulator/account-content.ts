import { createHash } from 'node:crypto'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import { createPersonAccount } from '../../../simulation/statements/person-account.ts'
import { createPersonMovements, type PersonKind } from '../../../simulation/statements/person-movements.ts'
import { indianPersonWords } from '../../../simulation/statements/person-words.ts'
import { findBank } from './catalogue.ts'
import { type Labels, labelMovement } from './label-movement.ts'
import type { SimulatedAccount, SimulatedStatement } from './sessions.ts'

/** Who an account is of and what it is called; the same in every session. */
export interface AccountIdentity {
  readonly holder: string
  readonly address: string
  readonly number: string
  readonly maskedNumber: string
  readonly ifsc: string
  readonly micr: string
  readonly maskedPhone: string
}

/** One transaction of an account as the vendor read it. Amounts are whole paise. */
export interface Row extends Labels {
  readonly date: string
  /** Signed: into the account positive. */
  readonly cents: number
  /** After it, exact. */
  readonly balance: number
  /** The same in every session and every list. */
  readonly hash: string
  readonly kind: PersonKind
  /** As printed in every list, with the flaws that extracted statements have. */
  readonly printed: {
    readonly note: string
    readonly amount: object | string
    readonly balance: object | null
    readonly category: string
  }
}

/** Transactions of one statement that are not in an earlier one of the same account. */
export interface Segment {
  readonly statement: SimulatedStatement
  readonly from: string
  readonly to: string
  readonly count: number
}

/** What an account's statements hold together. */
export interface AccountContent {
  readonly identity: AccountIdentity
  /** In order of date; statements that could not be read have none. */
  readonly segments: readonly Segment[]
  /** Before the first row. */
  readonly opening: number
  /** In order of date, made as they are read; the same ones each time. */
  readonly rows: Iterable<Row>
}

const words = indianPersonWords

export function createIdentity({ seed, bank }: Pick<SimulatedAccount, 'seed' | 'bank'>): AccountIdentity {
  const random = createRandom(`${seed} ${bank} identity`)
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
  const number = `9${digits(random.integer(9, 14))}`
  return {
    holder: createPersonAccount(seed, undefined, { words, from: '2025-01-01' }).holder,
    address: `${random.integer(1, 480)}, ${random.pick(['CHAMELI MARG', 'LAKEVIEW EXTENSION', 'PURANA BAZAAR'])}, SIMNAGAR`,
    number,
    maskedNumber: `${'X'.repeat(number.length - 4)}${number.slice(-4)}`,
    ifsc: `${findBank(bank)?.npciCode ?? 'SIMU'}0SIM${digits(3)}`,
    micr: `999${digits(6)}`,
    maskedPhone: `XXXXXX${digits(4)}`,
  }
}

/** It follows from the account's seed and the periods of its statements alone; overlapping statements are read once. */
export function createAccountContent(account: SimulatedAccount): AccountContent {
  const { seed } = account
  const segments = toSegments(account)
  const first = segments[0]
  const opening = createPersonAccount(seed, first?.count, { words, from: first?.from ?? '2025-01-01' }).opening
  const flaw = account.statements.find(({ plan }) => plan.accountFault !== null)?.plan.accountFault ?? null
  return {
    identity: createIdentity(account),
    segments,
    opening,
    rows: {
      *[Symbol.iterator]() {
        let balance = opening
        for (const segment of segments) balance = yield* createRows(seed, segment, { balance, flaw })
      },
    },
  }
}

/** ASSUMED: of statements over the same months the first is read; months that overlap in part do not occur here. */
function toSegments({ seed, statements }: SimulatedAccount): readonly Segment[] {
  const byStart = new Map<string, Segment>()
  for (const statement of statements) {
    const { from, to, plan } = statement
    if (byStart.has(from) || (plan.statementFault !== null && plan.statementFault !== 'NULL_ACCOUNT_NUMBER')) continue
    const ordinary = createPersonAccount(seed, undefined, { words, from }).ordinaryCount
    byStart.set(from, { statement, from, to, count: plan.transactions ?? ordinary })
  }
  return [...byStart.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

/** The row that a fault of the account is about. */
const flawedPosition = 12

/** @returns the balance after the last row */
function* createRows(
  seed: string,
  { from, count }: Segment,
  start: { readonly balance: number; readonly flaw: string | null },
): Generator<Row, number> {
  const person = createPersonAccount(seed, count, { words, from })
  const segmentSeed = `${seed} ${from}`
  const random = createRandom(`${segmentSeed} rows`)
  let { balance } = start
  let position = 0
  let previous: { readonly movement: Movement<PersonKind>; readonly labels: Labels } | null = null
  for (const movement of createPersonMovements(person, segmentSeed, count)) {
    balance += movement.cents
    position += 1
    const labels: Labels = isSecondTwin(movement, previous?.movement)
      ? (previous?.labels ?? labelMovement(movement, random, person.holder))
      : labelMovement(movement, random, person.holder)
    previous = { movement, labels }
    const isFlawed = position === flawedPosition
    if (isFlawed && start.flaw === 'MISSING_TRANSACTIONS') continue
    const misread = isFlawed && start.flaw === 'BALANCE_MISMATCH' ? 10_000 : 0
    yield {
      ...labels,
      date: movement.date,
      cents: movement.cents,
      balance,
      hash: createHash('md5').update(`${segmentSeed} ${position}`).digest('hex'),
      kind: movement.kind,
      printed: print(labels, { random, cents: movement.cents, balance: balance + misread, isTwin: movement.isTwin }),
    }
  }
  return balance
}

function isSecondTwin(movement: Movement<PersonKind>, before: Movement<PersonKind> | undefined): boolean {
  return (
    movement.isTwin &&
    before?.isTwin === true &&
    before.date === movement.date &&
    before.cents === movement.cents &&
    before.description === movement.description
  )
}

/** Categories that no page has. */
const oddCategories = ['Others/3', 'Uncategorised (AI)', 'misc.'] as const

/** Flaws: an amount sent as text, a balance that could not be read, odd characters, an unheard-of category. */
function print(
  { note, category }: Labels,
  row: { readonly random: Random; readonly cents: number; readonly balance: number; readonly isTwin: boolean },
): Row['printed'] {
  const { random, isTwin } = row
  const unsigned = Math.abs(row.cents)
  const amount = centsToNumber(unsigned)
  const balance = centsToNumber(row.balance)
  if (isTwin) return { note, amount, balance, category }
  return {
    note: random.percent(3) ? random.pick(oddTexts)(note) : note,
    amount: random.percent(1) ? formatCents(unsigned) : amount,
    balance: random.percent(2) ? null : balance,
    category: random.percent(2) ? random.pick(oddCategories) : category,
  }
}

import { createHash } from 'node:crypto'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import { accountOf, movementsOf, openingOf } from '../../../simulation/statements/document-plan.ts'
import type { PersonKind } from '../../../simulation/statements/person-movements.ts'
import { findBank } from './catalogue.ts'
import { type Labels, labelMovement } from './label-movement.ts'
import type { SimulatedAccount, SimulatedStatement } from './sessions.ts'
import type { StatementPlan } from './statement-plan.ts'

/** One transaction of an account as the vendor read it. Amounts are whole paise. */
export interface Row extends Labels {
  readonly date: string
  /** Positive into the account. */
  readonly cents: number
  /** The exact balance after it. */
  readonly balance: number
  /** The same in every session and every list. */
  readonly hash: string
  readonly kind: PersonKind
  /** As every list shows it, with the flaws of extracted statements. */
  readonly printed: {
    readonly note: string
    readonly amount: object | string
    readonly balance: object | null
    readonly category: string
  }
}

/** The transactions of one statement that no earlier statement of the same account has. */
export interface Segment {
  readonly statement: SimulatedStatement
  readonly from: string
  readonly to: string
  /** The balance before its first row. */
  readonly opening: number
}

/** What the statements of an account contain, taken together. */
export interface AccountContent {
  readonly identity: ReturnType<typeof createIdentity>
  /** In order of date; statements that could not be read have none. */
  readonly segments: readonly Segment[]
  /** The balance before the first row. */
  readonly opening: number
  /** In order of date. Made while they are read, and the same each time. */
  readonly rows: Iterable<Row>
}

/** The holder and the numbers of an account, the same in every session. Only banks in India have an IFSC and a MICR. */
export function createIdentity({ bank, statements: [first] }: Pick<SimulatedAccount, 'bank' | 'statements'>) {
  if (!first) throw new Error('An account has at least one statement.')
  const { words, holder, place, accountNumber } = accountOf(first.plan)
  const random = createRandom(`${first.plan.accountSeed} ${bank} identity`)
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
  const isIndian = words.country === 'IN'
  return {
    holder,
    address: place,
    countryCode: words.country,
    currencyCode: words.currency,
    number: accountNumber,
    maskedNumber: `${'X'.repeat(accountNumber.length - 4)}${accountNumber.slice(-4)}`,
    ifsc: isIndian ? `${findBank(bank)?.npciCode ?? 'SIMU'}0SIM${digits(3)}` : null,
    micr: isIndian ? `999${digits(6)}` : null,
    maskedPhone: `XXXXXX${digits(4)}`,
  }
}

/** Depends only on the plans of the account's statements. Of statements over the same months only the first is read. */
export function createAccountContent(account: SimulatedAccount): AccountContent {
  const segments = toSegments(account)
  const flaw = account.statements.find(({ plan }) => plan.accountFault !== null)?.plan.accountFault ?? null
  return {
    identity: createIdentity(account),
    segments,
    opening: segments[0]?.opening ?? 0,
    rows: {
      *[Symbol.iterator]() {
        for (const { statement, opening } of segments) yield* createRows(statement.plan, { opening, flaw })
      },
    },
  }
}

/** ASSUMED: of statements over the same months the first is read. Here no two statements overlap in part. */
function toSegments({ statements }: SimulatedAccount): readonly Segment[] {
  const byStart = new Map<string, Segment>()
  for (const statement of statements) {
    const { from, to, plan } = statement
    if (byStart.has(from) || (plan.statementFault !== null && plan.statementFault !== 'NULL_ACCOUNT_NUMBER')) continue
    byStart.set(from, { statement, from, to, opening: openingOf(plan) })
  }
  return [...byStart.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

/** The index of the row that a fault of the account changes. */
const flawedPosition = 12

function* createRows(
  plan: StatementPlan,
  { opening, flaw }: { readonly opening: number; readonly flaw: string | null },
): Generator<Row> {
  const seed = `${plan.accountSeed} ${plan.from}`
  const random = createRandom(`${seed} rows`)
  let balance = opening
  let position = 0
  for (const movement of movementsOf(plan)) {
    balance += movement.cents
    position += 1
    const labels = labelMovement(movement)
    const isFlawed = position === flawedPosition
    if (isFlawed && flaw === 'MISSING_TRANSACTIONS') continue
    const misread = isFlawed && flaw === 'BALANCE_MISMATCH' ? 10_000 : 0
    yield {
      ...labels,
      date: movement.date,
      cents: movement.cents,
      balance,
      hash: createHash('md5').update(`${seed} ${position}`).digest('hex'),
      kind: movement.kind,
      printed: print(labels, { random, cents: movement.cents, balance: balance + misread, isTwin: movement.isTwin }),
    }
  }
}

/** Categories that no page documents. */
const oddCategories = ['Others/3', 'Uncategorised (AI)', 'misc.'] as const

/** Adds flaws: an amount as text, an unreadable balance, unusual characters, an unknown category. */
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

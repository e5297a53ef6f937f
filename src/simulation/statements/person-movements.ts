import { type Choices, createRandom, type Random } from '../random.ts'
import { type Movement, type MovementEvent, type StandingPayment, spreadMovements } from './movements.ts'
import type { PersonAccount } from './person-account.ts'
import type { PersonWords, TransferForm } from './person-words.ts'

export type PersonKind =
  | 'rent'
  | 'insurance'
  | 'loan'
  | 'utilities'
  | 'telecom'
  | 'salary'
  | 'fee'
  | 'card'
  | 'groceries'
  | 'restaurant'
  | 'transport'
  | 'cash'
  | 'transfer-in'
  | 'transfer-out'
  | 'self-transfer'
  | 'cheque'
  | 'bounce'
  | 'card-bill'
  | 'investment'
  | 'refund'
  | 'interest'
  | 'cash-deposit'
  | 'loan-payout'

/** All movements of a person's account in order of date. */
export function createPersonMovements(
  account: PersonAccount,
  seed: string,
  count: number,
): Iterable<Movement<PersonKind>> {
  const random = createRandom(`${seed} movements`)
  const standing = createStandingPayments(account, random)
  const mean = account.spending / Math.max(1, (count - standing.length) / 3)
  const draw = () => drawSpending(account, random, mean)
  return spreadMovements({ random, firstDate: account.from, days: account.days, count, standing, draw })
}

/** The monthly movements in order of day. */
function createStandingPayments(account: PersonAccount, random: Random): readonly StandingPayment<PersonKind>[] {
  const { words, salary, rent, loan } = account
  const employer = random.pick(words.employers)
  const rentText = `${words.rentText} ${random.integer(2, 48)}`
  const insurer = random.pick(words.insurers)
  const power = random.pick(words.powerSuppliers)
  const telecom = random.pick(words.telecoms)
  const lender = random.pick(words.lenders)
  // With 60 rows in 92 days, two of them twins, the next row is at most 4.6 days later, so it is still in the same February.
  const payday = random.integer(19, 23)
  const insurance = Math.round(salary * 0.03)
  const telephone = Math.round(salary * 0.012)
  const due: StandingPayment<PersonKind>[] = []
  for (const [month, start] of account.monthStarts.entries()) {
    const lastDay = (account.monthStarts[month + 1] ?? account.days) - start - 1
    const add = (day: number, cents: number, description: string, kind: PersonKind) =>
      due.push({ day: start + day, ...printPayment(words, random, { kind, cents, text: description }) })
    add(0, -rent, rentText, 'rent')
    add(3, -insurance, insurer, 'insurance')
    if (loan > 0) add(5, -loan, lender, 'loan')
    add(9, -random.integer(Math.round(salary * 0.02), Math.round(salary * 0.05)), power, 'utilities')
    add(14, -telephone, telecom, 'telecom')
    add(payday, salary, `${words.salaryText} ${employer}`, 'salary')
    add(lastDay, -drawFee(words, random), random.pick(words.fees), 'fee')
  }
  return due
}

/** @param mean the average cents of one payment */
function drawSpending(account: PersonAccount, random: Random, mean: number): MovementEvent<PersonKind> {
  const { words } = account
  const out = (percent: number) =>
    -Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const event = (kind: PersonKind, cents: number, text: string) => printPayment(words, random, { kind, cents, text })
  const chance = random.integer(1, 100)
  if (chance <= 1) return event('card', 0, `${random.pick(words.shops)} CARD CHECK`)
  if (chance <= 32) return event('groceries', out(80), random.pick(words.groceries))
  if (chance <= 52) return event('card', out(140), random.pick(words.shops))
  if (chance <= 67) return event('restaurant', out(60), random.pick(words.restaurants))
  if (chance <= 80) return event('transport', out(60), random.pick(words.transport))
  if (chance <= 88) return event('cash', Math.floor(out(180) / words.roundTo) * words.roundTo, random.pick(words.cash))
  if (chance <= 94) return drawTransfer(account, random, out(120))
  if (chance <= 98) return drawTransfer(account, random, -out(90))
  return event('fee', -drawFee(words, random), random.pick(words.fees))
}

/** A transfer to or from another person, in one of the country's forms. */
function drawTransfer({ words, holder }: PersonAccount, random: Random, cents: number): MovementEvent<PersonKind> {
  const form = pickForm(cents > 0 ? words.transfersIn : words.transfersOut, random)
  const name = form.text.includes('{holder}')
    ? holder
    : form.text.includes('{person}')
      ? random.pick(words.people)
      : null
  const description = form.text.replace(/\{(?:holder|person)\}/, name ?? '')
  return { kind: form.kind, cents, description: withNumbers(description, random), counterparty: name }
}

function pickForm(forms: Choices<TransferForm>, random: Random): TransferForm {
  let left = random.integer(1, 100)
  for (const form of forms) {
    left -= form.share
    if (left <= 0) return form
  }
  return forms[0]
}

interface Payment {
  readonly kind: PersonKind
  readonly cents: number
  /** The counterparty or purpose, in the country's words. */
  readonly text: string
}

function printPayment(
  { printed }: PersonWords,
  random: Random,
  { kind, cents, text }: Payment,
): MovementEvent<PersonKind> {
  const forms = printed[kind]
  const description = forms ? withNumbers(random.pick(forms).replace('{text}', text), random) : text
  return { kind, cents, description, counterparty: namesNobody.has(kind) ? null : text }
}

/** The kinds whose text is not a name. */
const namesNobody: ReadonlySet<PersonKind> = new Set<PersonKind>(['rent', 'salary', 'fee', 'cash'])

function withNumbers(text: string, random: Random): string {
  return text
    .replace('{reference}', () => String(random.integer(100_000_000_000, 999_999_999_999)))
    .replace('{cheque}', () => String(random.integer(1, 999_999)).padStart(6, '0'))
}

/** A few euros or pounds, a few hundred naira. */
function drawFee({ roundTo }: PersonWords, random: Random): number {
  return (random.integer(50, 900) * roundTo) / 1_000
}

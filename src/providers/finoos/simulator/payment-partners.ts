import { formatCents, toExactNumber } from '../../../simulation/exact-number.ts'
import { berlinMidnight, toInstantText } from './berlin-time.ts'
import { lastReadingOf } from './logins.ts'
import { partyOf } from './parties.ts'
import type { User } from './users.ts'

interface Partner {
  readonly name: string
  first: string
  last: string
  count: number
  /** Whole cents; outgoing payments are negative. */
  income: number
  outcome: number
}

/**
 * All counterparties of the booked transactions that the user's connected accounts show, greatest turnover first.
 * ASSUMED: the members of an item. `relevance` is the share of the turnover, from 0 to 1; shares are from 0 to 1, too;
 * outgoing payments are positive.
 */
export function analysePartners({ logins }: User, now: number): readonly object[] {
  const partners = new Map<string, Partner>()
  for (const login of logins.values()) {
    const at = lastReadingOf(login, now)
    for (const { account, history } of login.accounts)
      for (const { isBooked, party, date, amount, kind } of history.shownAt(at)) {
        if (!isBooked || party === null || party.name === account.owner || kind === 'added') continue
        const cents = Math.round(Number(amount) * 100)
        const known = partners.get(party.name)
        const partner = known ?? { name: party.name, first: date, last: date, count: 0, income: 0, outcome: 0 }
        if (!known) partners.set(party.name, partner)
        if (date < partner.first) partner.first = date
        if (date > partner.last) partner.last = date
        partner.count += 1
        if (cents > 0) partner.income += cents
        else partner.outcome += cents
      }
  }
  const all = [...partners.values()]
  const income = sumOf(all, one => one.income)
  const outcome = sumOf(all, one => one.outcome)
  const turnoverOf = (one: Partner) => one.income - one.outcome
  return all
    .toSorted((one, other) => turnoverOf(other) - turnoverOf(one))
    .map(one => ({
      name: one.name,
      iban: partyOf(one.name).iban,
      relevance: toShare(turnoverOf(one), income - outcome),
      firstTransaction: toInstantText(berlinMidnight(one.first)),
      lastTransaction: toInstantText(berlinMidnight(one.last)),
      transactionCount: one.count,
      totalIncome: toExactNumber(formatCents(one.income)),
      totalOutcome: toExactNumber(formatCents(-one.outcome)),
      shareOfIncome: toShare(one.income, income),
      shareOfOutcome: toShare(one.outcome, outcome),
    }))
}

function sumOf(partners: readonly Partner[], cents: (one: Partner) => number): number {
  return partners.reduce((sum, one) => sum + cents(one), 0)
}

function toShare(part: number, whole: number): object {
  return toExactNumber(whole === 0 ? '0' : (part / whole).toFixed(4))
}

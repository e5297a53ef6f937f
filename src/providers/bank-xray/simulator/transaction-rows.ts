import { addDays } from '../../../domain/calendar-date.ts'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom } from '../../../simulation/random.ts'
import type { CompanyKind } from '../../../simulation/statements/company-movements.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'

/** ASSUMED: what the vendor calls each kind of movement. */
const categories: Readonly<Record<CompanyKind, string>> = {
  rent: 'rent',
  loan: 'loan',
  energy: 'energy',
  telecom: 'telecom',
  'social-security': 'social_security',
  tax: 'tax',
  insurance: 'insurance',
  salaries: 'salaries',
  correction: 'fees',
  sales: 'sales',
  suppliers: 'suppliers',
  transport: 'transport',
  cash: 'cash',
  fee: 'bank_fees',
}
/** Words that no list of categories has. */
const oddCategories = ['divers/3', 'Unclassified (AI)', 'à vérifier'] as const

/**
 * The movements as the vendor lists them, with the flaws that extracted statements have: a row without id, value date or
 * balance, an amount sent as text, an unheard-of category, odd characters, two rows alike. The running balance is exact.
 * ASSUMED: members and their names, and that one statement signs its amounts while another has `type` say which way.
 */
export function* createTransactionRows(
  movements: Iterable<Movement<CompanyKind>>,
  {
    seed,
    statementId,
    startCents,
  }: { readonly seed: string; readonly statementId: number; readonly startCents: number },
): Generator<Readonly<Record<string, unknown>>> {
  const random = createRandom(`${seed} rows`)
  const isSigned = random.percent(50)
  let balance = startCents
  let position = 0
  for (const { date, cents, description, kind, counterparty, isTwin } of movements) {
    balance += cents
    position += 1
    const written = isSigned ? cents : Math.abs(cents)
    const printed = {
      statementId,
      date,
      label: description,
      amount: centsToNumber(written),
      ...(!isSigned && { type: cents > 0 ? 'credit' : 'debit' }),
      category: categories[kind],
    }
    if (isTwin) {
      yield printed
      continue
    }
    const odd = random.percent(3) ? random.pick(oddTexts)(description) : description
    yield {
      id: random.percent(2) ? undefined : `${statementId}-${position}`,
      ...printed,
      ...(random.percent(3) ? { label: undefined, description: odd } : { label: odd }),
      valueDate: random.percent(4) ? null : random.percent(10) ? addDays(date, 1) : date,
      amount: random.percent(2) ? formatCents(written) : printed.amount,
      balance: random.percent(2) ? undefined : centsToNumber(balance),
      category: random.percent(2) ? random.pick(oddCategories) : printed.category,
      counterparty: counterparty === null || random.percent(50) ? counterparty : { name: counterparty },
    }
  }
}

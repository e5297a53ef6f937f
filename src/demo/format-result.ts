import { styleText } from 'node:util'
import { sumDecimals } from '../domain/decimal.ts'
import type { ShownAssessment, ShownPeriod, ShownStatement } from './case-result.ts'
import { fitText, toSingleLine } from './fit-text.ts'
import { type Column, formatTable } from './format-table.ts'

/** A bank statement and the first of its transactions. Amounts are shown as the strings that they are. */
export function formatStatement(statement: ShownStatement, width: number): string[] {
  const { account, transactions, currency, openingBalance, closingBalance } = statement
  const rows = transactions.edges.map(edge => edge.node)
  const more = transactions.totalCount - rows.length
  return [
    heading('Statement'),
    ...formatFacts([
      ['Bank', statement.bankName],
      ['Account', [account.maskedNumber, account.holderName].filter(part => part !== null).join(', ') || null],
      ['Period', statement.from && statement.to && `${statement.from} to ${statement.to}`],
      ['Opening balance', openingBalance && `${openingBalance.value} ${openingBalance.currency}`],
      ['Closing balance', closingBalance && `${closingBalance.value} ${closingBalance.currency}`],
      ['Reconciles', toVerdict(statement.reconciles)],
      ['Confidence', statement.confidence?.overall ?? null],
    ]),
    heading(`Transactions (${currency})`),
    ...toTable(
      [
        { title: 'Date', text: row => row.effectiveDate },
        { title: 'Description', text: row => row.description ?? '', flexible: true },
        { title: 'Category', text: row => row.category?.code ?? '', optional: true },
        { title: 'Amount', text: row => row.amount.value, align: 'right' },
        { title: 'Balance', text: row => row.balanceAfter?.value ?? '', align: 'right' },
      ],
      rows,
      width,
    ),
    ...(more > 0 ? [`  … ${more} more`] : []),
  ]
}

/** What came in and went out, month by month and altogether. */
export function formatCashFlow(periods: readonly ShownPeriod[], width: number): string[] {
  const rows = [
    ...periods.map(period => ({ ...period, label: period.from.slice(0, 7) })),
    ...toTotals(periods).map(total => ({ ...total, label: 'Total' })),
  ]
  return [
    heading('Money in and out'),
    ...toTable(
      [
        { title: 'Month', text: row => row.label },
        { title: 'In', text: row => row.moneyIn, align: 'right' },
        { title: 'Out', text: row => row.moneyOut, align: 'right' },
        { title: 'Net', text: row => row.net, align: 'right' },
        { title: 'Currency', text: row => row.currency },
        { title: 'Transactions', text: row => String(row.transactionCount), align: 'right', optional: true },
      ],
      rows,
      width,
    ),
  ]
}

/** What a provider makes of the applicant. */
export function formatAssessment({ kind, level, score, metrics }: ShownAssessment, width: number): string[] {
  return [
    heading(`Risk assessment: ${kind}`),
    ...formatFacts([
      ['Level', level],
      ['Score', score?.value ?? null],
    ]),
    ...toTable(
      [
        { title: 'Metric', text: row => row.name, flexible: true },
        { title: 'Value', text: row => row.value, align: 'right' },
        { title: 'Unit', text: row => row.unit ?? '' },
        { title: 'Basis', text: row => row.basis ?? '', optional: true },
      ],
      metrics.edges.map(edge => edge.node),
      width,
    ),
  ]
}

function toTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string[] {
  const [titles = '', ...lines] = formatTable(columns, rows, width)
  return [styleText('dim', titles), ...lines]
}

function heading(text: string): string {
  return `\n${styleText('bold', text)}`
}

function formatFacts(facts: readonly (readonly [name: string, value: string | null])[]): string[] {
  return facts.map(([name, value]) => `  ${styleText('dim', fitText(name, 17))}${toSingleLine(value ?? 'not stated')}`)
}

function toVerdict(reconciles: boolean | null): string {
  if (reconciles === null) return 'cannot be told'
  return reconciles
    ? 'yes: opening balance + all transactions = closing balance, exactly'
    : 'NO: opening balance + all transactions is not the closing balance'
}

/** The sum over all periods for each currency. A sum of decimal strings is best left to something exact. */
function toTotals(periods: readonly ShownPeriod[]): ShownPeriod[] {
  return [...Map.groupBy(periods, period => period.currency).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const sum = (member: 'moneyIn' | 'moneyOut' | 'net') => sumDecimals(group.map(period => period[member]))
    const transactionCount = group.reduce((count, period) => count + period.transactionCount, 0)
    return [{ ...first, moneyIn: sum('moneyIn'), moneyOut: sum('moneyOut'), net: sum('net'), transactionCount }]
  })
}

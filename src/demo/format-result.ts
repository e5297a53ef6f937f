import { styleText } from 'node:util'
import { sumDecimals } from '../domain/decimal.ts'
import type {
  ShownAssessment,
  ShownBankLogin,
  ShownDecision,
  ShownPeriod,
  ShownSource,
  ShownStatement,
} from './case-result.ts'
import { fitText, toSingleLine } from './fit-text.ts'
import { type Column, formatTable } from './format-table.ts'

/** A bank statement and its first transactions. Amounts are shown as the API sends them. */
export function formatStatement(statement: ShownStatement, width: number): string[] {
  const { account, transactions, currency, openingBalance, closingBalance } = statement
  const rows = transactions.edges.map(edge => edge.node)
  const more = transactions.totalCount - rows.length
  return [
    heading('Statement'),
    ...formatFacts([
      ['Read by', statement.provider.name],
      ['Bank', statement.bankName],
      ['Account', [account.maskedNumber, account.holderName].filter(part => part !== null).join(', ') || null],
      ['Period', toPeriod(statement)],
      ['Opening balance', toMoney(openingBalance)],
      ['Closing balance', toMoney(closingBalance)],
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
    ...toRest(more),
  ]
}

/** One statement as several providers read it, side by side. The first reading counts. */
export function formatReadings(readings: readonly ShownStatement[], width: number): string[] {
  const figures: readonly (readonly [name: string, toText: (reading: ShownStatement) => string | null])[] = [
    ['Counts', ({ duplicateOf }) => (duplicateOf ? `no, it is a copy of ${duplicateOf.provider.name}'s` : 'yes')],
    ['Bank', ({ bankName }) => bankName],
    ['Account', ({ account }) => account.maskedNumber],
    ['Holder', ({ account }) => account.holderName],
    ['Period', toPeriod],
    ['Opening balance', ({ openingBalance }) => toMoney(openingBalance)],
    ['Closing balance', ({ closingBalance }) => toMoney(closingBalance)],
    ['Transactions', ({ transactionCount }) => String(transactionCount)],
  ]
  const differences = readings.flatMap(({ disagreements }) => disagreements)
  return [
    heading('One statement, read by several providers'),
    ...toTable(
      [
        { title: 'Figure', text: ([name]) => name },
        ...readings.map(reading => ({
          title: reading.provider.name,
          text: ([, toText]: (typeof figures)[number]) => toText(reading) ?? 'not stated',
          flexible: true,
        })),
      ],
      figures,
      width,
    ),
    ...(differences.length === 0
      ? ['  They differ in no figure that both state.']
      : differences.map(
          ({ what, ours, theirs, statement }) =>
            `  They differ in ${what}: ${ours}, and by ${statement.provider.name} ${theirs}.`,
        )),
  ]
}

/** The connected accounts at a bank, and the latest transactions of the first account. */
export function formatBankLogin({ bank, provider, accounts }: ShownBankLogin, width: number): string[] {
  const [first] = accounts
  const latest = first?.transactions?.edges.map(edge => edge.node) ?? []
  return [
    heading('Bank accounts'),
    ...formatFacts([
      ['Connected by', provider.name],
      ['Bank', bank.name],
    ]),
    ...toTable(
      [
        { title: 'Account', text: row => row.maskedIban ?? '' },
        { title: 'Name', text: row => row.name ?? '', flexible: true },
        { title: 'Type', text: row => row.type },
        {
          title: 'Transactions',
          text: row => String(row.transactions?.totalCount ?? ''),
          align: 'right',
          optional: true,
        },
        { title: 'Balance', text: row => toMoney(row.balance) ?? '', align: 'right' },
      ],
      accounts,
      width,
    ),
    heading(`Latest on ${first?.name ?? 'the first account'}`),
    ...toTable(
      [
        { title: 'Date', text: row => row.effectiveDate },
        { title: 'Status', text: row => row.status },
        { title: 'Description', text: row => row.description ?? '', flexible: true },
        { title: 'Amount', text: row => toMoney(row.amount) ?? '', align: 'right' },
      ],
      latest,
      width,
    ),
  ]
}

/** The data of the applicant by provider. */
export function formatSources(sources: readonly ShownSource[], width: number): string[] {
  return [
    heading('One applicant, by every provider'),
    ...toTable(
      [
        { title: 'Provider', text: row => row.provider.name },
        { title: 'Knows', text: row => row.product ?? 'bank accounts' },
        { title: 'Status', text: row => row.status },
      ],
      sources,
      width,
    ),
  ]
}

/** Income and spending by month and in total. Months without transactions are left out. */
export function formatCashFlow(all: readonly ShownPeriod[], width: number): string[] {
  const periods = all.filter(period => period.transactionCount > 0)
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

/** The decision about the documents with its reasons. */
export function formatDecision(decision: ShownDecision, width: number): string[] {
  const rows = decision.alerts.map(({ source, messages }) => ({
    source,
    text: (messages.find(message => message.language === 'en') ?? messages[0])?.text ?? '(no text)',
  }))
  return [
    heading('Decision about the documents'),
    ...formatFacts([
      ['Decided by', decision.provider.name],
      ['Decision', decision.status],
      ['Fraud risk', decision.fraudRisk],
      ['Validation', decision.validation],
      ['Consistent', decision.consistent ? 'yes' : 'NO: the provider contradicts itself'],
    ]),
    ...(rows.length === 0
      ? []
      : toTable(
          [
            { title: 'Alert', text: row => row.source },
            { title: 'What was noticed', text: row => row.text, flexible: true },
          ],
          rows,
          width,
        )),
  ]
}

/** The files that can be downloaded. */
export function formatReports(reports: readonly { readonly name: string; readonly mediaType: string }[]): string[] {
  if (reports.length === 0) return []
  return [heading('Reports'), ...reports.map(({ name, mediaType }) => `  ${toSingleLine(name)} (${mediaType})`)]
}

/** A provider's risk assessment of the applicant. */
export function formatAssessment(assessment: ShownAssessment, width: number): string[] {
  const { provider, kind, level, score, riskClass, flag, signals, metrics } = assessment
  return [
    heading(`Risk assessment: ${kind}`),
    ...formatFacts([
      ['Assessed by', provider.name],
      ['Level', level],
      ['Score', score?.value ?? null],
      ...(riskClass === null ? [] : [['Class', String(riskClass)] as const]),
      ...(flag?.color ? [['Flag', flag.color] as const] : []),
      ...signals.map(
        signal => [`Signal (${signal.sentiment})`, [signal.code, signal.value].filter(Boolean).join(': ')] as const,
      ),
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
    ...toRest(metrics.totalCount - metrics.edges.length),
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

function toRest(more: number): string[] {
  return more > 0 ? [`  … ${more} more`] : []
}

function toPeriod({ from, to }: Pick<ShownStatement, 'from' | 'to'>): string | null {
  return from && to && `${from} to ${to}`
}

function toMoney(money: ShownStatement['openingBalance']): string | null {
  return money && `${money.value} ${money.currency}`
}

function toVerdict(reconciles: boolean | null): string {
  if (reconciles === null) return 'cannot be told'
  return reconciles
    ? 'yes: opening balance + all transactions = closing balance, exactly'
    : 'NO: opening balance + all transactions is not the closing balance'
}

/** The exact sum over all periods for each currency. */
function toTotals(periods: readonly ShownPeriod[]): ShownPeriod[] {
  return [...Map.groupBy(periods, period => period.currency).values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const sum = (member: 'moneyIn' | 'moneyOut' | 'net') => sumDecimals(group.map(period => period[member]))
    const transactionCount = group.reduce((count, period) => count + period.transactionCount, 0)
    return [{ ...first, moneyIn: sum('moneyIn'), moneyOut: sum('moneyOut'), net: sum('net'), transactionCount }]
  })
}

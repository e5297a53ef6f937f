import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatDay, formatMonth, formatPeriod } from '../../format/dates.ts'
import { formatMoney, toPixels } from '../../format/money.ts'
import type { CashFlowPeriod } from './cash-flow-period.ts'
import { axis, grid, shortNumber } from './chart-look.ts'
import { ChartTip } from './chart-tip.tsx'
import styles from './charts.module.css'

/** Income above the axis, spending below it, and the net amount. */
export function CashFlowChart({ periods }: { readonly periods: readonly CashFlowPeriod[] }) {
  const isLong =
    periods.some(({ from, to }) => from.slice(0, 7) !== to.slice(0, 7)) ||
    new Set(periods.map(({ from }) => from.slice(0, 7))).size === periods.length
  return (
    <div className={styles.chart}>
      <ResponsiveContainer>
        <ComposedChart
          data={[...periods]}
          stackOffset="sign"
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          title="Money in and out"
        >
          <CartesianGrid {...grid} />
          <XAxis dataKey="from" {...axis} tickFormatter={isLong ? formatMonth : formatDay} />
          <YAxis {...axis} width={56} tickFormatter={shortNumber} />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip
            cursor={{ fill: 'var(--accent-soft)', opacity: 0.5 }}
            content={({ payload }) => <CashFlowTip period={periods.find(one => one === payload[0]?.payload)} />}
          />
          <Legend itemSorter={null} iconType="circle" iconSize={9} />
          <Bar
            name="In"
            dataKey={({ moneyIn }: CashFlowPeriod) => toPixels(moneyIn)}
            stackId="flow"
            fill="var(--chart-in)"
            maxBarSize={36}
          />
          <Bar
            name="Out"
            dataKey={({ moneyOut }: CashFlowPeriod) => toPixels(moneyOut)}
            stackId="flow"
            fill="var(--chart-out)"
            maxBarSize={36}
          />
          <Line
            name="Net"
            dataKey={({ net }: CashFlowPeriod) => toPixels(net)}
            stroke="var(--chart-net)"
            strokeWidth={2}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

function CashFlowTip({ period }: { readonly period: CashFlowPeriod | undefined }) {
  if (!period) return null
  const { from, to, currency, moneyIn, moneyOut, net, transactionCount } = period
  return (
    <ChartTip
      title={formatPeriod(from, to)}
      rows={[
        ['In', formatMoney({ value: moneyIn, currency })],
        ['Out', formatMoney({ value: moneyOut, currency })],
        ['Net', formatMoney({ value: net, currency })],
        ['Transactions', String(transactionCount)],
      ]}
    />
  )
}

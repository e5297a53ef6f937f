import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatDay } from '../../format/dates.ts'
import { formatMoney, toPixels } from '../../format/money.ts'
import { axis, grid, shortNumber } from './chart-look.ts'
import { ChartTip } from './chart-tip.tsx'
import styles from './charts.module.css'
import type { DailyBalance } from './to-daily-balances.ts'

/** The balance as steps, because it changes only when something is booked. */
export function BalanceChart({ days }: { readonly days: readonly DailyBalance[] }) {
  return (
    <div className={styles.chart}>
      <ResponsiveContainer>
        <AreaChart
          data={[...days]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          title="Balance at the end of each day"
        >
          <CartesianGrid {...grid} />
          <XAxis dataKey="date" {...axis} minTickGap={48} tickFormatter={formatDay} />
          <YAxis {...axis} width={56} tickFormatter={shortNumber} />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip content={({ payload }) => <BalanceTip day={days.find(one => one === payload[0]?.payload)} />} />
          <Area
            name="Balance"
            type="stepAfter"
            dataKey={({ balance }: DailyBalance) => toPixels(balance.value)}
            stroke="var(--chart-net)"
            strokeWidth={2}
            fill="var(--accent-soft)"
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}

function BalanceTip({ day }: { readonly day: DailyBalance | undefined }) {
  return day ? <ChartTip title={formatDay(day.date)} rows={[['Balance', formatMoney(day.balance)]]} /> : null
}

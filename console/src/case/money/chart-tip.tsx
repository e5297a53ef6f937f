import styles from './charts.module.css'

interface ChartTipProps {
  readonly title: string
  readonly rows: readonly (readonly [name: string, value: string])[]
}

/** A tooltip with the exact figures at the pointer. */
export function ChartTip({ title, rows }: ChartTipProps) {
  return (
    <div className={styles.tip}>
      <p className={styles.tipTitle}>{title}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

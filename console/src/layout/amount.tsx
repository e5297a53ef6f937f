import { formatMoney, type Money } from '../format/money.ts'
import styles from './amount.module.css'

interface AmountProps {
  readonly of: Money
  /** Whether the colour shows the sign. */
  readonly isSigned?: boolean
}

/** An amount of money with all its digits. */
export function Amount({ of, isSigned = false }: AmountProps) {
  const direction = of.value.startsWith('-') ? 'out' : 'in'
  return (
    <data className={styles.amount} value={of.value} data-direction={isSigned ? direction : undefined}>
      {formatMoney(of)}
    </data>
  )
}

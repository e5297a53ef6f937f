import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatDay } from '../../format/dates.ts'
import { toWords } from '../../format/words.ts'
import { Amount } from '../../layout/amount.tsx'
import { Badge } from '../../layout/badge.tsx'
import styles from './transactions.module.css'

const TransactionRowFragment = graphql(`
  fragment TransactionRow on Transaction {
    id
    effectiveDate
    description
    status
    amount {
      value
      currency
    }
    balanceAfter {
      value
      currency
    }
    counterparty {
      name
    }
    category {
      code
    }
  }
`)

/** One transaction. */
export function TransactionRow({ of }: { readonly of: FragmentType<typeof TransactionRowFragment> }) {
  const transaction = readFragment(TransactionRowFragment, of)
  const { effectiveDate, description, status, amount, balanceAfter, counterparty, category } = transaction
  const name = counterparty?.name ?? null
  return (
    <tr>
      <td>
        <time dateTime={effectiveDate}>{formatDay(effectiveDate)}</time>
      </td>
      <td className={styles.what}>
        {name ?? description ?? 'Without a description'} {status === 'PENDING' && <Badge word={status} tone="busy" />}
        {name !== null && description !== null && <p className="muted small">{description}</p>}
      </td>
      <td className={styles.extra}>{category && toWords(category.code)}</td>
      <td data-align="end">
        <Amount of={amount} isSigned />
      </td>
      <td data-align="end" className={styles.extra}>
        {balanceAfter && <Amount of={balanceAfter} />}
      </td>
    </tr>
  )
}

import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatPeriod } from '../../format/dates.ts'
import { Amount } from '../../layout/amount.tsx'
import { Badge } from '../../layout/badge.tsx'

const StatementRowFragment = graphql(`
  fragment StatementRow on Statement {
    id
    bankName
    from
    to
    transactionCount
    reconciles
    missingMonths
    provider {
      id
      name
    }
    account {
      holderName
      maskedNumber
      maskedIban
    }
    openingBalance {
      value
      currency
    }
    closingBalance {
      value
      currency
    }
    disagreements {
      what
    }
  }
`)

/** One bank statement with its checks. */
export function StatementRow({ of }: { readonly of: FragmentType<typeof StatementRowFragment> }) {
  const statement = readFragment(StatementRowFragment, of)
  const { bankName, account, from, to, transactionCount, openingBalance, closingBalance } = statement
  const { reconciles, missingMonths, disagreements, provider } = statement
  return (
    <tr>
      <th scope="row">
        {bankName ?? 'Bank unknown'} {account.maskedNumber ?? account.maskedIban}
        <p className="muted small">
          {account.holderName !== null && `${account.holderName} · `}read by {provider.name}
        </p>
      </th>
      <td>
        {formatPeriod(from, to)}
        {transactionCount !== null && <p className="muted small">{transactionCount} transactions</p>}
      </td>
      <td data-align="end">{openingBalance && <Amount of={openingBalance} />}</td>
      <td data-align="end">{closingBalance && <Amount of={closingBalance} />}</td>
      <td>
        <div className="row">
          {reconciles === true && <Badge word="RECONCILES" label="Adds up" tone="good" />}
          {reconciles === false && <Badge word="UNRECONCILED" label="Does not add up" tone="bad" />}
          {missingMonths.length > 0 && (
            <Badge word="MISSING_MONTHS" label={`Nothing in ${missingMonths.join(', ')}`} tone="caution" />
          )}
          {disagreements.length > 0 && (
            <Badge word="DISAGREEMENTS" label="Another provider read it differently" tone="caution" />
          )}
        </div>
      </td>
    </tr>
  )
}

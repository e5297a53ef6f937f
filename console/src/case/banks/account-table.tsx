import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { toWords } from '../../format/words.ts'
import { Amount } from '../../layout/amount.tsx'
import { ScrollArea } from '../../layout/scroll-area.tsx'

const AccountTableFragment = graphql(`
  fragment AccountTable on BankLogin {
    bank {
      name
    }
    accounts {
      id
      name
      type
      maskedIban
      maskedNumber
      removedAt
      balance {
        value
        currency
      }
    }
  }
`)

/** The accounts of a bank login. */
export function AccountTable({ of }: { readonly of: FragmentType<typeof AccountTableFragment> }) {
  const { bank, accounts } = readFragment(AccountTableFragment, of)
  if (accounts.length === 0) return <p className="muted">It gives access to no account.</p>
  return (
    <ScrollArea label={`Accounts at ${bank.name}`}>
      <table>
        <caption className="unseen">Accounts at {bank.name}</caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Number</th>
            <th scope="col">Type</th>
            <th scope="col" data-align="end">
              Balance
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, type, maskedIban, maskedNumber, removedAt, balance }) => (
            <tr key={id}>
              <th scope="row">
                {name ?? 'Without a name'}
                {removedAt !== null && <span className="muted"> (no longer accessible)</span>}
              </th>
              <td>{maskedIban ?? maskedNumber}</td>
              <td>{toWords(type)}</td>
              <td data-align="end">{balance && <Amount of={balance} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

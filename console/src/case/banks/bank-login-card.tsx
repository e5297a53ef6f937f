import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { toTone, toWords } from '../../format/words.ts'
import { Badge } from '../../layout/badge.tsx'
import { Moment } from '../../layout/moment.tsx'
import { AccountTable } from './account-table.tsx'
import { BankLoginButtons } from './bank-login-buttons.tsx'

const BankLoginCardFragment = graphql(`
  fragment BankLoginCard on BankLogin {
    id
    stale
    retrievedAt
    bank {
      name
      bic
    }
    provider {
      id
      name
    }
    synchronization {
      state
      lastSynchronizedAt
    }
    ...AccountTable
    ...BankLoginButtons
  }
`)

/** One bank login with its age and its accounts. */
export function BankLoginCard({ of }: { readonly of: FragmentType<typeof BankLoginCardFragment> }) {
  const login = readFragment(BankLoginCardFragment, of)
  const { bank, provider, synchronization, stale, retrievedAt } = login
  return (
    <li className="tile">
      <div className="row" data-justify="between">
        <h3>
          {bank.name} {bank.bic !== null && <span className="muted small">{bank.bic}</span>}
        </h3>
        {synchronization && (
          <Badge
            word={synchronization.state}
            label={
              synchronization.state === 'ACTION_REQUIRED' ? 'Sign in at the bank again' : toWords(synchronization.state)
            }
            tone={toTone(synchronization.state)}
          />
        )}
      </div>
      <p className="muted small">
        By {provider.name}, read <Moment at={retrievedAt} />
        {stale && '; the last synchronization failed, so it may be out of date'}
      </p>
      <AccountTable of={login} />
      <BankLoginButtons of={login} />
    </li>
  )
}

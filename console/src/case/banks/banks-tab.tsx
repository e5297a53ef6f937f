import { graphql } from '../../__generated__/gql.ts'
import { Panel } from '../../layout/panel.tsx'
import { LiveUpdates } from '../../live/live-updates.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { SampleBankLogins } from '../../sandbox/sample-bank-logins.tsx'
import { BankLoginCard } from './bank-login-card.tsx'
import { BankReturn } from './bank-return.tsx'
import { ConnectBank } from './connect-bank.tsx'

const CaseBanks = graphql(`
  query CaseBanks($id: ID!) {
    eventCursor
    case(id: $id) {
      id
      applicant {
        id
        bankLogins {
          id
          ...BankLoginCard
        }
      }
    }
  }
`)

// Bank logins belong to the applicant, not to a case.
const changesOfLogins = [
  'BANK_LOGIN_CONNECTED',
  'BANK_LOGIN_SYNCHRONIZED',
  'BANK_LOGIN_ACCOUNTS_CHANGED',
  'BANK_LOGIN_ACTION_REQUIRED',
  'BANK_LOGIN_FAILED',
  'BANK_LOGIN_REMOVED',
] as const

/** The applicant's bank logins with their accounts, and a button to connect more. */
export function BanksTab({ caseId }: { readonly caseId: string }) {
  const { data } = useLoaded(CaseBanks, { id: caseId })
  if (data.case === null) return null
  const { id, bankLogins } = data.case.applicant
  return (
    <div className="stack">
      <BankReturn />
      <Panel title="Bank logins" actions={<ConnectBank applicantId={id} />}>
        <LiveUpdates filter={{ applicantId: id, types: changesOfLogins }} after={data.eventCursor} />
        <div className="stack">
          <SampleBankLogins />
          {bankLogins === null && <p>The bank logins cannot be loaded at the moment.</p>}
          {bankLogins?.length === 0 && <p className="muted">No bank is connected yet.</p>}
          {bankLogins !== null && bankLogins.length > 0 && (
            <ul className="stack" aria-label="Bank logins">
              {bankLogins.map(login => (
                <BankLoginCard key={login.id} of={login} />
              ))}
            </ul>
          )}
        </div>
      </Panel>
    </div>
  )
}

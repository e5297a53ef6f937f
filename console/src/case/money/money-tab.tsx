import { lazy } from 'react'
import { graphql } from '../../__generated__/gql.ts'
import { Panel } from '../../layout/panel.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { StatementTable } from './statement-table.tsx'
import { TransactionPanel } from './transaction-panel.tsx'

// The chart library is the largest part of the console, so statements and transactions are shown before it is loaded.
const CashFlow = lazy(async () => ({ default: (await import('./cash-flow.tsx')).CashFlow }))
const Balance = lazy(async () => ({ default: (await import('./balance.tsx')).Balance }))

const CaseMoney = graphql(`
  query CaseMoney($id: ID!) {
    case(id: $id) {
      id
      ...StatementTable
      ...CashFlow
      ...Balance
      applicant {
        id
      }
    }
  }
`)

/** The bank statements of a case, and all transactions of the applicant. */
export function MoneyTab({ caseId }: { readonly caseId: string }) {
  const { data } = useLoaded(CaseMoney, { id: caseId })
  if (data.case === null) return null
  return (
    <div className="stack">
      <Panel title="Money in and out">
        <CashFlow of={data.case} />
      </Panel>
      <Panel title="Balance">
        <Balance of={data.case} />
      </Panel>
      <Panel title="Bank statements">
        <StatementTable of={data.case} />
      </Panel>
      <TransactionPanel applicantId={data.case.applicant.id} />
    </div>
  )
}

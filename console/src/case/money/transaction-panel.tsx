import { useDeferredValue } from 'react'
import { Panel } from '../../layout/panel.tsx'
import { Part } from '../../loading/part.tsx'
import { TransactionFilters } from './transaction-filters.tsx'
import { TransactionTable } from './transaction-table.tsx'
import { useTransactionView } from './use-transaction-view.ts'

/** The transactions of all the applicant's accounts with their filters. */
export function TransactionPanel({ applicantId }: { readonly applicantId: string }) {
  const view = useTransactionView()
  // The previous transactions stay while new ones are loaded.
  const shown = useDeferredValue(view.query)
  return (
    <Panel title="Transactions">
      <div className="stack">
        <TransactionFilters view={view} />
        <div aria-busy={shown !== view.query}>
          <Part label="Loading transactions" lines={6}>
            <TransactionTable applicantId={applicantId} query={shown} />
          </Part>
        </div>
      </div>
    </Panel>
  )
}

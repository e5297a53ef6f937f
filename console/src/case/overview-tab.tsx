import { graphql } from '../__generated__/gql.ts'
import { Panel } from '../layout/panel.tsx'
import { useLoaded } from '../loading/use-loaded.ts'
import { SandboxPanel } from '../sandbox/sandbox-panel.tsx'
import { AnalysisList } from './analyses/analysis-list.tsx'
import { InviteCustomer } from './analyses/invite-customer.tsx'
import { StartAnalysis } from './analyses/start-analysis.tsx'
import { DecisionSummary } from './decision/decision-summary.tsx'
import { DocumentList } from './documents/document-list.tsx'
import { UploadsProvider } from './documents/uploads.tsx'

const CaseOverview = graphql(`
  query CaseOverview($id: ID!) {
    case(id: $id) {
      id
      ...DocumentList
      ...StartAnalysis
      ...AnalysisList
      decision {
        ...DecisionSummary
      }
    }
  }
`)

/** The documents, the analyses and the decision of a case. */
export function OverviewTab({ caseId }: { readonly caseId: string }) {
  const { case: shown } = useLoaded(CaseOverview, { id: caseId }).data
  if (shown === null) return null
  return (
    <UploadsProvider caseId={caseId}>
      <div className="stack">
        {shown.decision && (
          <Panel title="Decision about the documents">
            <DecisionSummary of={shown.decision} />
          </Panel>
        )}
        <Panel title="Documents">
          <DocumentList of={shown} />
        </Panel>
        <SandboxPanel />
        <Panel title="Analyses">
          <div className="stack">
            <StartAnalysis of={shown} />
            <InviteCustomer caseId={caseId} />
            <AnalysisList of={shown} />
          </div>
        </Panel>
      </div>
    </UploadsProvider>
  )
}

import { graphql } from '../../__generated__/gql.ts'
import { Panel } from '../../layout/panel.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { RiskAssessmentPanel } from './risk-assessment-panel.tsx'

const CaseRisk = graphql(`
  query CaseRisk($id: ID!) {
    case(id: $id) {
      id
      riskAssessments {
        id
        ...RiskAssessmentPanel
      }
    }
  }
`)

/** The providers' risk assessments in a case. */
export function RiskTab({ caseId }: { readonly caseId: string }) {
  const { data } = useLoaded(CaseRisk, { id: caseId })
  const assessments = data.case?.riskAssessments ?? []
  if (assessments.length === 0)
    return (
      <Panel title="Risk">
        <p className="muted">There is no risk assessment yet. Start a document check or a risk assessment.</p>
      </Panel>
    )
  return (
    <div className="stack">
      {assessments.map(assessment => (
        <RiskAssessmentPanel key={assessment.id} of={assessment} />
      ))}
    </div>
  )
}

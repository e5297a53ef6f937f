import { useMutation } from '@apollo/client/react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { CommandButton } from '../../commands/command-button.tsx'
import { given } from '../../commands/given.ts'
import { useCommand } from '../../commands/use-command.ts'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { useRetryAnalysis } from './use-retry-analysis.ts'

const AnalysisButtonsFragment = graphql(`
  fragment AnalysisButtons on Analysis {
    id
    allowedActions
  }
`)

const CancelAnalysis = graphql(`
  mutation CancelAnalysis($input: CancelAnalysisInput!) {
    cancelAnalysis(input: $input) {
      analysis {
        id
        ...AnalysisCard
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`)

/** The allowed actions of an analysis, except resuming, which is in RequiredAction. */
export function AnalysisButtons({ of }: { readonly of: FragmentType<typeof AnalysisButtonsFragment> }) {
  const { id, allowedActions } = readFragment(AnalysisButtonsFragment, of)
  const [cancelAnalysis] = useMutation(CancelAnalysis)
  const retryAnalysis = useRetryAnalysis()
  const cancel = useCommand(async () => {
    const { data } = await cancelAnalysis({ variables: { input: { analysisId: id } } })
    given(data?.cancelAnalysis)
  })
  const retry = useCommand(() => retryAnalysis({ analysisId: id }))
  const problem = cancel.problem ?? retry.problem
  return (
    <>
      {allowedActions.length > 0 && (
        <div className="row">
          {allowedActions.includes('CANCEL') && (
            <CommandButton kind="quiet" isPending={cancel.isPending} pendingLabel="Giving up…" onClick={cancel.run}>
              Give up
            </CommandButton>
          )}
          {allowedActions.includes('RETRY') && (
            <CommandButton isPending={retry.isPending} pendingLabel="Starting…" onClick={retry.run}>
              Try again
            </CommandButton>
          )}
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}

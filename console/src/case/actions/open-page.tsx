import { CommandButton } from '../../commands/command-button.tsx'
import { useCommand } from '../../commands/use-command.ts'
import { AddressField } from '../../layout/address-field.tsx'
import { ProblemNotice } from '../../layout/problem-notice.tsx'
import { useRetryAnalysis } from '../analyses/use-retry-analysis.ts'

interface OpenPageProps {
  readonly analysisId: string
  readonly url: string
}

/** Links to a page of the provider. The analysis then continues by itself, or at once with the button. */
export function OpenPage({ analysisId, url }: OpenPageProps) {
  const retryAnalysis = useRetryAnalysis()
  const { run, isPending, problem } = useCommand(() => retryAnalysis({ analysisId }))
  return (
    <>
      <AddressField
        label="Address of the page"
        hint="Give it only to the applicant, because everyone who opens it can act for them. The analysis then continues by itself."
        url={url}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <a className="button" data-kind="primary" href={url} target="_blank" rel="noreferrer">
          Open the page
        </a>
        <CommandButton isPending={isPending} pendingLabel="Asking…" onClick={run}>
          Done: check now
        </CommandButton>
      </div>
    </>
  )
}

import { toProblem } from 'assay/client'
import { ProblemNotice } from '../layout/problem-notice.tsx'
import { SignIn } from '../session/sign-in.tsx'

interface FailedPageProps {
  readonly error: unknown
  readonly retry: () => void
}

/** Replaces a page that could not be shown, and asks for a credential if that is the problem. */
export function FailedPage({ error, retry }: FailedPageProps) {
  const problem = toProblem(error)
  if (problem === null) throw error
  if (problem.kind === 'SIGN_IN') return <SignIn />
  return (
    <ProblemNotice problem={problem}>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </ProblemNotice>
  )
}

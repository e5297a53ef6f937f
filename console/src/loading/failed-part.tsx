import { toProblem } from 'assay/client'
import { ProblemNotice } from '../layout/problem-notice.tsx'

interface FailedPartProps {
  readonly error: unknown
  readonly retry: () => void
}

/** Replaces a part of a page that could not be loaded. A missing credential is left to the whole page. */
export function FailedPart({ error, retry }: FailedPartProps) {
  const problem = toProblem(error)
  if (problem === null || problem.kind === 'SIGN_IN') throw error
  return (
    <ProblemNotice problem={problem}>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </ProblemNotice>
  )
}

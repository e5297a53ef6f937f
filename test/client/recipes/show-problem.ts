import { toProblem } from 'assay/client'

export interface Form {
  showBeside(field: readonly string[] | null, message: string): void
  showMessage(message: string, correlationId: string | null): void
  offerAgain(message: string, afterSeconds: number | null): void
}

/** @param cause a thrown error, or the `userErrors` of a mutation */
export function showProblem(cause: unknown, form: Form): void {
  const problem = toProblem(cause)
  if (problem?.kind === 'INPUT') for (const { field, message } of problem.fields) form.showBeside(field, message)
  else if (problem?.kind === 'TRY_AGAIN') form.offerAgain(problem.message, problem.retryAfterSeconds)
  else if (problem) form.showMessage(problem.message, problem.correlationId)
}

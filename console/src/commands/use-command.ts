import { type Problem, toProblem } from 'assay/client'
import { useState, useTransition } from 'react'

interface Command<Args extends readonly unknown[]> {
  readonly run: (...args: Args) => void
  readonly isPending: boolean
  /** The problem of the last attempt; null when it succeeded or there was none. */
  readonly problem: Problem | null
}

/** Runs a command, with its pending state and its problem. */
export function useCommand<Args extends readonly unknown[]>(act: (...args: Args) => Promise<void>): Command<Args> {
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<Problem | null>(null)

  async function attempt(args: Args): Promise<void> {
    try {
      await act(...args)
      setProblem(null)
    } catch (error) {
      setProblem(toProblem(error))
    }
  }

  return { run: (...args) => startTransition(() => attempt(args)), isPending, problem }
}

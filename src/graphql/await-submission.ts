import type { GraphQLContext } from './context.ts'
import { followAnalysis } from './follow.ts'

/** Waits until a provider has been given an analysis, or it has ended, but no longer than so many milliseconds. */
export async function awaitSubmission(context: GraphQLContext, analysisId: string, mostMs: number): Promise<void> {
  const versions = await followAnalysis(context, analysisId)
  const timer = setTimeout(() => void versions.return?.(), mostMs)
  try {
    for await (const { status } of versions) if (status !== 'QUEUED' && status !== 'SUBMITTING') return
  } finally {
    clearTimeout(timer)
  }
}

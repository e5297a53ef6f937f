import type { GraphQLContext } from './context.ts'
import { followAnalysis } from './follow.ts'

/** Waits until an analysis is submitted to its provider or has ended, at most `mostMs`. */
export async function awaitSubmission(context: GraphQLContext, analysisId: string, mostMs: number): Promise<void> {
  const versions = await followAnalysis(context, analysisId)
  const timer = setTimeout(() => void versions.return?.(), mostMs)
  try {
    for await (const { status } of versions) if (status !== 'QUEUED' && status !== 'SUBMITTING') return
  } finally {
    clearTimeout(timer)
  }
}

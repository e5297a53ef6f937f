/** How far a statement is, in our terms. */
export type StatementState = 'running' | 'completed' | 'partial' | 'failed'

/**
 * The final words. Answers write `Completed`, webhooks `completed` (https://flvxtract.com/docs), so case is ignored.
 * ASSUMED: `Partial`, the state behind the documented event `extraction.partial`.
 */
const finalWords: ReadonlyMap<string, StatementState> = new Map([
  ['completed', 'completed'],
  ['partial', 'partial'],
  ['failed', 'failed'],
])

/** ASSUMED: words for a statement whose extraction has not begun. */
const waitingWords: ReadonlySet<string> = new Set(['queued', 'pending'])

/** An undocumented word means "still running", until the deadline of the analysis. */
export function stateOf(word: string): StatementState {
  return finalWords.get(word.trim().toLowerCase()) ?? 'running'
}

export function isWaiting(word: string): boolean {
  return waitingWords.has(word.trim().toLowerCase())
}

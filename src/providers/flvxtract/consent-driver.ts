import type { JsonValue } from '../../domain/json.ts'
import type { CheckJob, ConsentDriver, Progress } from '../analysis-driver.ts'
import { collectFindings } from './collection.ts'
import { type ConsentCheckpoint, parseConsentCheckpoint } from './consent-checkpoint.ts'
import { toConsentProgress } from './consent-progress.ts'
import { createConsentStatements } from './consent-statements.ts'
import { createConsentSubmission } from './consent-submission.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { extractionTimes } from './driver.ts'
import { toExtracted } from './extracted-statement.ts'
import { loadStatementsProgress } from './statement-progress.ts'

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs

/**
 * Statements that customers hand to the vendor themselves: https://flvxtract.com/docs names the call that invites them
 * and the "join link" that comes of it, no more. ASSUMED: a statement that came so names the request in the list.
 */
export function createConsentDriver(datasource: FlvxtractDatasource, now: () => Date): ConsentDriver {
  const statements = createConsentStatements(datasource, now)

  /** Asks about all of them with the same look at the list. */
  async function checkMany(stored: readonly JsonValue[], job?: CheckJob): Promise<readonly Progress[]> {
    const checkpoints = stored.map(parseConsentCheckpoint)
    const requestIds = checkpoints.flatMap(({ request }) => request?.id ?? [])
    const found = await statements.find(requestIds, job?.signal)
    return Promise.all(checkpoints.map(checkpoint => check(checkpoint, found, job?.signal)))
  }

  async function check(
    checkpoint: ConsentCheckpoint,
    found: ReadonlyMap<string, readonly string[]>,
    signal: AbortSignal | undefined,
  ): Promise<Progress> {
    const ids = [...new Set([...checkpoint.statements, ...(found.get(checkpoint.request?.id ?? '') ?? [])])]
    const looked = await loadStatementsProgress(datasource.within(signal), ids)
    const progress = toConsentProgress(checkpoint, looked)
    if (progress.kind !== 'ready' && ids.length === checkpoint.statements.length) return progress
    const extracted = progress.kind === 'ready' ? toExtracted(ids, looked) : []
    return { ...progress, learnt: { checkpoint: { ...checkpoint, statements: ids, extracted }, references: ids } }
  }

  return {
    ...extractionTimes,
    // A customer takes hours or days, and is mostly announced by a webhook. ASSUMED: how long at most.
    waiting: { firstMs: minuteMs / 4, maxMs: 10 * minuteMs, longestMs: 30 * dayMs },
    submit: createConsentSubmission(datasource, now),
    async check(stored, job) {
      const [progress] = await checkMany([stored], job)
      if (!progress) throw new Error('One question has one answer.')
      return progress
    },
    checkMany,
    collect: ({ signal }, stored) =>
      collectFindings(datasource.within(signal), parseConsentCheckpoint(stored).extracted, () => null),
  }
}

import { AppError, toAppError } from '../../errors.ts'
import { vendor } from './config.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { documentFaultOf } from './errors.ts'
import type { StatementPayload } from './payloads.ts'

/** What the vendor's status of a statement means. */
type StatementState = 'running' | 'completed' | 'partial' | 'failed'

/**
 * The final statuses. Answers write `Completed`, webhooks `completed` (https://flvxtract.com/docs), so case is ignored.
 * ASSUMED: `Partial`, the state behind the documented event `extraction.partial`.
 */
const finalWords: ReadonlyMap<string, StatementState> = new Map([
  ['completed', 'completed'],
  ['partial', 'partial'],
  ['failed', 'failed'],
])

/** ASSUMED: the statuses of a statement whose extraction has not begun. */
const waitingWords: ReadonlySet<string> = new Set(['queued', 'pending'])

/** An undocumented status means that the extraction is running. The deadline of the analysis ends it. */
export function stateOf(word: string): StatementState {
  return finalWords.get(word.trim().toLowerCase()) ?? 'running'
}

export function isWaiting(word: string): boolean {
  return waitingWords.has(word.trim().toLowerCase())
}

/** How far one statement is. */
export interface StatementProgress {
  readonly state: StatementState
  /** The vendor's own word. */
  readonly word: string | null
  readonly bankName: string | null
  /** Why the statement failed; null if it did not fail. */
  readonly error: AppError | null
}

function toStatementProgress(payload: StatementPayload): StatementProgress {
  const state = stateOf(payload.status)
  const { status: word, bankName } = payload
  return { state, word, bankName, error: state === 'failed' ? failureOf(payload) : null }
}

/** Asks for one statement. A statement that the vendor no longer has counts as failed with RESULT_EXPIRED. */
async function loadStatementProgress(datasource: FlvxtractDatasource, id: string): Promise<StatementProgress> {
  try {
    return toStatementProgress(await datasource.get(id))
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code !== 'RESULT_EXPIRED') throw error
    return { state: 'failed', word: null, bankName: null, error }
  }
}

/** Asks for each statement with a call of its own. */
export async function loadStatementsProgress(
  datasource: FlvxtractDatasource,
  ids: readonly string[],
): Promise<Map<string, StatementProgress>> {
  const load = async (id: string) => [id, await loadStatementProgress(datasource, id)] as const
  return new Map(await Promise.all(ids.map(load)))
}

/**
 * Reads the statements from the list. The order of the list is undocumented, so pages are read as long as each one holds a
 * wanted statement. Statements that were not found, and those that failed, are then asked for by their id: only that answer is
 * certain to say why a statement failed.
 */
export async function listStatementsProgress(
  datasource: FlvxtractDatasource,
  ids: readonly string[],
): Promise<Map<string, StatementProgress>> {
  const missing = new Set(ids)
  const listed = new Map<string, StatementProgress>()
  for (let page = 1, helps = true; helps && missing.size > 1; page += 1) {
    helps = false
    for (const item of (await datasource.list(page)).items) {
      if (!missing.has(item.id) || item.status === '' || stateOf(item.status) === 'failed') continue
      listed.set(item.id, toStatementProgress(item))
      missing.delete(item.id)
      helps = true
    }
  }
  return new Map([...listed, ...(await loadStatementsProgress(datasource, [...missing]))])
}

function failureOf(payload: StatementPayload): AppError {
  const reason = payload.failureReason
  const fault = reason === null ? null : documentFaultOf(reason)
  // A reason that is a single code word may be shown; a sentence may quote the document.
  const providerCode = reason && /^[A-Za-z][\w.-]{0,63}$/.test(reason) ? reason : payload.status
  const { code, message } = fault ?? {
    code: 'PROVIDER_REJECTED',
    message: 'FLVXtract could not extract the statement.',
  }
  return new AppError(code, message, { provider: vendor.id, providerCode })
}

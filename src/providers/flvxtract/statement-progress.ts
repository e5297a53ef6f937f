import { AppError, toAppError } from '../../errors.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { documentFaultOf } from './document-faults.ts'
import type { StatementPayload } from './payloads.ts'
import type { StatementState } from './status.ts'
import { stateOf } from './status.ts'

/** How far one statement is. */
export interface StatementProgress {
  readonly state: StatementState
  /** The vendor's own word. */
  readonly word: string | null
  readonly bankName: string | null
  /** Why it failed; null unless it did. */
  readonly error: AppError | null
}

function toStatementProgress(payload: StatementPayload): StatementProgress {
  const state = stateOf(payload.status)
  const { status: word, bankName } = payload
  return { state, word, bankName, error: state === 'failed' ? failureOf(payload) : null }
}

/** Asks for one statement. One that is gone has failed: RESULT_EXPIRED. */
export async function loadStatementProgress(datasource: FlvxtractDatasource, id: string): Promise<StatementProgress> {
  try {
    return toStatementProgress(await datasource.get(id))
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code !== 'RESULT_EXPIRED') throw error
    return { state: 'failed', word: null, bankName: null, error }
  }
}

/** Asks for each by itself. */
export async function loadStatementsProgress(
  datasource: FlvxtractDatasource,
  ids: readonly string[],
): Promise<Map<string, StatementProgress>> {
  const load = async (id: string) => [id, await loadStatementProgress(datasource, id)] as const
  return new Map(await Promise.all(ids.map(load)))
}

/**
 * Takes as many as it can from the list, whose order is undocumented: page by page as long as they help. The rest are
 * asked for, and so are those that failed, as only a statement asked for surely says why.
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
  return new AppError(
    fault?.code ?? 'PROVIDER_REJECTED',
    fault?.message ?? 'FLVXtract could not extract the statement.',
    // A reason that is a single code word may be shown; a sentence may quote the document.
    { provider: 'flvxtract', providerCode: reason && /^[A-Za-z][\w.-]{0,63}$/.test(reason) ? reason : payload.status },
  )
}

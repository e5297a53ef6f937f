import type { ApolloClient } from '@apollo/client'
import { toProblem } from 'assay/client'
import type { EventType } from '../__generated__/graphql.ts'

/** The types of events that change more than the data they contain, which is already in the cache. */
const changesLists: ReadonlySet<string> = new Set<EventType>([
  'CASE_OPENED',
  'CASE_SETTLED',
  'DOCUMENT_STORED',
  'DOCUMENT_REJECTED',
  'ANALYSIS_QUEUED',
  'ANALYSIS_ACTION_REQUIRED',
  'ANALYSIS_COMPLETED',
  'ANALYSIS_PARTIAL',
  'ANALYSIS_FAILED',
  'ANALYSIS_CANCELLED',
  'BANK_LOGIN_CONNECTED',
  'BANK_LOGIN_SYNCHRONIZED',
  'BANK_LOGIN_ACCOUNTS_CHANGED',
  'BANK_LOGIN_ACTION_REQUIRED',
  'BANK_LOGIN_FAILED',
  'BANK_LOGIN_REMOVED',
  'SHIPMENT_QUEUED',
  'SHIPMENT_SENT',
  'SHIPMENT_DELIVERED',
  'SHIPMENT_FAILED',
  'SHIPMENT_UNCONFIRMED',
])

/** Events within this time cause one refresh. */
const gatheringMs = 250

/**
 * Reloads the shown queries after events that change more than they contain. A query whose name ends with `History` is
 * not reloaded, because events themselves add to it.
 *
 * Refreshes run one after the other. Another one follows when events arrived meanwhile or the server did not answer,
 * because the data may be older than the events.
 *
 * @param signal ends it
 */
export function createRefresher(apollo: ApolloClient, signal: AbortSignal): (type: string) => void {
  let isDue = false
  let isRunning = false

  async function refresh(): Promise<void> {
    isRunning = true
    while (isDue && !signal.aborted) {
      await new Promise(resolve => setTimeout(resolve, gatheringMs))
      isDue = false
      const answers = await apollo
        .refetchQueries({ include: 'active', onQueryUpdated: query => !query.queryName?.endsWith('History') })
        .catch((error: unknown) => [{ error }])
      isDue ||= answers.some(({ error }) => isPassing(error))
    }
    isRunning = false
  }

  return type => {
    if (!changesLists.has(type)) return
    isDue = true
    if (!isRunning) void refresh()
  }
}

function isPassing(error: unknown): boolean {
  const kind = toProblem(error)?.kind
  return kind === 'OFFLINE' || kind === 'TRY_AGAIN'
}

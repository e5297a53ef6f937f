import type { FlvxtractDatasource } from './datasource.ts'

/** Pages of 50 statements that are read at most. */
const maxPages = 200
/** How long seen statements are remembered. */
const memoryMs = 600_000

/** The id of the request by the id of the statement, from the list. */
type Seen = Map<string, string | null>

/**
 * Finds the statements that came by consent requests.
 * The vendor lists statements, but not by request, and in an undocumented order. Pages are read until the number of
 * statements seen, now or in the last ten minutes, equals the vendor's total. If the list begins with the newest, one
 * page is usually enough.
 */
export function createConsentStatements(unbound: FlvxtractDatasource, now: () => Date) {
  let memory: { readonly seen: Seen; readonly since: number } = { seen: new Map(), since: 0 }

  /** @returns null when the vendor counts fewer statements than were seen: some were deleted, so the count proves nothing */
  async function look(datasource: FlvxtractDatasource, before: Seen): Promise<Seen | null> {
    const seen = new Map(before)
    const thisTime = new Set<string>()
    for (let page = 1; page <= maxPages; page += 1) {
      const { items, total } = await datasource.list(page)
      const known = thisTime.size
      for (const { id, consentRequestId } of items) {
        seen.set(id, consentRequestId)
        thisTime.add(id)
      }
      if (total !== null && total < seen.size) return before.size > 0 ? null : seen
      if (thisTime.size === known || seen.size === total) return seen
    }
    return seen
  }

  return {
    /** @returns ids of statements by the id of their request. A request without statements is absent */
    async find(requestIds: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>> {
      const datasource = unbound.within(signal)
      const at = now().getTime()
      const isFresh = at - memory.since < memoryMs
      const built = isFresh ? await look(datasource, memory.seen) : null
      const seen = built ?? (await look(datasource, new Map())) ?? new Map()
      memory = { seen, since: built ? memory.since : at }
      const found = new Map<string, string[]>()
      for (const [id, request] of seen)
        if (request !== null && requestIds.includes(request)) found.set(request, [...(found.get(request) ?? []), id])
      return found
    },
  }
}

import type { FlvxtractDatasource } from './datasource.ts'

/** At 50 statements a page. An account that lists more is not searched to its end. */
const maxPages = 200
/** How long what was seen is built on. */
const memoryMs = 600_000

/** Finds the statements that came by consent requests. */
export interface ConsentStatements {
  /** @returns ids of statements by the id of the request they came by; a request without any is absent */
  find(requestIds: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, readonly string[]>>
}

/** What a list said: of each statement the request it came by. */
type Seen = Map<string, string | null>

/**
 * Statements can be listed, but not by request, and the list's order is undocumented. Every page is read until all that
 * the vendor counts were seen, now or in the last minutes; so where the newest come first, one page is mostly enough.
 */
export function createConsentStatements(unbound: FlvxtractDatasource, now: () => Date): ConsentStatements {
  let memory: { readonly seen: Seen; readonly since: number } = { seen: new Map(), since: 0 }

  /** @returns null when there are fewer statements than were seen, so that what was seen is no measure */
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
    async find(requestIds, signal) {
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

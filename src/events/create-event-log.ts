import type { Signer } from '../auth/signer.ts'
import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import { type Reach, toReachKey, wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { readEvents, readHeads, readLogBounds } from '../store/event-rows.ts'
import type { EventBus } from './bus.ts'
import type { EventLog } from './event-log.ts'
import { createTenantFeed, cursorExpired, type TenantFeed } from './tenant-feed.ts'

export interface EventLogOptions {
  readonly database: Database
  readonly bus: EventBus
  readonly signer: Signer
  /** How many events are held in memory for each tenant with followers. */
  readonly remembered?: number
  /** How often the log is read without a notification, in milliseconds. */
  readonly fallbackMs?: number
  readonly onError: (error: unknown) => void
}

type EventIterator = AsyncIterableIterator<ActivityEvent>

/** Creates the event log. Call `start` before following; `stop` ends every follower. */
export function createEventLog(options: EventLogOptions): EventLog & { start(): void; stop(): Promise<void> } {
  const { database, bus, signer, onError } = options
  // Requests of callers must not delay the feeds of all subscriptions.
  const reserve = database.lane('reserve')
  const feeds = new Map<TenantId, Promise<TenantFeed>>()
  let stopListening = () => {}
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function openFeed(tenant: TenantId): Promise<TenantFeed> {
    const { last } = await readLogBounds(reserve, tenant)
    return createTenantFeed(last, {
      read: async (after, limit) => readEvents(reserve, wholeTenant(tenant), {}, { after, limit }),
      remembered: options.remembered ?? 1_000,
      onEmpty: () => feeds.delete(tenant),
    })
  }

  function feedOf(tenant: TenantId): Promise<TenantFeed> {
    const known = feeds.get(tenant)
    if (known) return known
    const opened = openFeed(tenant)
    feeds.set(tenant, opened)
    opened.catch(() => feeds.delete(tenant))
    return opened
  }

  async function attach(reach: Reach, filter: EventFilter, after: number | null): Promise<EventIterator> {
    const { tenant, boundTo } = reach
    const opening = feedOf(tenant)
    const feed = await opening
    // An event may have been appended after the head was read and before this follower was added.
    await feed.refresh()
    // If the last other follower has left meanwhile, its feed was stopped.
    if (feeds.get(tenant) !== opening) return attach(reach, filter, after)
    const isWithinReach = (event: ActivityEvent) => boundTo === null || event.applicantId === boundTo
    return feed.follow(after ?? feed.head(), {
      wants: event => isWithinReach(event) && matches(event, filter),
      isLast: event => boundTo !== null && event.applicantId === boundTo && event.type === 'APPLICANT_ERASED',
    })
  }

  function refresh(tenant: TenantId, through?: number): void {
    feeds
      .get(tenant)
      ?.then(feed => feed.refresh(through))
      .catch(onError)
  }

  async function refreshGrown(): Promise<void> {
    const opened = [...feeds]
    if (opened.length === 0) return
    const tenants = opened.map(([tenant]) => tenant)
    const heads = await readHeads(reserve, tenants)
    for (const [tenant, feed] of opened) if ((heads.get(tenant) ?? 0) > (await feed).head()) refresh(tenant)
  }

  return {
    async page(reach, filter, first, after) {
      const events = await readEvents(database, reach, filter, { after: after ?? 0, limit: first + 1 })
      return { events: events.slice(0, first), hasNextPage: events.length > first }
    },
    async head({ tenant }) {
      return (await readLogBounds(database, tenant)).last
    },
    follow(reach, filter, after) {
      return lazily(attach(reach, filter, after))
    },
    toCursor: (reach, sequence) => signer.sign(`${sequence}:${toReachKey(reach)}`),
    async parseCursor(reach, cursor) {
      const match = /^(\d+):(.*)$/.exec(signer.open(cursor) ?? '')
      if (!match || match[2] !== toReachKey(reach))
        throw new AppError(
          'BAD_USER_INPUT',
          'This is not a cursor of an event. Use the cursor of an event or a page.',
          { field: ['after'] },
        )
      const sequence = Number(match[1])
      const { purgedThrough } = await readLogBounds(database, reach.tenant)
      if (sequence < purgedThrough) throw cursorExpired({ field: ['after'] })
      return sequence
    },
    start() {
      stopListening = bus.listen(news => {
        if (news !== null) return refresh(news.tenant, news.through)
        for (const known of feeds.keys()) refresh(known)
      })
      timer = setInterval(() => {
        looking = refreshGrown().catch(onError)
      }, options.fallbackMs ?? 5_000)
    },
    async stop() {
      stopListening()
      clearInterval(timer)
      await looking
      await Promise.all([...feeds.values()].map(feed => feed.then(opened => opened.close()).catch(onError)))
      feeds.clear()
    },
  }
}

const owners = ['applicantId', 'caseId', 'analysisId', 'bankLoginId', 'shipmentId'] as const

function matches(event: ActivityEvent, { types, ...filter }: EventFilter): boolean {
  return (
    (!types || types.includes(event.type)) &&
    owners.every(owner => filter[owner] == null || event[owner] === filter[owner])
  )
}

/** An iterator that is still being opened. Ending it early takes effect when it is open. */
function lazily(opening: Promise<EventIterator>): EventIterator {
  opening.catch(() => {})
  return {
    next: async () => (await opening).next(),
    async return() {
      await opening.then(iterator => iterator.return?.()).catch(() => {})
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

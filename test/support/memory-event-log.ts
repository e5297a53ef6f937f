import type { ActivityEvent, EventFilter } from '../../src/domain/activity-event.ts'
import { type Reach, toReachKey } from '../../src/domain/reach.ts'
import type { TenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import type { EventLog } from '../../src/events/event-log.ts'

type Follower = {
  readonly filter: EventFilter
  readonly reach: Reach
  after: number
  wake: () => void
  ended: boolean
}

export interface MemoryEventLog extends EventLog {
  /** Appends an event. Absent members are null. */
  append(tenant: TenantId, event: Partial<ActivityEvent> & Pick<ActivityEvent, 'type'>): void
  /** The number of present followers. */
  followers(): number
}

/** An event log in memory. */
export function createMemoryEventLog(): MemoryEventLog {
  const events = new Map<TenantId, ActivityEvent[]>()
  const followers = new Set<Follower>()
  const ofTenant = (tenant: TenantId) => events.get(tenant) ?? []
  const matching = ({ tenant, boundTo }: Reach, filter: EventFilter, after: number) =>
    ofTenant(tenant).filter(
      event =>
        event.sequence > after &&
        (boundTo === null || event.applicantId === boundTo) &&
        (!filter.types || filter.types.includes(event.type)) &&
        (filter.applicantId == null || event.applicantId === filter.applicantId) &&
        (filter.caseId == null || event.caseId === filter.caseId) &&
        (filter.analysisId == null || event.analysisId === filter.analysisId) &&
        (filter.bankLoginId == null || event.bankLoginId === filter.bankLoginId) &&
        (filter.shipmentId == null || event.shipmentId === filter.shipmentId),
    )

  async function next(follower: Follower): Promise<IteratorResult<ActivityEvent>> {
    while (!follower.ended) {
      const [event] = matching(follower.reach, follower.filter, follower.after)
      if (event) {
        follower.after = event.sequence
        return { value: event, done: false }
      }
      await new Promise<void>(resolve => {
        follower.wake = resolve
      })
    }
    return { value: undefined, done: true }
  }

  return {
    append(tenant, event) {
      const log = ofTenant(tenant)
      const sequence = log.length + 1
      events.set(tenant, [...log, { ...emptyEvent, id: `evt_${sequence}`, sequence, ...event }])
      for (const follower of followers) follower.wake()
    },
    followers: () => followers.size,
    async page(reach, filter, first, after) {
      const found = matching(reach, filter, after ?? 0)
      return { events: found.slice(0, first), hasNextPage: found.length > first }
    },
    head: async ({ tenant }) => ofTenant(tenant).length,
    follow(reach, filter, after) {
      const follower: Follower = {
        reach,
        filter,
        after: after ?? ofTenant(reach.tenant).length,
        wake: () => {},
        ended: false,
      }
      followers.add(follower)
      return {
        next: () => next(follower),
        async return() {
          follower.ended = true
          followers.delete(follower)
          follower.wake()
          return { value: undefined, done: true }
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
    toCursor: (reach, sequence) => `${toReachKey(reach)}:${sequence}`,
    async parseCursor(reach, cursor) {
      const [owner, sequence] = cursor.split(':')
      if (owner !== toReachKey(reach))
        throw new AppError('BAD_USER_INPUT', 'This is not the cursor of an event.', { field: ['after'] })
      return Number(sequence)
    },
  }
}

const emptyEvent: ActivityEvent = {
  id: '',
  sequence: 0,
  type: 'CASE_OPENED',
  occurredAt: new Date('2025-09-01T08:00:00Z'),
  via: 'REQUEST',
  applicantId: null,
  caseId: null,
  analysisId: null,
  documentId: null,
  bankLoginId: null,
  bankSessionId: null,
  shipmentId: null,
  analysisStatus: null,
  analysisStage: null,
  analysisVersion: null,
  correlationId: 'c',
}

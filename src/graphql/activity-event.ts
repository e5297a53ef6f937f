import type { Resolvers } from '../__generated__/resolvers.ts'
import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import { type ConnectionPage, cursorAt, edgeResolvers, parsePageSize } from './connection.ts'
import type { GraphQLContext } from './context.ts'
import { followEvents } from './follow.ts'
import { loadOptional } from './present.ts'

interface EventPageArgs {
  readonly first?: number | null
  readonly after?: string | null
}

/** @throws AppError BAD_USER_INPUT for invalid page arguments, CURSOR_EXPIRED for a cursor whose following events were purged */
export async function createEventPage(
  { services: { events }, caller }: GraphQLContext,
  filter: EventFilter,
  { first, after }: EventPageArgs,
): Promise<ConnectionPage<ActivityEvent>> {
  const { limit } = parsePageSize({ first })
  const start = after == null ? null : await events.parseCursor(caller, after)
  const page = await events.page(caller, filter, limit, start)
  const cursorOf = (sequence: string) => events.toCursor(caller, Number(sequence))
  const edges = page.events.map(node => ({ node, key: String(node.sequence), cursorOf }))
  return {
    edges,
    pageInfo: {
      hasNextPage: () => page.hasNextPage,
      async hasPreviousPage() {
        if (start === null) return false
        const oldest = await events.page(caller, filter, 1, null)
        return oldest.events.some(event => event.sequence <= start)
      },
      startCursor: () => cursorAt(edges, 0),
      endCursor: () => cursorAt(edges, -1),
    },
  }
}

export const activityEventResolvers = {
  Query: {
    events: (_query, { filter, ...paging }, context) => createEventPage(context, filter ?? {}, paging),
    async eventCursor(_query, _args, { services, caller, logEnd }) {
      return services.events.toCursor(caller, await logEnd())
    },
  },
  Subscription: {
    events: {
      subscribe: (_subscription, { filter, after }, context) =>
        followEvents(context, filter ?? {}, context.lastEventId ?? after ?? null),
      resolve: (event: ActivityEvent) => event,
    },
  },
  ActivityEvent: {
    cursor: (event, _args, { services, caller }) => services.events.toCursor(caller, event.sequence),
    applicant: (event, _args, { loaders }) => loadOptional(loaders.applicants, event.applicantId),
    case: (event, _args, { loaders }) => loadOptional(loaders.cases, event.caseId),
    analysis: (event, _args, { loaders }) => loadOptional(loaders.analyses, event.analysisId),
    document: (event, _args, { loaders }) => loadOptional(loaders.documents, event.documentId),
    bankLogin: (event, _args, { loaders }) => loadOptional(loaders.bankLogins, event.bankLoginId),
    bankSession: (event, _args, { loaders }) => loadOptional(loaders.bankSessions, event.bankSessionId),
    shipment: (event, _args, { loaders }) => loadOptional(loaders.shipments, event.shipmentId),
  },
  ActivityEventEdge: edgeResolvers,
} satisfies Resolvers

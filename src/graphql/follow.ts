import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import { type Analysis, isFinal } from '../domain/analysis.ts'
import type { BankLogin } from '../domain/bank-login.ts'
import type { Case } from '../domain/case.ts'
import { AppError } from '../errors.ts'
import type { GraphQLContext } from './context.ts'

/**
 * Follows an analysis: its current state, then each later version until a final one. The log is followed from its end
 * before the current state was read, so no version is missed.
 *
 * @throws AppError NOT_FOUND
 */
export async function followAnalysis(context: GraphQLContext, id: string): Promise<AsyncIterableIterator<Analysis>> {
  const { services, caller } = context
  const load = (source: object) => context.forEvent(source).loaders.analyses.load(id)
  const head = await services.events.head(caller)
  const present = await load({})
  if (present === null) throw new AppError('NOT_FOUND', 'There is no analysis with this id.', { field: ['id'] })
  if (isFinal(present.status)) return only(present)
  const events = services.events.follow(caller, { analysisId: id }, head)

  async function* versions(present: Analysis): AsyncGenerator<Analysis> {
    yield present
    let current = present
    for await (const event of events) {
      if (event.analysisVersion !== null && event.analysisVersion <= current.version) continue
      const next = (await load(event)) ?? endedBy(event, current)
      if (next === null || next.version <= current.version) continue
      current = next
      yield next
      if (isFinal(next.status)) return
    }
  }
  return endingWith(events, versions(present))
}

/** The final state of an analysis that was erased with its applicant, from its event; null when the event is not about an end. */
function endedBy(
  { analysisStatus: status, analysisVersion: version, occurredAt }: ActivityEvent,
  last: Analysis,
): Analysis | null {
  if (status === null || version === null || !isFinal(status)) return null
  const ended = {
    stage: 'DONE',
    action: null,
    obstacle: null,
    attempts: 0,
    nextCheckAt: null,
    updatedAt: occurredAt,
    completedAt: occurredAt,
  } as const
  return { ...last, ...ended, status, version }
}

/**
 * Follows a case: its current state, then again after each of its events, until it is erased with its applicant.
 *
 * @throws AppError NOT_FOUND
 */
export async function followCase(context: GraphQLContext, id: string): Promise<AsyncIterableIterator<Case>> {
  const load = (source: object) => context.forEvent(source).loaders.cases.load(id)
  return followStates(context, { what: 'case', load, isAbout: event => event.caseId === id })
}

/**
 * Follows a bank login: its current state, then again after each of its events, until it is erased with its applicant.
 *
 * @throws AppError NOT_FOUND
 */
export async function followBankLogin(context: GraphQLContext, id: string): Promise<AsyncIterableIterator<BankLogin>> {
  const load = (source: object) => context.forEvent(source).loaders.bankLogins.load(id)
  return followStates(context, { what: 'bank login', load, isAbout: event => event.bankLoginId === id })
}

interface FollowedThing<Thing> {
  readonly what: string
  load(source: object): Promise<Thing | null>
  isAbout(event: ActivityEvent): boolean
}

/** Follows an object of an applicant: its current state, then again after each of its events, until the applicant is erased. */
async function followStates<Thing extends { readonly applicantId: string }>(
  { services, caller }: GraphQLContext,
  { what, load, isAbout }: FollowedThing<Thing>,
): Promise<AsyncIterableIterator<Thing>> {
  const head = await services.events.head(caller)
  const present = await load({})
  if (present === null) throw new AppError('NOT_FOUND', `There is no ${what} with this id.`, { field: ['id'] })
  const events = services.events.follow(caller, { applicantId: present.applicantId }, head)

  async function* states(current: Thing): AsyncGenerator<Thing> {
    yield current
    for await (const event of events) {
      if (!isAbout(event) && event.type !== 'APPLICANT_ERASED') continue
      const next = await load(event)
      if (next === null) return
      yield next
    }
  }
  return endingWith(events, states(present))
}

/**
 * Follows every event after a cursor, or all new ones.
 *
 * @throws AppError BAD_USER_INPUT, CURSOR_EXPIRED
 */
export async function followEvents(
  { services: { events }, caller }: GraphQLContext,
  filter: EventFilter,
  after: string | null,
): Promise<AsyncIterableIterator<ActivityEvent>> {
  const start = after === null ? await events.head(caller) : await events.parseCursor(caller, after)
  return events.follow(caller, filter, start)
}

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield item
}

/**
 * A generator that can be ended while it waits for its source. By itself it would end only at the next event, which may
 * never come.
 */
function endingWith<Item>(
  source: AsyncIterator<unknown>,
  generator: AsyncGenerator<Item>,
): AsyncIterableIterator<Item> {
  return {
    next: () => generator.next(),
    async return() {
      await source.return?.()
      return generator.return(undefined)
    },
    async throw(error) {
      await source.return?.()
      return generator.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

import { setImmediate } from 'node:timers/promises'
import { type ExecutionResult, parse } from 'graphql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '../../src/auth/caller.ts'
import type { ActivityEvent } from '../../src/domain/activity-event.ts'
import type { AnalysisStatus } from '../../src/domain/analysis.ts'
import type { CaseStatus } from '../../src/domain/case.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createContext } from '../../src/graphql/context.ts'
import { createJitExecutor } from '../../src/server/jit-executor.ts'
import { countQueries } from '../support/count-queries.ts'
import { useOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { createTestApi, type Question, type TestApi } from '../support/graphql-api.ts'
import { createMemoryEventLog } from '../support/memory-event-log.ts'
import { insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')

describe('subscriptions', () => {
  const database = useOneDatabase()
  let api: TestApi
  let names = 0
  let id: string

  beforeAll(async () => {
    await insertRows(database(), tenant, 'applicants', [{ id: 'app_a' }])
    await insertRows(database(), tenant, 'cases', [{ id: 'case_a', applicant_id: 'app_a' }])
  })
  beforeEach(async () => {
    api = createTestApi(database())
    id = `ana_${names++}`
    await insertRows(database(), tenant, 'analyses', [
      { id, case_id: 'case_a', applicant_id: 'app_a', status: 'QUEUED' },
    ])
  })

  /** Changes the analysis in the store, without an event. */
  async function move(version: number, status: AnalysisStatus): Promise<void> {
    await executeSql(database(), 'update analyses set version = $1, status = $2 where id = $3', [version, status, id])
  }
  async function moveCase(caseId: string, status: CaseStatus): Promise<void> {
    await executeSql(database(), 'update cases set status = $1 where id = $2', [status, caseId])
  }
  function say(version: number, more: Partial<ActivityEvent> = {}): void {
    api.events.append(tenant, {
      type: 'ANALYSIS_PROGRESSED',
      applicantId: 'app_a',
      caseId: 'case_a',
      analysisId: id,
      analysisVersion: version,
      ...more,
    })
  }
  async function follow(text: string, question?: Question): Promise<AsyncIterableIterator<ExecutionResult>> {
    const stream = await api.follow(text, question)
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
    return stream
  }
  const followAnalysis = () => follow(`subscription { analysisUpdated(id: "${id}") { version status } }`)
  const answer = (version: number, status: AnalysisStatus) => ({
    done: false,
    value: { data: { analysisUpdated: { version, status } } },
  })
  const end = { done: true, value: undefined }

  test('P17 callers who differ in anything but when their credential expires share no answers', () => {
    const { services, caller, ...request } = api.contextOf({})
    const audienceOf = (more: Partial<Caller>) =>
      createContext(services, { ...request, caller: { ...caller, ...more } }).audience()
    const others: readonly Partial<Caller>[] = [
      { tenant: parseTenantId('other') },
      { boundTo: 'app_a' },
      { boundTo: 'app_b' },
      { scopes: new Set(['read']) },
      { scopes: new Set(['read', 'read:account-numbers']) },
      { anonymous: true },
    ]
    expect(new Set([{}, ...others].map(audienceOf)).size).toBe(others.length + 1)
    expect(audienceOf({ expiresAt: new Date() })).toBe(audienceOf({}))
    expect(audienceOf({ scopes: new Set([...caller.scopes].reverse()) })).toBe(audienceOf({}))
  })

  test('P4 an ended analysis is returned once, and the subscription ends', async () => {
    await move(4, 'FAILED')
    const stream = await followAnalysis()
    expect(await stream.next()).toEqual(answer(4, 'FAILED'))
    expect(await stream.next()).toEqual(end)
    expect(api.events.followers()).toBe(0)
  })

  test('an analysis is returned in its present state, then at each later version up to the final one', async () => {
    const stream = await followAnalysis()
    expect(await stream.next()).toEqual(answer(1, 'QUEUED'))
    await move(2, 'PROCESSING')
    say(2)
    expect(await stream.next()).toEqual(answer(2, 'PROCESSING'))
    const next = stream.next()
    await move(3, 'COMPLETED')
    say(3)
    expect(await next).toEqual(answer(3, 'COMPLETED'))
    expect(await stream.next()).toEqual(end)
    expect(api.events.followers()).toBe(0)
  })

  test('P2 versions only increase; intermediate ones may be skipped, the final one never', async () => {
    const stream = await followAnalysis()
    await stream.next()
    await move(2, 'SUBMITTING')
    say(2)
    say(2)
    await move(3, 'PROCESSING')
    say(3)
    expect(await stream.next()).toEqual(answer(3, 'PROCESSING'))
    // An event without a newer version in the store.
    say(9)
    const next = stream.next()
    await setImmediate()
    await move(4, 'PARTIAL')
    say(3)
    say(4)
    expect(await next).toEqual(answer(4, 'PARTIAL'))
    expect(await stream.next()).toEqual(end)
  })

  test('P4 a change during the delivery of the first state follows it', async () => {
    const stream = await followAnalysis()
    await move(2, 'COMPLETED')
    say(2)
    expect(await stream.next()).toEqual(answer(1, 'QUEUED'))
    expect(await stream.next()).toEqual(answer(2, 'COMPLETED'))
  })

  test('each event is resolved with the rows of that moment, also below the analysis', async () => {
    const stream = await follow(`subscription { analysisUpdated(id: "${id}") { case { status analyses { id } } } }`)
    const first = await stream.next()
    await move(2, 'PROCESSING')
    await moveCase('case_a', 'ACTION_REQUIRED')
    say(2)
    const second = await stream.next()
    expect([first.value?.data, second.value?.data]).toMatchObject([
      { analysisUpdated: { case: { status: 'OPEN' } } },
      { analysisUpdated: { case: { status: 'ACTION_REQUIRED' } } },
    ])
    await moveCase('case_a', 'OPEN')
    await stream.return?.()
  })

  test('a case is returned in its present state, then after each of its events', async () => {
    const other = { id: 'case_b', applicant_id: 'app_a' }
    await insertRows(database(), tenant, 'cases', [other])
    const stream = await follow('subscription { caseUpdated(id: "case_b") { id status } }')
    const told = (status: string) => ({ done: false, value: { data: { caseUpdated: { id: 'case_b', status } } } })
    expect(await stream.next()).toEqual(told('OPEN'))
    await moveCase('case_b', 'RUNNING')
    say(1)
    api.events.append(tenant, {
      type: 'ANALYSIS_QUEUED',
      applicantId: 'app_a',
      caseId: 'case_b',
      analysisId: 'ana_b',
      analysisVersion: 1,
    })
    expect(await stream.next()).toEqual(told('RUNNING'))
    await stream.return?.()
  })

  test('events after the given cursor arrive filtered and in order, and continue', async () => {
    for (const version of [1, 2, 3]) say(version)
    const stream = await follow(
      `subscription ($id: ID) { events(after: "acme:1", filter: { analysisId: $id, types: [ANALYSIS_PROGRESSED] }) { sequence cursor analysis { id } } }`,
      { variables: { id } },
    )
    const told = (sequence: number) => ({
      done: false,
      value: { data: { events: { sequence, cursor: `acme:${sequence}`, analysis: { id } } } },
    })
    expect(await stream.next()).toEqual(told(2))
    expect(await stream.next()).toEqual(told(3))
    const next = stream.next()
    say(4, { type: 'ANALYSIS_COMPLETED' })
    say(5)
    expect(await next).toEqual(told(5))
    await stream.return?.()
  })

  test('events without a cursor start at the time of the subscription', async () => {
    say(1)
    const stream = await follow('subscription { events { sequence } }')
    say(2)
    expect((await stream.next()).value?.data).toEqual({ events: { sequence: 2 } })
    await stream.return?.()
  })

  test('equal selections of all followers are read once per event, and again for the next event', async () => {
    const counted = countQueries(database())
    const many = createTestApi(counted.database)
    const streams = await Promise.all(
      Array.from({ length: 50 }, () =>
        many.follow('subscription { events { sequence applicant { id displayName } } }'),
      ),
    )
    for (const name of ['First', 'Second']) {
      const next = Promise.all(streams.map(stream => (Symbol.asyncIterator in stream ? stream.next() : null)))
      await executeSql(database(), 'update applicants set display_name = $1 where id = $2', [name, 'app_a'])
      const before = counted.count()
      many.events.append(tenant, { type: 'CASE_OPENED', applicantId: 'app_a' })
      for (const answered of await next)
        expect(answered).toMatchObject({ value: { data: { events: { applicant: { displayName: name } } } } })
      expect(counted.count() - before).toBe(1)
    }
  })

  test('P4 events after eventCursor are exactly those since then', async () => {
    api.events.append(tenant, { type: 'CASE_OPENED' })
    const { data } = await api.ask('{ eventCursor }')
    api.events.append(tenant, { type: 'DOCUMENT_STORED' })
    api.events.append(tenant, { type: 'DOCUMENT_REJECTED' })
    const page = await api.ask(`{ events(after: "${data?.eventCursor}") { edges { node { type } } } }`)
    expect(page.data).toEqual({
      events: { edges: [{ node: { type: 'DOCUMENT_STORED' } }, { node: { type: 'DOCUMENT_REJECTED' } }] },
    })
  })

  test('P4 the end of the log is read before anything else of the same query, so that no event falls in between', async () => {
    const counted = countQueries(database())
    let told = Promise.withResolvers<number>()
    const events = { ...createMemoryEventLog(), head: () => told.promise }
    const slow = createTestApi(counted.database, { events })
    const execute = createJitExecutor(slow.schema)
    const source = '{ case(id: "case_a") { id } eventCursor }'
    const operation = { source, sourceHash: 'any', document: parse(source), operationName: null, variables: {} }
    // The first time it is interpreted, after that compiled.
    for (const time of [1, 2, 3]) {
      told = Promise.withResolvers()
      const answer = execute({ ...operation, contextValue: slow.contextOf({}) })
      for (let turn = 0; turn < 20; turn += 1) await setImmediate()
      expect(counted.count()).toBe(time - 1)
      told.resolve(7)
      expect(await answer).toMatchObject({ data: { case: { id: 'case_a' }, eventCursor: expect.any(String) } })
    }
    told = Promise.withResolvers()
    told.reject(new Error('no database'))
    expect(await execute({ ...operation, contextValue: slow.contextOf({}) })).toMatchObject({
      errors: [{ path: ['eventCursor'] }],
    })
  })

  test.each(['analysisUpdated(id: "%") { version }', 'caseUpdated(id: "case_a") { id }', 'events { sequence }'])(
    'P7 %s ends at once when the client leaves, in any state',
    async field => {
      const stream = await follow(`subscription { ${field.replace('%', id)} }`)
      if (!field.startsWith('events')) await stream.next()
      const waiting = stream.next()
      await stream.return?.()
      expect(await waiting).toEqual(end)
      expect(api.events.followers()).toBe(0)
    },
  )

  test('P7 a subscription that is refused follows nothing', async () => {
    for (const field of ['analysisUpdated', 'bankLoginUpdated', 'caseUpdated'])
      expect(await api.follow(`subscription { ${field}(id: "unknown") { id } }`)).toMatchObject({
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      })
    expect(api.events.followers()).toBe(0)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadOperations } from '../../src/server/explorer/load-operations.ts'
import { uniquePdf } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const made = z.looseObject({ id: z.string() }).nullish()
/** What a mutation answers when there is nothing to put right. */
const payloadShape = z.looseObject({
  applicant: made,
  case: made,
  document: made,
  analysis: made,
  upload: z.object({ url: z.string() }).nullish(),
  userErrors: z.tuple([]),
})
const dataShape = z.record(z.string(), z.unknown())
const logShape = z.object({
  events: z.object({ edges: z.array(z.object({ cursor: z.string(), node: z.object({ type: z.string() }) })) }),
})

test('the ready-made operations walk through everything, each with the ids of what the ones before it made', async () => {
  const operations = new Map((await loadOperations()).map(operation => [operation.name, operation]))
  const walked = new Set<string>()
  const ids = new Map<string, string>()

  function take(name: string) {
    const { query = '', variables = '{}' } = operations.get(name) ?? {}
    walked.add(name)
    const filledIn = variables.replace(/\{\{(\w+)\}\}/g, (_, kind: string) => ids.get(kind) ?? 'none')
    return [query, dataShape.parse(JSON.parse(filledIn))] as const
  }
  const ask = (name: string) => app.client.ask(dataShape, ...take(name))
  function follow(name: string, more: Record<string, unknown> = {}) {
    const [query, variables] = take(name)
    return app.client.subscribe(dataShape, query, { ...variables, ...more })
  }
  async function make(name: string) {
    const payload = payloadShape.parse(Object.values(await ask(name))[0])
    for (const kind of ['applicant', 'case', 'document', 'analysis'] as const) {
      const id = payload[kind]?.id
      if (id) ids.set(kind, id)
    }
    return payload
  }

  expect(await ask('DataProviders')).toMatchObject({ dataProviders: expect.arrayContaining([expect.anything()]) })
  await make('CreateApplicant')
  await make('OpenCase')
  const { upload } = await make('CreateDocumentUpload')
  const headers = { 'content-type': 'application/pdf' }
  await fetch(upload?.url ?? '', { method: 'PUT', headers, body: new Uint8Array(uniquePdf()) })
  await make('StartAnalysis')
  const states = await follow('AnalysisUpdated').until()
  expect(states.at(-1)).toMatchObject({ analysisUpdated: { status: 'COMPLETED', error: null } })
  const { edges } = logShape.parse(await ask('EventLog')).events
  const types = edges.map(({ node }) => node.type)
  expect(types).toEqual(expect.arrayContaining(['CASE_OPENED', 'DOCUMENT_STORED', 'ANALYSIS_COMPLETED']))
  const following = follow('Events', { after: edges[0]?.cursor })
  expect(await following.next()).toMatchObject({ events: { cursor: edges[1]?.cursor, type: types[1] } })
  await following.stop()
  expect(await ask('CaseResult')).toMatchObject({ case: { statements: { totalCount: 1 } } })
  expect(await ask('ApplicantMoney')).toMatchObject({ applicant: { cashFlow: expect.any(Array) } })

  const handingOver = app.vendor.control.fault('upload', { kind: 'hang' })
  await make('StartAnalysis')
  await handingOver.met
  expect(await make('CancelAnalysis')).toMatchObject({ analysis: { status: 'CANCELLED' } })
  const cancelled = ids.get('analysis')
  expect(await make('RetryAnalysis')).toMatchObject({ analysis: { retryOf: { id: cancelled } } })
  handingOver.release()
  expect(await make('RequestConsent')).toMatchObject({ consent: { joinUrl: expect.any(String) } })
  expect(await make('EraseApplicant')).toMatchObject({ erasure: { remaining: expect.any(Array) } })
  expect(await ask('CaseResult')).toEqual({ case: null })
  expect([...walked].toSorted()).toEqual([...operations.keys()].toSorted())
})

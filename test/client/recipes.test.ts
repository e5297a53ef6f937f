import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '../../client/index.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import {
  createApplicant,
  endOfLog,
  finalState,
  prepareCase,
  readLog,
  startAnalysis,
  startJourney,
  uniquePdf,
} from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'
import { connect } from './recipes/connection.ts'
import { followCase } from './recipes/follow-case.ts'
import { readStatement } from './recipes/program.ts'
import { showProblem } from './recipes/show-problem.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

let app: TestApp
let url: string
beforeAll(async () => {
  app = await startApp()
  url = `${app.url}/graphql`
})
afterAll(() => app.stop())

test('follow.mjs prints the versions of an analysis and ends after the last one', async () => {
  const { analysisId } = await startJourney(app.client)
  await finalState(app.client, analysisId)
  const script = join(root, 'test/client/recipes/follow.mjs')
  const env = { ASSAY_URL: url.replace('http', 'ws'), API_KEY: tenantKeys.acme }
  const { stdout } = await run(join(root, 'node_modules/.bin/node'), [script, analysisId], { env })
  expect(stdout).toMatch(/version: \d+, status: 'COMPLETED', stage: 'DONE'/)
})

test('the program analyses a file and ends with the final state of the analysis', async () => {
  const path = join(tmpdir(), `${tenantKeys.acme}.pdf`)
  await writeFile(path, uniquePdf())
  const versions: number[] = []
  let last = ''
  for await (const { version, status } of readStatement(url, { 'x-api-key': tenantKeys.acme }, path)) {
    versions.push(version)
    last = status
  }
  expect(last).toBe('COMPLETED')
  expect(versions).toEqual([...new Set(versions)].toSorted((left, right) => left - right))
})

test('a page is kept up to date, and is reloaded when missed events were purged', async () => {
  const states: string[] = []
  const page = { getToken: async () => tenantKeys.acme, showConnection: (state: string) => states.push(state) }
  const subscriptions = connect(url, page, false)
  const { caseId, documentId } = await prepareCase(app.client)
  const purged = (await readLog(app.client))[0]?.cursor ?? ''
  await purgeEvents(app.database, new Date(Date.now() + 60_000))
  const stop = new AbortController()
  const shown: string[] = []
  const loads: string[] = []
  const load = async () => {
    if (loads.length > 0) await createApplicant(app.client)
    const cursor = loads.length === 0 ? purged : await endOfLog(app.client)
    loads.push(cursor)
    return cursor
  }
  const following = followCase(subscriptions, caseId, { load, show: ({ type }) => shown.push(type) }, stop.signal)
  await until(() => loads.length === 2 && states.includes('CONNECTED'))
  await startAnalysis(app.client, { caseId, documentId })
  await until(() => shown.includes('ANALYSIS_QUEUED'))
  stop.abort()
  await following
})

test('a problem is shown beside its field or as a message', () => {
  const shown: unknown[] = []
  const form = {
    showBeside: (...fault: unknown[]) => shown.push(fault),
    showMessage: (...message: unknown[]) => shown.push(message),
    offerAgain: (...offer: unknown[]) => shown.push(offer),
  }
  showProblem(new InputError([{ code: 'CONFLICT', message: 'Taken.', field: ['reference'] }]), form)
  showProblem(
    { errors: [{ message: 'Later.', extensions: { code: 'INTERNAL', retryable: true, retryAfterSeconds: 3 } }] },
    form,
  )
  showProblem({ errors: [{ message: 'Gone.', extensions: { code: 'RESULT_EXPIRED', correlationId: 'id' } }] }, form)
  showProblem(null, form)
  expect(shown).toEqual([
    [['reference'], 'Taken.'],
    ['Later.', 3],
    ['Gone.', 'id'],
  ])
})

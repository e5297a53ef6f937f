import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { until } from '../../src/server/testing/open-socket.ts'
import { createGraphqlClient } from '../support/graphql-client.ts'
import {
  announceDocument,
  createApplicant,
  finalState,
  followAnalysis,
  followEvents,
  openCase,
  readLog,
  startJourney,
  uniquePdf,
} from '../support/journey.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { keys, nodeVariables } from '../support/start-app.ts'
import { killProcesses, startProcess } from '../support/start-process.ts'
import { startVendor } from '../support/start-vendor.ts'

/** The longest time from the signal to the end of a node. */
const longestStopMs = 10_000

afterAll(killProcesses)

test('P22 after SIGTERM requests finish, sockets end resumably, work continues at the next start, and the exit code is 0 in time', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
  const database = postgresqlReachable ? await createPostgresqlDatabase() : null
  const vendor = await startVendor()
  const place = { DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) }
  const variables = { ...nodeVariables, ...vendor.variables, ...place }
  const node = await startProcess(variables)
  const client = createGraphqlClient(node, keys.acme)
  vendor.announceTo(node)

  // Work whose call to the vendor has no answer.
  const question = vendor.control.fault('analysis', { kind: 'hang' })
  const journey = await startJourney(client)
  await question.met
  // A subscription.
  const [last] = (await readLog(client)).slice(-1)
  const following = followEvents(client, last?.cursor ?? null)
  const caseId = await openCase(client, await createApplicant(client))
  const [seen] = (await following.until(event => event.type === 'CASE_OPENED')).slice(-1)
  const waiting = following.next().catch((error: Error) => error)
  // A request: half a document has arrived.
  const { upload } = await announceDocument(client, { caseId, fileName: 'a.pdf' })
  const bytes = uniquePdf()
  const sending = request(upload?.url ?? '', {
    method: 'PUT',
    headers: { expect: '100-continue', 'content-length': bytes.length },
  })
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(bytes.subarray(0, 20))

  const timer = AbortSignal.timeout(longestStopMs)
  const end = node.kill('SIGTERM')
  await until(() => node.log.some(line => line.msg === 'stopping'))
  sending.end(bytes.subarray(20))
  const [answer] = await once(sending, 'response')
  expect(answer.statusCode).toBe(201)
  expect(await json(answer)).toMatchObject({ status: 'STORED' })
  expect(await following.ended).toEqual({ code: 1012, reason: expect.stringContaining('resume') })
  expect(await waiting).toBeInstanceOf(Error)
  const late = once(timer, 'abort').then(() => 'still running')
  expect(await Promise.race([end, late])).toEqual({ code: 0, signal: null })
  expect(node.log.at(-1)?.msg).toBe('stopped')

  question.release()
  const next = await startProcess(variables)
  const later = createGraphqlClient(next, keys.acme)
  expect(await finalState(later, journey.analysisId)).toMatchObject({ status: 'COMPLETED' })
  const resumed = followEvents(later, seen?.cursor ?? null)
  const rest = await resumed.until(event => event.type === 'ANALYSIS_COMPLETED')
  expect(rest.map(event => event.type)).toEqual(['DOCUMENT_STORED', 'ANALYSIS_COMPLETED'])
  expect(await followAnalysis(later, journey.analysisId).until()).toHaveLength(1)
  await next.kill('SIGTERM')
  await vendor.stop()
  await database?.drop()
  await rm(dataDir, { recursive: true })
})

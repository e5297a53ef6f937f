import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { call } from '../../src/server/testing/call.ts'
import { toExactNumber } from '../../src/simulation/exact-number.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'
import {
  createApplicant,
  endOfLog,
  finalState,
  followAnalysis,
  followEvents,
  type Journey,
  openCase,
  readLog,
  type SeenAnalysis,
  startAnalysis,
  startJourney,
  uniquePdf,
  uploadDocument,
} from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'

const correlationId = 'caller-0123456789'
const headers = { 'x-correlation-id': correlationId }
const bytes = uniquePdf()

let app: TestApp
/** The end of the log before the journey. */
let cursor: string
let journey: Journey
let last: SeenAnalysis
beforeAll(async () => {
  app = await startApp()
  await createApplicant(app.client)
  cursor = await endOfLog(app.client)
  journey = await startJourney(app.client, bytes, headers)
  last = await finalState(app.client, journey.analysisId)
})
afterAll(() => app.stop())

describe('P4 before the subscription starts', () => {
  test('P4 the first value of analysisUpdated is the final state that was reached before, and also the last value', async () => {
    expect(last).toMatchObject({ status: 'COMPLETED', stage: 'DONE', error: null })
    expect(await followAnalysis(app.client, journey.analysisId).until()).toEqual([last])
  })

  test('P4 a subscriber that comes later with its cursor gets all events since, in order', async () => {
    const late = followEvents(app.client, cursor)
    const seen = await late.until(event => event.type === 'CASE_SETTLED')
    await late.stop()
    expect(seen.map(event => event.type)).toEqual([
      'APPLICANT_CREATED',
      'CASE_OPENED',
      'DOCUMENT_STORED',
      'ANALYSIS_QUEUED',
      ...seen.slice(4, -2).map(() => 'ANALYSIS_PROGRESSED'),
      'ANALYSIS_COMPLETED',
      'CASE_SETTLED',
    ])
    expect((await readLog(app.client, cursor)).slice(0, seen.length)).toEqual(seen)
  })

  test('P4 every cursor of the log can be continued by query and by subscription', async () => {
    const { analysisId } = journey
    const log = await readLog(app.client, null, { analysisId })
    for (const [index, one] of log.entries()) {
      const rest = log.slice(index + 1)
      expect(await readLog(app.client, one.cursor, { analysisId })).toEqual(rest)
      if (rest.length === 0) continue
      const following = followEvents(app.client, one.cursor, { analysisId })
      expect(await following.until(event => event.sequence === rest.at(-1)?.sequence)).toEqual(rest)
      await following.stop()
    }
  })
})

test('P24 one correlation id connects the caller’s request with its answer, its log lines, its calls and its events', async () => {
  const { analysisId } = journey
  const refused = await app.client.answer('{ applicants(first: 100000) { totalCount } }', {}, headers)
  expect(refused.headers.get('x-correlation-id')).toBe(correlationId)
  expect(refused.errors?.map(error => error.extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', correlationId }])
  const unknown = await call(app, { path: '/uploads/x', method: 'PUT', headers, body: 'x' })
  expect(unknown.headers['x-correlation-id']).toBe(correlationId)
  expect(unknown.json).toMatchObject({ error: { code: 'NOT_FOUND', correlationId } })

  const line = z.looseObject({ msg: z.string(), correlationId: z.string().optional() })
  const all = app
    .log()
    .trim()
    .split('\n')
    .map(text => line.parse(JSON.parse(text)))
  const lines = all.filter(one => one.correlationId === correlationId)
  const requests = lines.filter(one => one.msg === 'request').map(one => one.route)
  expect(requests).toEqual(['/graphql', '/graphql', '/uploads/:token'])
  const calls = lines.filter(one => one.msg === 'provider call').map(one => one.operation)
  expect([...new Set(calls)].sort()).toEqual(['get analysis', 'get statement', 'upload statement'])
  const rows = await app.database.acrossTenants<{ type: string; correlation_id: string }>(
    sql`select type, correlation_id from events where analysis_id = ${analysisId} order by sequence`,
  )
  expect(rows.map(row => row.type)).toEqual((await readLog(app.client, null, { analysisId })).map(({ type }) => type))
  expect(rows.map(row => row.correlation_id)).toEqual(rows.map(() => correlationId))
})

test('P14 the vendor receives the uploaded bytes under our file name, and the result has the caller’s own', async () => {
  const { documentId, sha256, analysisId, caseId } = journey
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const received = app.vendor.control.journal.filter(({ upload }) => upload?.digest === sha256)
  expect(received.map(({ upload }) => upload)).toEqual([
    { fileName: `${analysisId}-${documentId}.pdf`, digest: sha256, byteSize: bytes.length },
  ])
  expect(JSON.stringify(app.vendor.control.journal)).not.toContain('Kontoauszug')
  const shape = z.object({ documents: z.array(z.object({ id: z.string(), fileName: z.string() })) })
  const { documents } = await app.client.read('case', caseId, shape)
  expect(documents).toEqual([{ id: documentId, fileName: 'Kontoauszug März.pdf' }])
})

test('P14 PDFs with a line break, PJL, an HTTP header or 1,023 bytes before their header are accepted and arrive unchanged', async () => {
  const prefixes = [
    '\r\n',
    '\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n',
    'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n',
    'x'.repeat(1_023),
  ]
  const caseId = await openCase(app.client, await createApplicant(app.client))
  const sent: { documentId: string; sha256: string; size: number }[] = []
  for (const prefix of prefixes) {
    const pdf = Buffer.concat([Buffer.from(prefix), uniquePdf()])
    const uploaded = await uploadDocument(app.client, caseId, pdf)
    expect(uploaded.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    sent.push({ ...uploaded, size: pdf.length })
  }
  const documents = sent.map(({ documentId }) => ({ documentId }))
  const id = await startAnalysis(app.client, { caseId, documents })
  expect(await finalState(app.client, id)).toMatchObject({ status: 'COMPLETED' })
  for (const { sha256, size } of sent) {
    const received = app.vendor.control.journal.flatMap(({ upload }) => (upload?.digest === sha256 ? [upload] : []))
    expect(received.map(({ byteSize }) => byteSize)).toEqual([size])
  }
})

const money = z.object({ value: z.string(), currency: z.string() })
const movement = z.object({ amount: money, balanceAfter: money })
const statementsShape = z.object({
  statements: z.array(
    z.object({
      openingBalance: money,
      closingBalance: money,
      totalCredits: money,
      totalDebits: money,
      reconciles: z.boolean().nullable(),
      transactions: z.object({ edges: z.array(z.object({ node: movement })) }).describe('orderBy: AMOUNT_DESC'),
    }),
  ),
})

async function readStatement(
  header: Record<string, string>,
  rows: readonly (readonly [type: string, amount: string, balance: string])[],
) {
  const exact = Object.fromEntries(Object.entries(header).map(([name, value]) => [name, toExactNumber(value)]))
  const transactions = rows.map(([type, amount, balance], index) => ({
    id: `row-${index}`,
    date: '2025-08-01',
    description: `Row ${index}`,
    type,
    amount: toExactNumber(amount),
    balance: toExactNumber(balance),
  }))
  const analysis = { header: { currency: 'EUR', totalTransactions: rows.length, ...exact }, transactions }
  void app.vendor.control.nextStatement({ analysis })
  const { analysisId } = await startJourney(app.client)
  expect(await finalState(app.client, analysisId)).toMatchObject({ status: 'COMPLETED' })
  return (await app.client.read('analysis', analysisId, statementsShape)).statements
}

const euros = (value: string) => ({ value, currency: 'EUR' })

test('P15 amounts of any length keep every digit, including trailing zeros', async () => {
  const header = {
    openingBalance: '0.10',
    closingBalance: '123456789012345.67',
    totalCredits: '123456789012345.67',
    totalDebits: '0.10',
  }
  const statements = await readStatement(header, [
    ['credit', '123456789012345.67', '123456789012345.77'],
    ['debit', '0.10', '123456789012345.67'],
  ])
  expect(statements).toEqual([
    {
      openingBalance: euros('0.10'),
      closingBalance: euros('123456789012345.67'),
      totalCredits: euros('123456789012345.67'),
      totalDebits: euros('-0.10'),
      reconciles: true,
      transactions: {
        edges: [
          { node: { amount: euros('123456789012345.67'), balanceAfter: euros('123456789012345.77') } },
          { node: { amount: euros('-0.10'), balanceAfter: euros('123456789012345.67') } },
        ],
      },
    },
  ])
})

test('P15 a statement reconciles exactly: 0.1 + 0.2 is not 0.30000000000000004, to which floating point rounds', async () => {
  const closingBalance = '0.30000000000000004'
  const header = { openingBalance: '0.00', closingBalance, totalCredits: '0.3', totalDebits: '0' }
  const [statement] = await readStatement(header, [
    ['credit', '0.1', '0.1'],
    ['credit', '0.2', '0.3'],
  ])
  expect(statement?.reconciles).toBe(false)
  expect(statement?.closingBalance).toEqual(euros(closingBalance))
})

test('P5 a cursor is CURSOR_EXPIRED if events after it were purged, and stays valid otherwise', async () => {
  await createApplicant(app.other)
  await createApplicant(app.other)
  const log = await readLog(app.other)
  const [expired, kept] = log.slice(-2).map(event => event.cursor)
  await purgeEvents(app.database, new Date(Date.now() + 60_000))
  await createApplicant(app.other)
  const [next] = await readLog(app.other, kept)
  expect(next?.sequence).toBe(log.length + 1)
  expect(await readLog(app.other)).toEqual([next])
  const following = followEvents(app.other, kept ?? null)
  expect(await following.next()).toEqual(next)
  await following.stop()

  const query = 'query ($after: Cursor) { events(after: $after) { edges { cursor } } }'
  const answer = await app.other.answer(query, { after: expired })
  expect(answer.errors?.map(error => error.extensions.code)).toEqual(['CURSOR_EXPIRED'])
  const refused = followEvents(app.other, expired ?? null)
  const error = await refused.next().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'SubscriptionRefused', errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] })
  await refused.stop()
})

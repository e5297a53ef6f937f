import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/providers/bank-xray/simulator/control.ts'
import { toExactNumber } from '../../src/simulation/exact-number.ts'
import type { Fault } from '../../src/simulation/faults.ts'
import { finalState, readLog } from '../support/journey.ts'
import { analyseRisk, type RiskJourney, readRisk, startRisk, statementOf } from '../support/risk-journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { type RiskVendor, startRiskVendor } from '../support/start-vendor.ts'

const desks = useDesks(3, () => startRiskVendor())

const refused = (status: number): Fault => ({ kind: 'answer', status })
const forOneSecond: Fault = { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }

const wrongTypes: Fault = { kind: 'wrong-types' }
/** The transport itself tries three times. */
const resets: readonly Fault[] = [{ kind: 'reset' }, { kind: 'reset' }, { kind: 'reset' }]

/** Queues faults of calls. @returns a promise that resolves when all were met */
async function surpriseWith(
  { vendor }: Desk<RiskVendor>,
  faults: readonly (readonly [Operation, ...(readonly Fault[])])[],
): Promise<void> {
  await Promise.all(
    faults.flatMap(([operation, ...each]) => each.map(fault => vendor.control.fault(operation, fault).met)),
  )
}

/** Expects the whole result once, and one used request with the document in it once. */
async function expectWhole(desk: Desk<RiskVendor>, { analysisId, sha256, documents }: RiskJourney): Promise<void> {
  expect(await finalState(desk.client, analysisId)).toMatchObject({ status: 'COMPLETED', error: null })
  const { statements, riskAssessments, documentResults, providerReference } = await readRisk(desk.client, analysisId)
  expect(statements).toHaveLength(documents.length)
  for (const { transactions } of statements) expect(transactions.totalCount).toBeGreaterThan(30)
  expect(riskAssessments).toMatchObject([{ kind: 'CREDIT' }])
  expect(documentResults.map(({ status }) => status)).toEqual(documents.map(() => 'COMPLETED'))
  expect(desk.vendor.mediaOf(sha256)).toMatchObject({ online: 1, requests: 1 })
  const own = desk.vendor.control.media().filter(medium => documents.some(one => one.sha256 === medium.file?.digest))
  const used = own.filter(({ status }) => status !== 'draft').map(({ requestId }) => requestId)
  expect(used).toEqual(documents.map(() => providerReference))
  const drafts = desk.vendor.control.media().filter(({ status }) => status === 'draft')
  expect(drafts.map(({ requestId }) => requestId)).not.toContain(providerReference)
  const log = await readLog(desk.client, null, { analysisId })
  expect(log.filter(event => event.type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
}

describe.concurrent('P12 P16 with any answer of the vendor during the submission, one request is used and the result is complete', () => {
  test('P16 each call of the submission was carried out without a readable answer', () =>
    desks.use(async desk => {
      const met = surpriseWith(desk, [
        ['create-request', { kind: 'html', status: 200, when: 'after' }],
        ['create-medium', { kind: 'reset', when: 'after' }],
        ['publish', { kind: 'html', status: 200, when: 'after' }],
      ])
      await expectWhole(desk, await startRisk(desk.client))
      await met
    }))

  test('P16 the store answers with a 503 SlowDown for one second, a 403 and resets', () =>
    desks.use(async desk => {
      const met = surpriseWith(desk, [['store', forOneSecond, refused(403), ...resets]])
      await expectWhole(desk, await startRisk(desk.client, statementOf(), statementOf()))
      await met
    }))

  test('P16 the addresses of the store have expired when they are used', () =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const silence = control.fault('store', { kind: 'hang' })
      const journey = await startRisk(desk.client)
      await silence.met
      control.expireUploads()
      silence.release()
      await expectWhole(desk, journey)
    }))
})

describe.concurrent('P12 P16 with any answer of the vendor to the submission and to the checks, the result is complete in the end', () => {
  test('P16 members of other types, a 429 for one second and resets, in the submission and in the checks', () =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const whileThereIsNone = surpriseWith(desk, [
        ['create-request', wrongTypes, forOneSecond],
        ['create-medium', forOneSecond, ...resets],
        ['publish', ...resets],
        ['reports', wrongTypes, ...resets],
        ['request', forOneSecond, wrongTypes],
      ])
      const journey = await startRisk(desk.client, statementOf('stuck'))
      await whileThereIsNone
      const met = surpriseWith(desk, [['report', wrongTypes, forOneSecond, ...resets]])
      const medium = control.media().find(({ file }) => file?.digest === journey.sha256)
      control.extract(medium?.id ?? '', { outcome: 'read' })
      await expectWhole(desk, journey)
      await met
    }))

  test('P16 every call is without an answer for long', () =>
    desks.use(async desk => {
      const calls = ['create-request', 'create-medium', 'store', 'publish', 'reports', 'report'] as const
      const silences = calls.map(call => desk.vendor.control.fault(call, { kind: 'hang' }))
      const journey = await startRisk(desk.client)
      for (const silence of silences) {
        await silence.met
        expect((await readRisk(desk.client, journey.analysisId)).statements).toEqual([])
        silence.release()
      }
      await expectWhole(desk, journey)
    }))
})

describe.concurrent('P16 a permanent error is reported with its code and leaves nothing behind', () => {
  const cases: readonly (readonly [Operation, Fault, unknown])[] = [
    ['store', refused(403), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['request', refused(404), { code: 'RESULT_EXPIRED', retryable: false }],
    ['report', { kind: 'wrong-types' }, { code: 'PROVIDER_BAD_RESPONSE', retryable: true }],
  ]
  test.for(cases)('P16 %s is always answered with %j', ([operation, fault, error]) =>
    desks.use(async desk => {
      const queued = desk.vendor.control.fault(operation, fault, 1_000)
      const words = operation === 'request' ? 'stuck' : ''
      const { analysisId, final } = await analyseRisk(desk.client, statementOf(words))
      queued.remove()
      expect(final).toMatchObject({ status: 'FAILED', error })
      const { statements, riskAssessments, reports } = await readRisk(desk.client, analysisId)
      expect({ statements, riskAssessments, reports }).toEqual({ statements: [], riskAssessments: [], reports: [] })
    }),
  )

  test('P12 no document is analysed when one of several is refused', () =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const taken = control.fault('create-medium', { kind: 'hang' })
      const journey = await startRisk(desk.client, statementOf(), statementOf())
      await taken.met
      control.fault('create-medium', refused(415))
      taken.release()
      expect(await finalState(desk.client, journey.analysisId)).toMatchObject({ status: 'FAILED' })
      for (const { sha256 } of journey.documents) expect(desk.vendor.mediaOf(sha256).online).toBe(0)
    }))
})

test.concurrent('P16 a report with added, missing and unreadable members is read as far as possible; P15 its amounts of any length keep every digit, including trailing zeros, and reconcile exactly', () =>
  desks.use(async desk => {
    const amounts = ['123456789012345.60', '0.10', '-0.20', '-123456789012345.50']
    const allTransactions = amounts.map((amount, index) => ({
      id: `t-${index}`,
      statementId: 1,
      date: '2026-01-05',
      amount: toExactNumber(amount),
    }))
    const entry = {
      statementId: 1,
      startBalance: toExactNumber('0.30'),
      endBalance: toExactNumber('0.30'),
      totalDebitAmount: toExactNumber('123456789012345.70'),
    }
    const raw = {
      surprise: { deep: [1] },
      riskClass: 9,
      score: toExactNumber('0.123456789012345678'),
      bankFlag: { color: 'violet', reasons: [{ criteria: 'x', sentiment: 'astonishing' }, null, 7] },
      movementReport: [],
      summary: [entry],
      allTransactions,
    }
    const stored = desk.vendor.control.nextMedium({ raw })
    const { analysisId, final } = await analyseRisk(desk.client)
    await stored
    expect(final).toMatchObject({ status: 'COMPLETED' })
    expect(await readRisk(desk.client, analysisId)).toMatchObject({
      statements: [
        {
          reconciles: true,
          totalDebits: { value: '-123456789012345.70', currency: 'EUR' },
          transactions: { totalCount: 4 },
        },
      ],
      riskAssessments: [
        {
          kind: 'CREDIT',
          level: 'UNKNOWN',
          riskClass: 9,
          score: { value: '0.123456789012345678' },
          flag: { color: 'violet' },
          signals: [{ code: 'x', sentiment: 'OTHER', explanations: [] }],
          metrics: { edges: [] },
        },
      ],
    })
  }))

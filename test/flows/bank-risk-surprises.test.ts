import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/providers/bank-xray/simulator/control.ts'
import { toExactNumber } from '../../src/simulation/exact-number.ts'
import type { Fault } from '../../src/simulation/faults.ts'
import { finalState, readLog } from '../support/journey.ts'
import { analyseRisk, type RiskJourney, readRisk, startRisk, statementOf } from '../support/risk-journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { type RiskVendor, startRiskVendor } from '../support/start-risk-vendor.ts'

const desks = useDesks(5, () => startRiskVendor())

const refused = (status: number): Fault => ({ kind: 'answer', status })
const forOneSecond: Fault = { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }

interface Surprise {
  readonly answer: string
  readonly fault: Fault
  /** The transport itself tries three times. */
  readonly times?: number
}

/** The calls' own tests go through every answer. These are those that each part of a submission must survive. */
const passing: readonly Surprise[] = [
  { answer: 'members of other types', fault: { kind: 'wrong-types' } },
  { answer: 'a 429 for one second', fault: forOneSecond },
  { answer: 'resets', fault: { kind: 'reset' }, times: 3 },
]

/** Queues the surprise for the next of each of these calls. @returns a promise that resolves when all have met it */
async function surpriseWith(
  { vendor }: Desk<RiskVendor>,
  operations: readonly Operation[],
  { fault, times }: Surprise,
): Promise<void> {
  await Promise.all(operations.map(operation => vendor.control.fault(operation, fault, times).met))
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
  test.for<Surprise>([
    { answer: 'an HTML page with 200', fault: { kind: 'html', status: 200, when: 'after' } },
    { answer: 'a reset', fault: { kind: 'reset', when: 'after' } },
  ])('P16 $answer after the call was carried out, once in each call of the submission', surprise =>
    desks.use(async desk => {
      const met = surpriseWith(desk, ['create-request', 'create-medium', 'publish'], surprise)
      await expectWhole(desk, await startRisk(desk.client))
      await met
    }),
  )

  test.for<Surprise>([
    { answer: 'a 503 SlowDown for one second', fault: forOneSecond },
    { answer: 'a 403', fault: refused(403) },
    { answer: 'resets', fault: { kind: 'reset' }, times: 3 },
  ])('P16 $answer from the store', ({ fault, times }) =>
    desks.use(async desk => {
      desk.vendor.control.fault('store', fault, times)
      await expectWhole(desk, await startRisk(desk.client, statementOf(), statementOf()))
    }),
  )

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
  test.for(passing)('P16 $answer, once in each call of the submission and once in each check', surprise =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const calls = ['create-request', 'create-medium', 'publish', 'reports', 'request'] as const
      const whileThereIsNone = surpriseWith(desk, calls, surprise)
      const journey = await startRisk(desk.client, statementOf('stuck'))
      await whileThereIsNone
      const met = surpriseWith(desk, ['report'], surprise)
      const medium = control.media().find(({ file }) => file?.digest === journey.sha256)
      control.extract(medium?.id ?? '', { outcome: 'read' })
      await expectWhole(desk, journey)
      await met
    }),
  )

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
    ['create-request', refused(401), { code: 'PROVIDER_UNAUTHORIZED', retryable: false }],
    ['create-medium', refused(413), { code: 'DOCUMENT_TOO_LARGE', retryable: false }],
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

describe.concurrent('P16 a report with surprises is read as far as possible', () => {
  test('P16 members are added, missing, of other types and out of range', () =>
    desks.use(async desk => {
      const raw = {
        surprise: { deep: [1] },
        riskClass: 9,
        score: toExactNumber('0.123456789012345678'),
        bankFlag: { color: 'violet', reasons: [{ criteria: 'x', sentiment: 'astonishing' }, null, 7] },
        movementReport: [],
        allTransactions: null,
      }
      const stored = desk.vendor.control.nextMedium({ raw })
      const { analysisId, final } = await analyseRisk(desk.client)
      await stored
      expect(final).toMatchObject({ status: 'COMPLETED' })
      expect(await readRisk(desk.client, analysisId)).toMatchObject({
        statements: [{ transactions: { totalCount: 0 } }],
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

  test('P15 amounts of any length keep every digit, including trailing zeros, and reconcile exactly', () =>
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
      void desk.vendor.control.nextMedium({ raw: { summary: [entry], allTransactions } })
      const { analysisId } = await analyseRisk(desk.client)
      expect((await readRisk(desk.client, analysisId)).statements).toMatchObject([
        {
          reconciles: true,
          totalDebits: { value: '-123456789012345.70', currency: 'EUR' },
          transactions: { totalCount: 4 },
        },
      ])
    }))
})

import { describe, expect, test } from 'vitest'
import type { Operation } from '../../src/providers/bank-xray/simulator/control.ts'
import { toExactNumber } from '../../src/simulation/exact-number.ts'
import type { Fault } from '../../src/simulation/faults.ts'
import { finalState, readLog } from '../support/journey.ts'
import { analyseRisk, type RiskJourney, readRisk, startRisk, statementOf } from '../support/risk-journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { type RiskVendor, startRiskVendor } from '../support/start-risk-vendor.ts'

const desks = useDesks(8, () => startRiskVendor())

const refused = (status: number): Fault => ({ kind: 'answer', status })
const forOneSecond: Fault = { kind: 'answer', status: 429, headers: { 'retry-after': '1' } }

interface Surprise {
  readonly answer: string
  readonly fault: Fault
  /** The transport itself tries three times. */
  readonly times?: number
}

/** Surprises for calls that may be repeated. */
const passing: readonly Surprise[] = [
  { answer: 'an HTML page with 200', fault: { kind: 'html', status: 200 } },
  { answer: 'HTML pages of a gateway', fault: { kind: 'html' }, times: 3 },
  { answer: 'half of the answer', fault: { kind: 'truncated' } },
  { answer: 'half of the answer and a broken connection', fault: { kind: 'cut-off' } },
  { answer: 'an empty body', fault: { kind: 'empty' } },
  { answer: 'members of other types', fault: { kind: 'wrong-types' } },
  { answer: 'null', fault: { kind: 'answer', status: 200, text: 'null' } },
  { answer: 'an empty object', fault: { kind: 'answer', status: 200, text: '{}' } },
  { answer: '10 MB', fault: { kind: 'answer', status: 200, text: `{"x": "${'x'.repeat(11_000_000)}"}` } },
  { answer: 'a 429 for one second', fault: forOneSecond },
  { answer: 'several 500s', fault: refused(500), times: 3 },
  { answer: 'resets', fault: { kind: 'reset' }, times: 3 },
]
/** Surprises after the vendor has carried out the call. */
const lost: readonly Surprise[] = [
  {
    answer: 'an HTML page with 200, after the call was carried out',
    fault: { kind: 'html', status: 200, when: 'after' },
  },
  { answer: 'an empty body, after the call was carried out', fault: { kind: 'empty', when: 'after' } },
  { answer: 'a 500, after the call was carried out', fault: { kind: 'answer', status: 500, when: 'after' } },
  { answer: 'a reset, after the call was carried out', fault: { kind: 'reset', when: 'after' } },
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
  test.for(lost)('P16 $answer, once in each call of the submission', surprise =>
    desks.use(async desk => {
      const met = surpriseWith(desk, ['create-request', 'create-medium', 'publish'], surprise)
      await expectWhole(desk, await startRisk(desk.client))
      await met
    }),
  )

  const stored: readonly Surprise[] = [
    ...passing.filter(({ fault }) => ['html', 'reset', 'cut-off'].includes(fault.kind)),
    ...lost.filter(({ fault }) => fault.kind === 'answer' || fault.kind === 'reset'),
    { answer: 'a 503 SlowDown for one second', fault: forOneSecond },
    { answer: 'a 503', fault: refused(503) },
    { answer: 'a 403', fault: refused(403) },
    { answer: 'a 404', fault: refused(404) },
    { answer: 'a redirect', fault: refused(307) },
  ]
  test.for(stored)('P16 $answer from the store', ({ fault, times }) =>
    desks.use(async desk => {
      desk.vendor.control.fault('store', fault, times)
      await expectWhole(desk, await startRisk(desk.client, statementOf(), statementOf()))
    }),
  )

  test.for(['form', 'raw'] as const)('P16 the addresses of the store (%s) have expired when they are used', upload =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const before = control.shape.upload
      control.shape.upload = upload
      const silence = control.fault('store', { kind: 'hang' })
      const journey = await startRisk(desk.client)
      await silence.met
      control.expireUploads()
      silence.release()
      await expectWhole(desk, journey)
      control.shape.upload = before
    }),
  )
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

  test('P16 an empty list of reports, once in each check', () =>
    desks.use(async desk => {
      const met = surpriseWith(desk, ['reports', 'report'], { answer: 'none', fault: refused(404) })
      await expectWhole(desk, await startRisk(desk.client))
      await met
    }))

  test.for(['create-request', 'create-medium', 'store', 'publish', 'reports', 'report'] as const)(
    'P16 a call (%s) without an answer for long',
    operation =>
      desks.use(async desk => {
        const silence = desk.vendor.control.fault(operation, { kind: 'hang' })
        const journey = await startRisk(desk.client)
        await silence.met
        expect((await readRisk(desk.client, journey.analysisId)).statements).toEqual([])
        silence.release()
        await expectWhole(desk, journey)
      }),
  )
})

describe.concurrent('P16 a permanent error is reported with its code and leaves nothing behind', () => {
  const badResponse = { code: 'PROVIDER_BAD_RESPONSE', retryable: true }
  const cases: readonly (readonly [Operation, Fault, unknown])[] = [
    ['create-request', refused(401), { code: 'PROVIDER_UNAUTHORIZED', retryable: false }],
    ['create-request', refused(402), { code: 'PROVIDER_QUOTA_EXCEEDED', retryable: false }],
    ['create-medium', refused(413), { code: 'DOCUMENT_TOO_LARGE', retryable: false }],
    ['create-medium', refused(415), { code: 'DOCUMENT_TYPE_UNSUPPORTED', retryable: false }],
    ['publish', refused(409), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['reports', refused(400), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['report', refused(403), { code: 'PROVIDER_FORBIDDEN', retryable: false }],
    ['request', refused(422), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['create-request', refused(404), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['create-medium', refused(404), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['publish', refused(404), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['request', refused(404), { code: 'RESULT_EXPIRED', retryable: false }],
    ['store', refused(403), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['store', refused(400), { code: 'PROVIDER_REJECTED', retryable: false }],
    ['create-request', { kind: 'wrong-types' }, badResponse],
    ['create-medium', { kind: 'html', status: 200 }, badResponse],
    [
      'create-medium',
      { kind: 'answer', status: 200, json: { medium: { id: 'm' }, upload: { url: 'http://user:pw@127.0.0.1/' } } },
      badResponse,
    ],
    ['reports', { kind: 'wrong-types' }, badResponse],
    ['report', { kind: 'wrong-types' }, badResponse],
    ['report', { kind: 'truncated' }, badResponse],
    ['report', { kind: 'html', status: 200 }, badResponse],
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

  test.for([400, 415])('P12 no document is analysed when one of several is refused with %i', status =>
    desks.use(async desk => {
      const { control } = desk.vendor
      const taken = control.fault('create-medium', { kind: 'hang' })
      const journey = await startRisk(desk.client, statementOf(), statementOf())
      await taken.met
      control.fault('create-medium', refused(status))
      taken.release()
      expect(await finalState(desk.client, journey.analysisId)).toMatchObject({ status: 'FAILED' })
      for (const { sha256 } of journey.documents) expect(desk.vendor.mediaOf(sha256).online).toBe(0)
    }),
  )
})

describe.concurrent('P16 a report with surprises is read as far as possible', () => {
  test.for<[string, Record<string, unknown>, unknown]>([
    ['additional members', { surprise: { deep: [1] } }, { riskAssessments: [{ kind: 'CREDIT' }] }],
    ['no class', { riskClass: undefined }, { riskAssessments: [{ level: 'UNKNOWN', riskClass: null }] }],
    ['a class of the other scale', { riskClass: 'B' }, { riskAssessments: [{ level: 'UNKNOWN', riskClass: null }] }],
    ['a class beyond the scale', { riskClass: 9 }, { riskAssessments: [{ level: 'UNKNOWN', riskClass: 9 }] }],
    ['no flag', { bankFlag: null }, { riskAssessments: [{ flag: null, signals: [] }] }],
    ['a flag of another type', { bankFlag: 'red' }, { riskAssessments: [{ flag: null, signals: [] }] }],
    ['no figures', { movementReport: [] }, { riskAssessments: [{ metrics: { edges: [] } }] }],
    ['no transactions', { allTransactions: null }, { statements: [{ transactions: { totalCount: 0 } }] }],
    [
      'a score of eighteen digits',
      { score: toExactNumber('0.123456789012345678') },
      { riskAssessments: [{ score: { value: '0.123456789012345678' } }] },
    ],
    [
      'a reason without words',
      { bankFlag: { color: 'violet', reasons: [{ criteria: 'x', sentiment: 'astonishing' }, null, 7] } },
      {
        riskAssessments: [
          { flag: { color: 'violet' }, signals: [{ code: 'x', sentiment: 'OTHER', explanations: [] }] },
        ],
      },
    ],
  ])('P16 it has %s', ([, raw, expected]) =>
    desks.use(async desk => {
      const stored = desk.vendor.control.nextMedium({ raw })
      const { analysisId, final } = await analyseRisk(desk.client)
      await stored
      expect(final).toMatchObject({ status: 'COMPLETED' })
      expect(await readRisk(desk.client, analysisId)).toMatchObject(expected ?? {})
    }),
  )

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

  test('5,000 transactions are read and counted', () =>
    desks.use(async desk => {
      const { analysisId } = await analyseRisk(desk.client, statementOf('huge'))
      const { statements } = await readRisk(desk.client, analysisId)
      expect(statements).toMatchObject([{ transactions: { totalCount: 5_000 } }])
    }))
})

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Operation } from '../../src/providers/flvxtract/simulator/control.ts'
import type { StatementPlan } from '../../src/providers/flvxtract/simulator/statement-plan.ts'
import type { Fault } from '../../src/simulation/faults.ts'
import { askForAnalysis, finalState, type Journey, prepareCase, readLog, startJourney } from '../support/journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { startVendor, type Vendor } from '../support/start-vendor.ts'

const desks = useDesks(5, () => startVendor())

const refused = (status: number): Fault => ({ kind: 'answer', status })
/** In real time, independently of the speed-up. */
const untilAnInstant = (): Fault => {
  const instant = String(Math.ceil(Date.now() / 1_000) + 1)
  return { kind: 'answer', status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': instant } }
}
const once = (fault: Fault | (() => Fault)) => (typeof fault === 'function' ? fault() : fault)

interface Surprise {
  readonly answer: string
  readonly fault: Fault | (() => Fault)
  /** The transport itself tries three times. */
  readonly times?: number
}

/** The calls' own tests go through every answer. These are those that each part of an analysis must survive. */
const surprises: readonly Surprise[] = [
  { answer: 'members of other types', fault: { kind: 'wrong-types' } },
  { answer: 'half of the answer and a broken connection', fault: { kind: 'cut-off' } },
  { answer: 'a 429 until an instant', fault: untilAnInstant },
  { answer: 'resets', fault: { kind: 'reset' }, times: 3 },
]

const shape = z.object({
  analysis: z.object({
    statements: z.array(z.object({ transactions: z.object({ totalCount: z.number() }) })),
    documentResults: z.array(z.object({ status: z.string() })),
  }),
})

async function readResult({ client }: Desk<Vendor>, id: string) {
  const query = `query ($id: ID!) { analysis(id: $id) {
    statements { transactions { totalCount } } documentResults { status }
  } }`
  return (await client.ask(shape, query, { id })).analysis
}

/** Expects the whole result once, and one upload of the document. */
async function expectWhole(desk: Desk<Vendor>, { analysisId, sha256 }: Journey): Promise<void> {
  expect(await finalState(desk.client, analysisId)).toMatchObject({ status: 'COMPLETED', error: null })
  const statement = desk.vendor.control.statements().find(({ digest }) => digest === sha256)
  const { statements, documentResults } = await readResult(desk, analysisId)
  expect(statements.map(({ transactions }) => transactions.totalCount)).toEqual([statement?.content?.transactionCount])
  expect(documentResults).toEqual([{ status: 'COMPLETED' }])
  expect(desk.vendor.uploadsOf(sha256)).toEqual({ tried: 1, taken: 1 })
  const log = await readLog(desk.client, null, { analysisId })
  expect(log.filter(event => event.type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
}

/** Expects an error and no result. */
async function expectNothing(desk: Desk<Vendor>, analysisId: string, error: unknown): Promise<void> {
  expect(await finalState(desk.client, analysisId)).toMatchObject({ status: 'FAILED', error })
  expect((await readResult(desk, analysisId)).statements).toEqual([])
}

describe.concurrent('P16 with any answer of the vendor to an upload, the document is uploaded once and the result is complete', () => {
  test.for<Surprise>([
    { answer: 'half of the answer', fault: { kind: 'truncated' } },
    { answer: 'a reset after it was accepted', fault: { kind: 'reset', when: 'after' } },
    { answer: 'the page of a gateway', fault: { kind: 'html' } },
    { answer: 'a 429 until an instant', fault: untilAnInstant },
  ])('P16 an upload is answered with $answer', ({ fault }) =>
    desks.use(async desk => {
      desk.vendor.control.fault('upload', once(fault))
      await expectWhole(desk, await startJourney(desk.client))
    }),
  )

  test.for(surprises)(
    'P16 the search for a lost upload and both calls of a check are answered with $answer',
    surprise =>
      desks.use(async desk => {
        const { control } = desk.vendor
        control.fault('upload', { kind: 'reset', when: 'after' })
        const met = (['list', 'statement', 'analysis'] as const).map(
          question => control.fault(question, once(surprise.fault), surprise.times).met,
        )
        await expectWhole(desk, await startJourney(desk.client))
        await Promise.all(met)
      }),
  )
})

describe.concurrent('P16 with any answer of the vendor to a check, the result is complete in the end', () => {
  test('P16 a call for the analysis is answered with a 404', () =>
    desks.use(async desk => {
      desk.vendor.control.fault('analysis', refused(404))
      await expectWhole(desk, await startJourney(desk.client))
    }))

  test('P16 every call is without an answer for long', () =>
    desks.use(async desk => {
      const calls = ['upload', 'statement', 'analysis'] as const
      const silences = calls.map(call => desk.vendor.control.fault(call, { kind: 'hang' }))
      const journey = await startJourney(desk.client)
      for (const silence of silences) {
        await silence.met
        expect((await readResult(desk, journey.analysisId)).statements).toEqual([])
        silence.release()
      }
      await expectWhole(desk, journey)
    }))
})

describe.concurrent('P16 a permanent error is reported with its code and leaves nothing behind', () => {
  test.for<[Operation, Fault, error: unknown]>([
    ['upload', refused(402), { code: 'PROVIDER_QUOTA_EXCEEDED', retryable: false }],
    ['upload', refused(413), { code: 'DOCUMENT_TOO_LARGE', retryable: false }],
    ['statement', refused(404), { code: 'RESULT_EXPIRED', retryable: false }],
    ['analysis', { kind: 'wrong-types' }, { code: 'PROVIDER_BAD_RESPONSE', retryable: true }],
  ])('P16 %s is always answered with %j', ([operation, fault, error]) =>
    desks.use(async desk => {
      const always = desk.vendor.control.fault(operation, fault, 100)
      const { analysisId } = await startJourney(desk.client)
      await expectNothing(desk, analysisId, error).finally(() => always.remove())
    }),
  )

  test('P16 a failed analysis can be repeated, and each attempt is independent', () =>
    desks.use(async desk => {
      const { caseId, documentId } = await prepareCase(desk.client)
      const input = { caseId, product: 'STATEMENT_EXTRACTION', documents: [{ documentId }] }
      void desk.vendor.control.nextStatement({ outcome: 'failed', failureReason: 'No transaction table was found.' })
      const { done: first } = await askForAnalysis(desk.client, input)
      await expectNothing(desk, first?.id ?? '', { code: 'PROVIDER_REJECTED', retryable: false })
      const { done: second } = await askForAnalysis(desk.client, input)
      expect(await finalState(desk.client, second?.id ?? '')).toMatchObject({ status: 'COMPLETED' })
      await expectNothing(desk, first?.id ?? '', { code: 'PROVIDER_REJECTED', retryable: false })
    }))
})

describe.concurrent('P16 added, missing and reordered members do not affect the rest', () => {
  const nulls = { header: null, lendingMetrics: null, confidence: null }
  const cases: readonly (readonly [what: string, plan: Partial<StatementPlan>, status?: string])[] = [
    ['an unknown status', { processingStatus: 'AwaitingReview', processingMs: 200_000 }],
    ['additional members and nulls', { analysis: { surprise: { deep: [1, { deeper: null }] }, ...nulls } }],
    ['its members in another order', { memberOrder: ['transactions', 'confidence', 'header'] }],
    ['only a part', { outcome: 'partial' }, 'PARTIAL'],
  ]
  test.for(cases)('P16 a result has %s', ([_what, plan, status = 'COMPLETED']) =>
    desks.use(async desk => {
      const uploaded = desk.vendor.control.nextStatement(plan)
      const { analysisId } = await startJourney(desk.client)
      expect(await finalState(desk.client, analysisId)).toMatchObject({ status })
      const { statements } = await readResult(desk, analysisId)
      const { transactions } = (await uploaded).plan
      expect(statements.map(({ transactions: { totalCount } }) => totalCount)).toEqual([transactions])
    }),
  )
})

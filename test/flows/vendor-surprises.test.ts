import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Operation } from '../../src/providers/flvxtract/simulator/control.ts'
import type { Fault } from '../../src/simulation/faults.ts'
import { finalState, type Journey, prepareCase, readLog, startAnalysis, startJourney } from '../support/journey.ts'
import { type Desk, useDesks } from '../support/start-desks.ts'
import { startVendor, type Vendor } from '../support/start-vendor.ts'

const desks = useDesks(3, () => startVendor())

const refused = (status: number): Fault => ({ kind: 'answer', status })
/** In real time, independently of the speed-up. */
const untilAnInstant = (): Fault => {
  const instant = String(Math.ceil(Date.now() / 1_000) + 1)
  return { kind: 'answer', status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': instant } }
}

/** The calls' own tests go through every answer. These are those that each part of an analysis must survive. */
const wrongTypes: Fault = { kind: 'wrong-types' }
const cutOff: Fault = { kind: 'cut-off' }
/** The transport itself tries three times. */
const resets: readonly Fault[] = [{ kind: 'reset' }, { kind: 'reset' }, { kind: 'reset' }]

const shape = z.object({
  statements: z.array(z.object({ transactions: z.object({ totalCount: z.number() }) })),
  documentResults: z.array(z.object({ status: z.string() })),
})

const readResult = ({ client }: Desk<Vendor>, id: string) => client.read('analysis', id, shape)

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

describe.concurrent('P16 with any answers of the vendor, the document is uploaded once and the result is complete', () => {
  test.for<[string, () => Readonly<Record<'upload' | 'list' | 'statement' | 'analysis', readonly Fault[]>>]>([
    [
      'a 429 until an instant and the page of a gateway, and the checks with resets and members of other types',
      () => ({
        upload: [untilAnInstant(), { kind: 'html' }],
        list: [wrongTypes],
        statement: resets,
        analysis: [refused(404), wrongTypes],
      }),
    ],
    [
      'half of the answer, and the checks with half of the answers',
      () => ({ upload: [{ kind: 'truncated' }], list: [cutOff], statement: [wrongTypes, cutOff], analysis: [cutOff] }),
    ],
    [
      'a reset after it was accepted, and the checks with a 429 until an instant and resets',
      () => ({
        upload: [{ kind: 'reset', when: 'after' }],
        list: [...resets, untilAnInstant()],
        statement: [untilAnInstant()],
        analysis: [untilAnInstant(), ...resets],
      }),
    ],
  ])('P16 an upload is answered with %s', ([, faults]) =>
    desks.use(async desk => {
      const answers = faults()
      const met = (['upload', 'list', 'statement', 'analysis'] as const).flatMap(call =>
        answers[call].map(fault => desk.vendor.control.fault(call, fault).met),
      )
      await expectWhole(desk, await startJourney(desk.client))
      await Promise.all(met)
    }),
  )

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
      void desk.vendor.control.nextStatement({ outcome: 'failed', failureReason: 'No transaction table was found.' })
      const first = await startAnalysis(desk.client, { caseId, documentId })
      await expectNothing(desk, first, { code: 'PROVIDER_REJECTED', retryable: false })
      const second = await startAnalysis(desk.client, { caseId, documentId })
      expect(await finalState(desk.client, second)).toMatchObject({ status: 'COMPLETED' })
      await expectNothing(desk, first, { code: 'PROVIDER_REJECTED', retryable: false })
    }))
})

test.concurrent('P16 an unknown status, and added, missing and reordered members do not affect the rest', () =>
  desks.use(async desk => {
    const uploaded = desk.vendor.control.nextStatement({
      processingStatus: 'AwaitingReview',
      processingMs: 200_000,
      analysis: { surprise: { deep: [1, { deeper: null }] }, header: null, lendingMetrics: null, confidence: null },
      memberOrder: ['transactions', 'confidence', 'header'],
    })
    const { analysisId } = await startJourney(desk.client)
    expect(await finalState(desk.client, analysisId)).toMatchObject({ status: 'COMPLETED' })
    const { statements } = await readResult(desk, analysisId)
    const { transactions } = (await uploaded).plan
    expect(statements.map(({ transactions: { totalCount } }) => totalCount)).toEqual([transactions])
  }))

import { beforeEach, describe, expect, test } from 'vitest'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { createSubmissionDocument } from '../../../test/support/submission-job.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { AnalysisDriver } from '../analysis-driver.ts'
import { createFraudDriver } from './driver.ts'
import { toRetrieveError } from './errors.ts'
import { approval, createFakeVendor, type FakeVendor, running } from './testing/fake-vendor.ts'

let vendor: FakeVendor
let driver: AnalysisDriver

beforeEach(() => {
  vendor = createFakeVendor()
  driver = createFraudDriver(vendor, () => new Date('2026-03-05T10:00:00Z'))
})

const check = (checkpoint: JsonValue) => driver.check(checkpoint, { signal: neverAborted })

const waiting = {
  state: 'waiting',
  retrieveToken: 'token-1',
  documentIds: ['doc_1', 'doc_2'],
  wantsShareLink: false,
  runId: null,
} satisfies JsonValue

describe('a folder', () => {
  test('that was not sent yet is running, and no call is made', async () => {
    const progress = { kind: 'running', stage: 'WAITING', providerStage: null, retryAfterMs: null }
    expect(await check(null)).toEqual(progress)
    expect(await check({ state: 'announced', announcement: 'a' })).toEqual(progress)
    expect(vendor.calls).toEqual([])
  })

  test('that is running has the vendor’s status, and its run id is stored once', async () => {
    vendor.answers.push(
      () => running,
      () => running,
    )
    const progress = { kind: 'running', stage: 'EXTRACTING', providerStage: 'processing', retryAfterMs: null }
    const checkpoint = { ...waiting, runId: '04_20_12_30_45_9f8d' }
    expect(await check(waiting)).toEqual({
      ...progress,
      learnt: { checkpoint, references: [checkpoint.runId] },
    })
    expect(await check(checkpoint)).toEqual(progress)
  })

  test('that is running without a status has the stage EXTRACTING', async () => {
    vendor.answers.push(() => ({ kind: 'running', status: null, runId: null }))
    expect(await check(waiting)).toEqual({
      kind: 'running',
      stage: 'EXTRACTING',
      providerStage: null,
      retryAfterMs: null,
    })
  })

  test('with a result stores the whole result in the checkpoint, and makes no further call', async () => {
    const shareUrl = 'https://app.finovox.example/share/1'
    vendor.answers.push(() => ({ kind: 'answered', result: { ...approval, shareUrl } }))
    const documents = [
      { documentId: 'doc_1', status: 'COMPLETED', error: null },
      { documentId: 'doc_2', status: 'COMPLETED', error: null },
    ]
    const ready = { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents }
    const checkpoint = {
      state: 'answered',
      documentIds: ['doc_1', 'doc_2'],
      wantsShareLink: true,
      runId: 'run-1',
      result: { ...approval, shareUrl },
    }
    const progress = await check({ ...waiting, runId: 'run-1', wantsShareLink: true })
    expect(progress).toEqual({ ...ready, learnt: { checkpoint, references: [] } })
    expect(await check(checkpoint)).toEqual(ready)
    const findings = await Array.fromAsync(
      driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents: [] }, checkpoint),
    )
    expect(findings).toMatchObject([{ decision: { providerReference: 'run-1', shareUrl } }])
    expect(vendor.calls).toEqual(['retrieve token-1'])
  })

  test.each([
    [500, 'PROVIDER_REJECTED', true],
    [401, 'PROVIDER_REJECTED', true],
    [403, 'PROVIDER_REJECTED', true],
    [404, 'RESULT_EXPIRED', false],
  ] as const)('P3 answered with %i has failed: %s', async (status, code, retryable) => {
    const error = toRetrieveError(status)
    vendor.answers.push(() => ({ kind: 'failed', error }))
    expect(error).toMatchObject({ code, retryable })
    expect(await check(waiting)).toEqual({
      kind: 'failed',
      error,
      documents: [
        { documentId: 'doc_1', status: 'FAILED', error },
        { documentId: 'doc_2', status: 'FAILED', error },
      ],
    })
  })

  test('whose check fails throws the error, so that it is checked again', async () => {
    const error = new AppError('PROVIDER_UNAVAILABLE', 'Away.', { provider: 'finovox' })
    vendor.answers.push(() => {
      throw error
    })
    await expect(check(waiting)).rejects.toBe(error)
  })

  test('without a result cannot be collected', async () => {
    const collect = Array.fromAsync(
      driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents: [] }, waiting),
    )
    await expect(collect).rejects.toMatchObject({ code: 'INTERNAL', retryable: false })
  })
})

describe('the driver', () => {
  test('has the vendor’s polling interval and limit, and a deadline of two hours', () => {
    expect(driver).toMatchObject({
      polling: { firstMs: 11_500, maxMs: 27_000 },
      deadlineMs: 7_200_000,
      maxParallel: 10,
      options: ['explanation', 'shareLink'],
    })
  })

  test('accepts the documented types, and none that could be read as a form', () => {
    const { mediaTypes } = driver.accepts
    const { document } = createSubmissionDocument('doc_1')
    expect(mediaTypes).toContain(document.mediaType)
    expect(mediaTypes).toEqual(
      expect.arrayContaining(['image/jpeg', 'image/png', 'image/tiff', 'image/heic', 'image/webp']),
    )
    expect(mediaTypes.filter(type => type.includes('officedocument'))).toHaveLength(2)
    for (const other of ['application/json', 'text/plain', 'text/html', 'application/zip'])
      expect(mediaTypes).not.toContain(other)
  })
})

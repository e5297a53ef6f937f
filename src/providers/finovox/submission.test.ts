import { beforeEach, describe, expect, test } from 'vitest'
import { storedOf } from '../../../test/support/connect-client.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import { AppError } from '../../errors.ts'
import type { AnalysisDriver, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { createFraudDriver } from './driver.ts'
import { folderOutcomeUnknown, toCaseError } from './errors.ts'
import { approval, createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

const job = createSubmissionJob(['doc_1', 'doc_2'].map(id => createSubmissionDocument(id)))

let nowMs = 0
let vendor: FakeVendor
const createDriver = (): AnalysisDriver => createFraudDriver(vendor, () => new Date(nowMs))

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  vendor = createFakeVendor()
})

async function submitAll(driver: AnalysisDriver, of: SubmissionJob = job): Promise<SubmissionStep> {
  const announced = await driver.submit(of, null)
  return driver.submit(of, storedOf(announced))
}

const unknown = { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true, provider: 'finovox' }

describe('a submission', () => {
  test('announces the folder, then sends all documents in one call', async () => {
    const driver = createDriver()
    const announced = await driver.submit(job, null)
    expect(announced.kind).toBe('continue')
    expect(vendor.calls).toEqual([])
    expect(await driver.submit(job, storedOf(announced))).toEqual({
      kind: 'submitted',
      checkpoint: {
        state: 'waiting',
        retrieveToken: 'token-1',
        documentIds: ['doc_1', 'doc_2'],
        wantsShareLink: false,
        runId: null,
      },
      references: ['doc_1.pdf', 'doc_2.pdf'],
      providerReference: null,
      ready: false,
    })
    expect(vendor.folders).toEqual([['doc_1.pdf', 'doc_2.pdf']])
  })

  test('that is answered at once is ready and has its result in the checkpoint', async () => {
    vendor.onCase = () => ({ kind: 'answered', result: approval })
    const step = await submitAll(createDriver())
    expect(step).toMatchObject({
      kind: 'submitted',
      ready: true,
      checkpoint: { state: 'answered', result: approval, documentIds: ['doc_1', 'doc_2'] },
    })
    const driver = createDriver()
    expect(await driver.check(storedOf(step), { signal: neverAborted })).toMatchObject({
      kind: 'ready',
      outcome: 'COMPLETED',
    })
    const documents = job.documents.map(({ document }) => document)
    const [findings] = await Array.fromAsync(
      driver.collect({ signal: neverAborted, analysisId: 'ana_1', documents }, storedOf(step)),
    )
    expect(findings?.decision).toMatchObject({ status: 'APPROVED', consistent: true })
    expect(vendor.calls).toEqual(['case'])
  })

  test('without documents, or from a malformed checkpoint, is refused before anything is sent', async () => {
    expect(await failureOf(createDriver().submit(createSubmissionJob([]), null))).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    expect(await failureOf(createDriver().submit(job, { state: 'waiting' }))).toMatchObject({
      code: 'INTERNAL',
      retryable: false,
    })
    expect(vendor.calls).toEqual([])
  })

  test('P20 stores no password of a share link', async () => {
    const options = { explanation: null, shareLink: { access: 'public', password: 'hunter2' } }
    const step = await submitAll(createDriver(), { ...job, options })
    expect(step.checkpoint).toMatchObject({ wantsShareLink: true })
    expect(JSON.stringify(step)).not.toContain('hunter2')
  })
})

describe('P12 a crash', () => {
  test('before the announcement was stored leads to another announcement', async () => {
    await createDriver().submit(job, null)
    expect(await submitAll(createDriver())).toMatchObject({ kind: 'submitted' })
    expect(vendor.folders).toHaveLength(1)
  })

  test('between announcement and call ends with SUBMISSION_OUTCOME_UNKNOWN, and nothing is sent', async () => {
    const announced = await createDriver().submit(job, null)
    expect(await failureOf(createDriver().submit(job, storedOf(announced)))).toMatchObject(unknown)
    expect(vendor.folders).toEqual([])
  })

  test('between the call and its checkpoint ends with SUBMISSION_OUTCOME_UNKNOWN, and nothing is sent twice', async () => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(job, null))
    await driver.submit(job, announced)
    expect(await failureOf(createDriver().submit(job, announced))).toMatchObject(unknown)
    expect(await failureOf(driver.submit(job, announced))).toMatchObject(unknown)
    expect(vendor.folders).toHaveLength(1)
  })

  test('after the last checkpoint repeats the last step without a call', async () => {
    const submitted = await submitAll(createDriver())
    expect(await createDriver().submit(job, storedOf(submitted))).toEqual(submitted)
    expect(vendor.folders).toHaveLength(1)
  })

  test('is assumed when a worker continues its announcement after more than 5 s', async () => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(job, null))
    nowMs += 5_001
    expect(await failureOf(driver.submit(job, announced))).toMatchObject(unknown)
    expect(vendor.folders).toEqual([])
  })
})

describe('P12 a folder', () => {
  test('whose outcome is unknown is not sent again by any worker', async () => {
    const cause = new AppError('PROVIDER_TIMEOUT', 'No answer.', { provider: 'finovox' })
    vendor.onCase = () => {
      throw folderOutcomeUnknown(cause)
    }
    const driver = createDriver()
    const announced = storedOf(await driver.submit(job, null))
    expect(await failureOf(driver.submit(job, announced))).toMatchObject({ ...unknown, cause })
    for (const other of [driver, createDriver()])
      expect(await failureOf(other.submit(job, announced))).toMatchObject(unknown)
    expect(vendor.folders).toHaveLength(1)
  })

  test.each([
    ['a documented 500', toCaseError(500)],
    ['a 429', new AppError('PROVIDER_RATE_LIMITED', 'Slow down.', { provider: 'finovox', retryAfterSeconds: 42 })],
    ['a refused connection', new AppError('PROVIDER_UNAVAILABLE', 'Refused.', { provider: 'finovox' })],
  ])('after %s is announced and sent again by any worker', async (_, error) => {
    vendor.onCase = count =>
      count === 1 ? { kind: 'postponed', error } : { kind: 'accepted', retrieveToken: `token-${count}` }
    const driver = createDriver()
    const postponed = await submitAll(driver)
    expect(postponed).toEqual({ kind: 'postponed', checkpoint: { state: 'open' }, error })
    const announced = await createDriver().submit(job, storedOf(postponed))
    expect(announced.kind).toBe('continue')
    const other = createDriver()
    const again = await other.submit(job, storedOf(postponed))
    expect(await other.submit(job, storedOf(again))).toMatchObject({
      kind: 'submitted',
      checkpoint: { retrieveToken: 'token-2' },
    })
    expect(vendor.folders).toHaveLength(2)
  })

  test.each([401, 403, 413, 422])('that is refused with %i makes the submission fail', async status => {
    vendor.onCase = () => {
      throw toCaseError(status)
    }
    expect(await failureOf(submitAll(createDriver()))).toMatchObject({
      retryable: false,
      providerCode: String(status),
    })
  })
})

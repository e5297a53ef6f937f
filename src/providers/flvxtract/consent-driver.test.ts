import { beforeEach, describe, expect, test } from 'vitest'
import { storedOf } from '../../../test/support/connect-client.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { ConsentDriver, ConsentJob, Progress, SubmissionStep } from '../analysis-driver.ts'
import { createConsentDriver } from './consent-driver.ts'
import { transactionPayload } from './payloads.ts'
import { blank, createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

const job: ConsentJob = {
  analysisId: 'ana_1',
  customer: { name: 'Testine Musterwoman', email: 'testine@example.com' },
  redirectUrl: 'https://app.example.com/back',
  signal: neverAborted,
}
const expiresAt = '2026-03-12T10:00:00.000Z'
const joinUrl = 'https://vendor.example/join/con-1'
const action = { type: 'OPEN_URL', documentIds: [], url: joinUrl, expiresAt: new Date(expiresAt) }

let nowMs = 0
let vendor: FakeVendor
const createDriver = (): ConsentDriver => createConsentDriver(vendor, () => new Date(nowMs))

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  vendor = createFakeVendor()
  vendor.onConsent = () => ({ id: 'con-1', joinLink: joinUrl, expiresAt: new Date(expiresAt) })
})

async function invite(driver: ConsentDriver = createDriver()): Promise<SubmissionStep> {
  return driver.submit(job, storedOf(await driver.submit(job, null)))
}

const unknown = { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true }

describe('an invitation', () => {
  test('is announced, then made, and returns the page to open', async () => {
    const requests: unknown[] = []
    const { onConsent } = vendor
    vendor.onConsent = request => {
      requests.push({ customer: request.customer, redirectUrl: request.redirectUrl })
      return onConsent(request)
    }
    const driver = createDriver()
    const announced = await driver.submit(job, null)
    expect(announced.kind).toBe('continue')
    expect(vendor.calls).toEqual([])
    const invited = await driver.submit(job, storedOf(announced))
    expect(invited).toMatchObject({
      kind: 'action-required',
      action,
      references: ['con-1'],
      providerReference: 'con-1',
    })
    expect(requests).toEqual([{ customer: job.customer, redirectUrl: job.redirectUrl }])
    expect(await driver.submit(job, storedOf(invited))).toEqual(invited)
    expect(vendor.calls).toEqual(['consent'])
  })

  test('P20 stores nothing about the customer in a checkpoint', async () => {
    const driver = createDriver()
    const announced = await driver.submit(job, null)
    const invited = await driver.submit(job, storedOf(announced))
    for (const step of [announced, invited]) expect(JSON.stringify(step)).not.toMatch(/testine|app\.example/i)
  })

  test('has no expiry when the vendor gives none', async () => {
    vendor.onConsent = () => ({ id: 'con-1', joinLink: joinUrl, expiresAt: null })
    expect(await invite()).toMatchObject({ action: { ...action, expiresAt: null } })
  })

  test('P12 announced by another worker is not made, because it may have been made already', async () => {
    const announced = storedOf(await createDriver().submit(job, null))
    expect(await failureOf(createDriver().submit(job, announced))).toMatchObject(unknown)
    expect(vendor.calls).toEqual([])
  })

  test('P12 whose answer was not stored is not made again by the same worker', async () => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(job, null))
    await driver.submit(job, announced)
    expect(await failureOf(driver.submit(job, announced))).toMatchObject(unknown)
    expect(vendor.calls).toEqual(['consent'])
  })

  test('P12 announced more than 5 s ago is not made, because another worker may have taken over', async () => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(job, null))
    nowMs += 5_001
    expect(await failureOf(driver.submit(job, announced))).toMatchObject(unknown)
    expect(vendor.calls).toEqual([])
  })

  test('P12 whose outcome is unknown throws SUBMISSION_OUTCOME_UNKNOWN', async () => {
    vendor.onConsent = () => {
      throw new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'The connection broke.')
    }
    expect(await failureOf(invite())).toMatchObject(unknown)
  })

  test.each([
    ['PROVIDER_UNAVAILABLE', null],
    ['PROVIDER_RATE_LIMITED', 30],
    ['PROVIDER_QUOTA_EXCEEDED', null],
  ] as const)(
    'P12 refused with %s was not made, and any worker can announce it again',
    async (code, retryAfterSeconds) => {
      vendor.onConsent = () => {
        throw new AppError(code, 'Not now.', { retryAfterSeconds })
      }
      const postponed = await invite()
      expect(postponed).toMatchObject({ kind: 'postponed', error: { code, retryAfterSeconds } })
      vendor = createFakeVendor()
      expect(await createDriver().submit(job, storedOf(postponed))).toMatchObject({ kind: 'continue' })
      const driver = createDriver()
      const announced = await driver.submit(job, storedOf(postponed))
      expect(await driver.submit(job, storedOf(announced))).toMatchObject({ kind: 'action-required' })
      expect(vendor.calls).toEqual(['consent'])
    },
  )

  test('with a malformed checkpoint is refused', async () => {
    expect(await failureOf(createDriver().submit(job, { request: 'con-1' }))).toMatchObject({
      code: 'INTERNAL',
      retryable: false,
    })
  })
})

describe('a look at the progress', () => {
  let invited: JsonValue
  beforeEach(async () => {
    invited = storedOf(await invite())
    vendor.calls.length = 0
  })
  const check = (checkpoint: JsonValue = invited): Promise<Progress> =>
    createDriver().check(checkpoint, { signal: neverAborted })

  /** Adds a statement that came by a request. */
  function share(members: Partial<typeof blank> = {}, consentRequestId = 'con-1'): string {
    const id = `st-${vendor.statements.length + 1}`
    vendor.statements.push({ ...blank, id, fileName: 'shared.pdf', consentRequestId, ...members })
    return id
  }

  test('waits for the customer while the request has no statement', async () => {
    share({ consentRequestId: null })
    share({ status: 'Completed' }, 'con-2')
    expect(await check()).toEqual({ kind: 'action-required', action, providerStage: null })
  })

  test.each([
    ['Processing', 'EXTRACTING'],
    ['Queued', 'WAITING'],
  ])('is running while the statement is %s, and adds its id to the references', async (status, stage) => {
    share({ status: 'Completed' }, 'con-2')
    const id = share({ status })
    const progress = await check()
    expect(progress).toMatchObject({ kind: 'running', stage, providerStage: status, learnt: { references: [id] } })
  })

  test('finds a stored statement again when the list no longer names its request', async () => {
    const id = share()
    const { learnt } = await check()
    if (!learnt) throw new Error('Nothing was learnt.')
    vendor.change(id, { consentRequestId: null, status: 'Completed' })
    expect(await check(storedOf(learnt))).toMatchObject({
      kind: 'ready',
      outcome: 'COMPLETED',
      providerStage: 'Completed',
      documents: [],
      learnt: { references: [id] },
    })
  })

  test('waits for all statements of a request', async () => {
    share({ status: 'Completed' })
    const second = share()
    expect(await check()).toMatchObject({ kind: 'running', learnt: { references: ['st-1', 'st-2'] } })
    vendor.change(second, { status: 'Completed' })
    expect(await check()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
  })

  test.each([
    [['Completed', 'Partial'], { kind: 'ready', outcome: 'PARTIAL' }],
    [['Completed', 'Failed'], { kind: 'ready', outcome: 'PARTIAL' }],
    [['Failed', 'Failed'], { kind: 'failed', error: { code: 'PROVIDER_REJECTED' }, documents: [] }],
  ])('of statements %j is %j', async (statuses, expected) => {
    for (const status of statuses) share({ status })
    expect(await check()).toMatchObject(expected)
  })

  test('names the fault of an unreadable statement', async () => {
    share({ status: 'Failed', failureReason: 'The file is encrypted.' })
    expect(await check()).toMatchObject({ kind: 'failed', error: { code: 'DOCUMENT_PASSWORD_INCORRECT' } })
  })

  test('at several requests reads the list once and separates their statements', async () => {
    vendor.onConsent = () => ({ id: 'con-2', joinLink: joinUrl, expiresAt: null })
    const other = storedOf(await invite())
    share({ status: 'Completed' }, 'con-2')
    vendor.calls.length = 0
    const driver = createDriver()
    expect(await driver.checkMany?.([invited, other], { signal: neverAborted })).toMatchObject([
      { kind: 'action-required' },
      { kind: 'ready', learnt: { references: ['st-1'] } },
    ])
    expect(vendor.calls).toEqual(['list 1', 'get st-1'])
  })

  test('collects statements that have no document of ours', async () => {
    const id = share({ status: 'Completed', bankName: 'GTBank' })
    const row = transactionPayload.parse({ id: 't-1', date: '2026-01-05', amount: '-12.50', type: 'debit' })
    vendor.analyses.set(id, [{ kind: 'transaction', transaction: row }])
    const { learnt } = await check()
    if (!learnt) throw new Error('Nothing was learnt.')
    const collection = { analysisId: 'ana_1', documents: [], signal: neverAborted }
    vendor.calls.length = 0
    const findings = await Array.fromAsync(createDriver().collect(collection, storedOf(learnt)))
    expect(findings).toMatchObject([
      { transactions: [{ statementReference: id, documentId: null, amount: '-12.50' }] },
      { statements: [{ reference: id, documentId: null, bankName: 'GTBank' }] },
    ])
    expect(vendor.calls).toEqual([`analysis ${id}`])
  })
})

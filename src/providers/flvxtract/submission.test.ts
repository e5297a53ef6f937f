import { beforeEach, describe, expect, test } from 'vitest'
import { storedOf } from '../../../test/support/connect-client.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { AnalysisDriver, SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { createExtractionDriver } from './driver.ts'
import { toDocumentError, toFlvxtractError } from './errors.ts'
import { blank, createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

const silent = { words: '', quotaType: null, traceId: null }
const threeDocuments = createSubmissionJob(['doc_1', 'doc_2', 'doc_3'].map(id => createSubmissionDocument(id)))
const oneDocument = createSubmissionJob([createSubmissionDocument('doc_1')])

let nowMs = 0
let vendor: FakeVendor
const now = () => new Date(nowMs)
const createDriver = (): AnalysisDriver => createExtractionDriver(vendor, now)

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  vendor = createFakeVendor()
})

interface Walk {
  readonly steps: readonly SubmissionStep[]
  readonly last: SubmissionStep
}

/** Takes steps until they end. Steps whose number is in `lost` happen, but are forgotten by a crash before they are stored. */
async function walk(job: SubmissionJob, from: JsonValue = null, lost: readonly number[] = []): Promise<Walk> {
  let driver = createDriver()
  let checkpoint = from
  const steps: SubmissionStep[] = []
  for (let count = 1; count < 50; count += 1) {
    const step = await driver.submit(job, checkpoint)
    if (lost.includes(count)) {
      driver = createDriver()
      continue
    }
    steps.push(step)
    checkpoint = storedOf(step)
    if (step.kind !== 'continue') return { steps, last: step }
  }
  throw new Error('The submission never ended.')
}

/** The number of uploads of each document. */
function uploads(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const call of vendor.calls.filter(one => one.startsWith('upload '))) counts[call] = (counts[call] ?? 0) + 1
  return counts
}

const eachOnce = { 'upload ana_1-doc_1.pdf': 1, 'upload ana_1-doc_2.pdf': 1, 'upload ana_1-doc_3.pdf': 1 }

describe('a submission', () => {
  test('announces each upload, makes it, and returns the known statements as references at every step', async () => {
    const { steps } = await walk(threeDocuments)
    expect(steps.map(step => [step.kind, 'references' in step ? step.references : undefined])).toEqual([
      ['continue', []],
      ['continue', ['st-1']],
      ['continue', ['st-1']],
      ['continue', ['st-1', 'st-2']],
      ['continue', ['st-1', 'st-2']],
      ['continue', ['st-1', 'st-2', 'st-3']],
      ['submitted', ['st-1', 'st-2', 'st-3']],
    ])
    expect(vendor.calls).toEqual(['upload ana_1-doc_1.pdf', 'upload ana_1-doc_2.pdf', 'upload ana_1-doc_3.pdf'])
  })

  test('of one document has its statement as provider reference, of several documents none', async () => {
    expect((await walk(oneDocument)).last).toMatchObject({ kind: 'submitted', providerReference: 'st-1' })
    expect((await walk(threeDocuments)).last).toMatchObject({ kind: 'submitted', providerReference: null })
  })

  test('returns the same references when its last step is repeated', async () => {
    const { last } = await walk(threeDocuments)
    vendor.calls.length = 0
    expect(await createDriver().submit(threeDocuments, storedOf(last))).toEqual(last)
    expect(vendor.calls).toEqual([])
  })

  test('without documents, or from a malformed checkpoint, is refused', async () => {
    expect(await failureOf(walk(createSubmissionJob([])))).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await failureOf(walk(oneDocument, { statements: 'none' }))).toMatchObject({
      code: 'INTERNAL',
      retryable: false,
    })
  })
})

describe('a crash', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('P12 after step %i, before it was stored, sends nothing twice', async lost => {
    const { last } = await walk(threeDocuments, null, [lost])
    expect(last).toMatchObject({ kind: 'submitted', references: ['st-1', 'st-2', 'st-3'] })
    expect(uploads()).toEqual(eachOnce)
  })

  test('P12 after every other step sends nothing twice', async () => {
    const { last } = await walk(threeDocuments, null, [2, 4, 6, 8, 10])
    expect(last).toMatchObject({ kind: 'submitted', references: ['st-1', 'st-2', 'st-3'] })
    expect(uploads()).toEqual(eachOnce)
  })

  test('between announcement and upload leads to a look-up and then the upload', async () => {
    const announced = await createDriver().submit(oneDocument, null)
    expect((await walk(oneDocument, storedOf(announced))).last).toMatchObject({ references: ['st-1'] })
    expect(vendor.calls).toEqual(['list 1', 'upload ana_1-doc_1.pdf'])
  })
})

describe('an upload with an unknown outcome', () => {
  test.each([true, false])('P12 is looked up before anything is sent again (arrived: %s)', async arrives => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(oneDocument, null))
    vendor.arrives = arrives
    vendor.onUpload = () => {
      throw new AppError('PROVIDER_TIMEOUT', 'No answer.', { provider: 'flvxtract' })
    }
    expect(await failureOf(driver.submit(oneDocument, announced))).toMatchObject({ code: 'PROVIDER_TIMEOUT' })
    vendor.arrives = true
    vendor.onUpload = () => null
    const step = await driver.submit(oneDocument, announced)
    expect(step).toMatchObject({ kind: 'continue', references: ['st-1'] })
    const again = arrives ? [] : ['upload ana_1-doc_1.pdf']
    expect(vendor.calls).toEqual(['upload ana_1-doc_1.pdf', 'list 1', ...again])
  })

  test('P12 is looked up also by the worker that announced it, if more than 5 s have passed', async () => {
    const driver = createDriver()
    const announced = storedOf(await driver.submit(oneDocument, null))
    nowMs += 5_001
    await driver.submit(oneDocument, announced)
    expect(vendor.calls).toEqual(['list 1', 'upload ana_1-doc_1.pdf'])
  })

  async function afterCrash(): Promise<SubmissionStep> {
    const announced = await createDriver().submit(oneDocument, null)
    return createDriver().submit(oneDocument, storedOf(announced))
  }

  test('is found on a later page in any order', async () => {
    for (let count = 0; count < 120; count += 1)
      vendor.statements.push({ ...blank, id: `x-${count}`, fileName: `x-${count}.pdf` })
    vendor.statements.push({ ...blank, id: 'st-mine', fileName: 'ana_1-doc_1.pdf' })
    expect(await afterCrash()).toMatchObject({ references: ['st-mine'] })
    expect(vendor.calls).toEqual(['list 1', 'list 2', 'list 3'])
  })

  test('P12 is found also when the statement failed at once, and is not sent again', async () => {
    vendor.statements.push({ ...blank, id: 'st-mine', fileName: 'ana_1-doc_1.pdf', status: 'FAILED' })
    expect(await afterCrash()).toMatchObject({ references: ['st-mine'] })
    expect(uploads()).toEqual({})
  })

  test.each(['FAILED', 'COMPLETED'])(
    'is not confused with a statement of an earlier analysis of the document (%s)',
    async status => {
      vendor.statements.push({ ...blank, id: 'st-old', fileName: 'ana_old-doc_1.pdf', status })
      expect(await afterCrash()).toMatchObject({ references: ['st-2'] })
    },
  )

  test('is searched for until a page has no new statement', async () => {
    vendor.list = async page => {
      vendor.calls.push(`list ${page}`)
      return { items: [{ ...blank, id: 'x-1', fileName: 'x.pdf' }], total: null }
    }
    await afterCrash()
    expect(vendor.calls).toEqual(['list 1', 'list 2', 'upload ana_1-doc_1.pdf'])
  })

  test.each([
    ['an endless list', (page: number) => ({ items: [{ ...blank, id: `x-${page}`, fileName: 'x.pdf' }], total: null })],
    ['a list that names no file', () => ({ items: [{ ...blank, id: 'x-1' }], total: 1 })],
  ])('P12 stays unknown with %s, and nothing is sent', async (_, list) => {
    vendor.list = async page => list(page)
    const error = await failureOf(afterCrash())
    expect(error).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true })
    expect(uploads()).toEqual({})
  })
})

describe('a refused document', () => {
  const refusal = {
    kind: 'rejected',
    error: toDocumentError(400, { ...silent, words: 'Unsupported format.' }),
  } as const

  test('fails alone, and the others continue', async () => {
    vendor.onUpload = fileName => (fileName === 'ana_1-doc_2.pdf' ? refusal : null)
    const { last } = await walk(threeDocuments)
    expect(last).toMatchObject({ kind: 'submitted', references: ['st-1', 'st-3'] })
    for (const id of ['st-1', 'st-3']) vendor.change(id, { status: 'Completed' })
    expect(await createDriver().check(storedOf(last), { signal: neverAborted })).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      documents: [
        { documentId: 'doc_2', status: 'FAILED', error: { code: 'STATEMENT_UNSUPPORTED_FORMAT', providerCode: '400' } },
        { documentId: 'doc_1', status: 'COMPLETED', error: null },
        { documentId: 'doc_3', status: 'COMPLETED', error: null },
      ],
    })
  })

  test('makes the analysis fail when all are refused', async () => {
    vendor.onUpload = () => refusal
    const error = {
      code: 'STATEMENT_UNSUPPORTED_FORMAT',
      retryable: false,
      provider: 'flvxtract',
      providerCode: '400',
    }
    const documents = threeDocuments.documents.map(({ document }) => ({
      documentId: document.id,
      status: 'FAILED',
      error,
    }))
    expect((await walk(threeDocuments)).last).toMatchObject({ kind: 'failed', error, documents })
    expect(uploads()).toEqual(eachOnce)
  })

  test('that is protected leads to a request for an unprotected copy, which replaces it', async () => {
    const locked = {
      kind: 'rejected',
      error: toDocumentError(400, { ...silent, words: 'Password required.' }),
    } as const
    vendor.onUpload = () => locked
    const { last } = await walk(oneDocument)
    expect(last).toMatchObject({
      kind: 'action-required',
      action: { type: 'REUPLOAD', documentIds: ['doc_1'], url: null, expiresAt: null },
      documents: [{ documentId: 'doc_1', status: 'FAILED', error: { code: 'DOCUMENT_PASSWORD_INCORRECT' } }],
    })
    vendor.onUpload = () => null
    const resumed = createSubmissionJob([createSubmissionDocument('doc_9')])
    expect((await walk(resumed, storedOf(last))).last).toMatchObject({ kind: 'submitted', references: ['st-2'] })
  })
})

describe('a refusal of the account', () => {
  test('402 throws PROVIDER_QUOTA_EXCEEDED and ends the submission', async () => {
    vendor.onUpload = () => {
      throw toFlvxtractError(402, { ...silent, quotaType: 'MonthlyUploads' })
    }
    expect(await failureOf(walk(threeDocuments))).toMatchObject({ code: 'PROVIDER_QUOTA_EXCEEDED', retryable: false })
    expect(uploads()).toEqual({ 'upload ana_1-doc_1.pdf': 1 })
  })

  test('P12 429 is returned with its waiting time, and nothing is sent', async () => {
    vendor.onUpload = () => {
      throw new AppError('PROVIDER_RATE_LIMITED', 'Slow down.', { provider: 'flvxtract', retryAfterSeconds: 42 })
    }
    expect(await failureOf(walk(oneDocument))).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 42 })
    expect(uploads()).toEqual({ 'upload ana_1-doc_1.pdf': 1 })
  })
})

test('a resumed submission keeps the statements of remaining documents and drops those of removed ones', async () => {
  const { last } = await walk(threeDocuments)
  const resumed = createSubmissionJob(['doc_1', 'doc_4'].map(id => createSubmissionDocument(id)))
  expect((await walk(resumed, storedOf(last))).last).toMatchObject({ kind: 'submitted', references: ['st-1', 'st-4'] })
})

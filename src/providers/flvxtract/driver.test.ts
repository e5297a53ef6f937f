import { beforeEach, describe, expect, test } from 'vitest'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import type { JsonValue } from '../../domain/json.ts'
import type { Checkpoint } from './checkpoint.ts'
import { createExtractionDriver } from './driver.ts'
import { transactionPayload } from './payloads.ts'
import { blank, createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

let vendor: FakeVendor
const createDriver = () => createExtractionDriver(vendor, () => new Date(0))
const check = (checkpoint: JsonValue) => createDriver().check(checkpoint, { signal: neverAborted })

beforeEach(() => {
  vendor = createFakeVendor()
})

/** A submitted analysis whose n-th document became a statement with the n-th status. */
function submitted(...statuses: (string | Partial<typeof blank>)[]): Checkpoint {
  const first = vendor.statements.length + 1
  const statements = statuses.map((status, index) => {
    const statementId = `st-${first + index}`
    vendor.statements.push({ ...blank, id: statementId, ...(typeof status === 'string' ? { status } : status) })
    return { documentId: `doc_${first + index}`, statementId }
  })
  return { uploading: null, statements, extracted: [], rejections: [] }
}

const completed = (documentId: string) => ({ documentId, status: 'COMPLETED', error: null })

describe('a look at the progress', () => {
  test.each([
    ['Processing', 'EXTRACTING'],
    ['AwaitingReview', 'EXTRACTING'],
    ['Queued', 'WAITING'],
  ])('returns running while the statement is %s', async (status, stage) => {
    expect(await check(submitted(status))).toEqual({
      kind: 'running',
      stage,
      providerStage: status,
      retryAfterMs: null,
    })
  })

  test('returns running while one of several statements is running, and requests each once', async () => {
    expect(await check(submitted('Completed', 'Queued', 'Processing', 'Failed'))).toEqual({
      kind: 'running',
      stage: 'EXTRACTING',
      providerStage: 'Queued, Processing',
      retryAfterMs: null,
    })
    expect([...vendor.calls].sort()).toEqual(['get st-1', 'get st-2', 'get st-3', 'get st-4'])
  })

  test('is ready and COMPLETED when all are', async () => {
    expect(await check(submitted('Completed', 'completed'))).toMatchObject({
      kind: 'ready',
      outcome: 'COMPLETED',
      providerStage: 'Completed, completed',
      documents: [completed('doc_1'), completed('doc_2')],
    })
  })

  test('is ready and PARTIAL when one is partial', async () => {
    expect(await check(submitted('Partial'))).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      providerStage: 'Partial',
      documents: [{ documentId: 'doc_1', status: 'PARTIAL', error: null }],
    })
  })

  test('is ready and PARTIAL when one failed', async () => {
    expect(
      await check(submitted('Completed', { status: 'Failed', failureReason: 'Page 2 is missing.' })),
    ).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      documents: [completed('doc_1'), { documentId: 'doc_2', status: 'FAILED', error: { code: 'PROVIDER_REJECTED' } }],
    })
  })

  test.each([
    ['Unsupported bank layout of Testine Musterwoman', 'STATEMENT_UNSUPPORTED_FORMAT', 'Failed'],
    ['SCANNED_DOCUMENT', 'DOCUMENT_IS_IMAGE', 'SCANNED_DOCUMENT'],
    ['duplicate', 'STATEMENT_DUPLICATE', 'duplicate'],
    ['Page 2 is missing.', 'PROVIDER_REJECTED', 'Failed'],
    [null, 'PROVIDER_REJECTED', 'Failed'],
  ])('has failed when all did: "%s" is %s, in words of ours', async (failureReason, code, providerCode) => {
    const progress = await check(submitted({ status: 'Failed', failureReason }))
    const error = { code, providerCode, retryable: false, provider: 'flvxtract' }
    expect(progress).toMatchObject({
      kind: 'failed',
      error,
      documents: [{ documentId: 'doc_1', status: 'FAILED', error }],
    })
    expect(JSON.stringify(progress)).not.toContain('Musterwoman')
  })

  test('has failed with RESULT_EXPIRED when the statement is gone', async () => {
    const checkpoint = {
      uploading: null,
      statements: [{ documentId: 'doc_1', statementId: 'st-gone' }],
      rejections: [],
    }
    expect(await check(checkpoint)).toMatchObject({ kind: 'failed', error: { code: 'RESULT_EXPIRED' } })
  })

  test('asks for unprotected copies of protected documents when all others are finished', async () => {
    const checkpoint = submitted('Processing', { status: 'Failed', failureReason: 'The PDF is encrypted.' })
    expect(await check(checkpoint)).toMatchObject({ kind: 'running' })
    vendor.change('st-1', { status: 'Completed' })
    expect(await check(checkpoint)).toEqual({
      kind: 'action-required',
      action: { type: 'REUPLOAD', documentIds: ['doc_2'], url: null, expiresAt: null },
      providerStage: 'Completed, Failed',
      documents: [
        { documentId: 'doc_1', status: 'COMPLETED', error: null },
        {
          documentId: 'doc_2',
          status: 'FAILED',
          error: expect.objectContaining({ code: 'DOCUMENT_PASSWORD_INCORRECT' }),
        },
      ],
    })
  })

  test('without submitted documents returns running', async () => {
    expect(await check(null)).toMatchObject({ kind: 'running', stage: 'WAITING' })
  })
})

describe('a look at many analyses', () => {
  test('reads one list for all, and returns the same results as single looks, in order', async () => {
    const checkpoints = [submitted('Processing'), submitted('Completed', 'Partial'), submitted('Completed')]
    const alone = await Promise.all(checkpoints.map(check))
    vendor.calls.length = 0
    expect(await createDriver().checkMany?.(checkpoints, { signal: neverAborted })).toEqual(alone)
    expect(vendor.calls).toEqual(['list 1'])
  })

  test('requests single statements that the list lacks, gives no status for or calls failed', async () => {
    const checkpoints = [
      submitted('Completed'),
      submitted({ status: 'Failed', failureReason: 'SCANNED' }),
      submitted('Processing'),
      submitted('Processing'),
    ]
    const list = vendor.list
    vendor.list = async page => {
      const { items, total } = await list(page)
      return { total, items: items.slice(0, 3).map(item => (item.id === 'st-3' ? { ...item, status: '' } : item)) }
    }
    const progress = await createDriver().checkMany?.(checkpoints, { signal: neverAborted })
    expect(progress?.map(one => one.kind)).toEqual(['ready', 'failed', 'running', 'running'])
    expect(vendor.calls).toEqual(['list 1', 'list 2', 'get st-2', 'get st-3', 'get st-4'])
  })

  test('requests a single statement for a single analysis', async () => {
    expect(await createDriver().checkMany?.([submitted('Completed')], { signal: neverAborted })).toMatchObject([
      { kind: 'ready' },
    ])
    expect(vendor.calls).toEqual(['get st-1'])
  })
})

describe('a collection', () => {
  const job = { analysisId: 'ana_1', documents: [], signal: neverAborted }
  const collect = (checkpoint: JsonValue) => Array.fromAsync(createDriver().collect(job, checkpoint))
  const row = { kind: 'transaction', transaction: transactionPayload.parse({ amount: '1' }) } as const

  test.each(['alone', 'together'])(
    'yields the statements that a look %s found, each for its document, without asking for them again',
    async way => {
      const checkpoint = submitted('Completed', 'Failed', { status: 'Partial', bankName: 'Lagoon Bank' })
      for (const id of ['st-1', 'st-2', 'st-3']) vendor.analyses.set(id, [row])
      const looked =
        way === 'alone'
          ? [await check(checkpoint)]
          : await createDriver().checkMany?.([checkpoint], { signal: neverAborted })
      vendor.calls.length = 0
      const findings = await collect(looked?.[0]?.learnt?.checkpoint ?? null)
      const statements = findings.flatMap(batch => batch.statements ?? [])
      expect(statements.map(one => [one.reference, one.documentId, one.bankName])).toEqual([
        ['st-1', 'doc_1', null],
        ['st-3', 'doc_3', 'Lagoon Bank'],
      ])
      expect(findings.flatMap(batch => batch.transactions ?? []).map(one => one.statementReference)).toEqual([
        'st-1',
        'st-3',
      ])
      expect(vendor.calls).toEqual(['analysis st-1', 'analysis st-3'])
    },
  )

  test('before a check found the result ready is an INTERNAL error', async () => {
    await expect(collect(submitted('Processing'))).rejects.toThrow('before a check found it ready')
  })
})

import fc from 'fast-check'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { stored } from '../../../test/support/connect-client.ts'
import { AppError } from '../../errors.ts'
import type { Progress } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { createProgress } from './progress.ts'
import { createFakeVendor, emptyHead, type FakeVendor } from './testing/fake-vendor.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const submittedMs = Date.parse('2026-03-05T10:00:00Z')

let nowMs = 0
let vendor: FakeVendor

beforeEach(() => {
  nowMs = submittedMs
  vendor = createFakeVendor()
})

/** An analysis of two statements, submitted at 10:00. */
const submitted: Checkpoint = {
  ...parseCheckpoint(null),
  requestId: 'q-1',
  media: [
    { documentId: 'doc_1', mediumId: 'm-1', kind: 'BANK_STATEMENT' },
    { documentId: 'doc_2', mediumId: 'm-2', kind: 'BANK_STATEMENT' },
  ],
  earlier: [],
  notedAt: new Date(submittedMs).toISOString(),
  submittedAt: new Date(submittedMs).toISOString(),
}

/** Looks as workers do: each with the checkpoint that the previous look stored. */
function createLooks(from: Checkpoint = submitted, pollSpeedup = 1) {
  const check = createProgress({ datasource: vendor, now: () => new Date(nowMs), pollSpeedup })
  let checkpoint = from
  return {
    checkpoint: () => checkpoint,
    async look(): Promise<Progress> {
      const progress = await check(checkpoint, neverAborted)
      if (progress.learnt) checkpoint = parseCheckpoint(stored(progress.learnt.checkpoint))
      return progress
    },
  }
}

const running = { kind: 'running', stage: 'EXTRACTING', providerStage: 'pending_analysis 1.1', retryAfterMs: null }

describe('a look at the progress', () => {
  test('without a report returns running with the vendor’s status, and no new checkpoint', async () => {
    expect(await createLooks().look()).toEqual(running)
    expect(vendor.calls).toEqual(['list', 'status'])
  })

  test('finds the report that covers every statement, and adds it to the references', async () => {
    const looks = createLooks()
    vendor.report('r-1', 2, { creation: new Date('2026-03-05T10:03:00Z') })
    const progress = await looks.look()
    expect(progress).toEqual({
      kind: 'ready',
      outcome: 'COMPLETED',
      providerStage: null,
      documents: [
        { documentId: 'doc_1', status: 'COMPLETED', error: null },
        { documentId: 'doc_2', status: 'COMPLETED', error: null },
      ],
      learnt: {
        checkpoint: {
          ...submitted,
          reports: [{ id: 'r-1', statements: 2, creation: '2026-03-05T10:03:00.000Z' }],
          newsAt: '2026-03-05T10:00:00.000Z',
          reportId: 'r-1',
        },
        references: ['q-1', 'r-1'],
      },
    })
    expect(vendor.calls).toEqual(['list', 'head r-1'])
  })

  test.each([3, 5])(
    'accepts a report with more entries than statements (%i), because one document may hold several',
    async count => {
      vendor.report('r-1', count)
      expect(await createLooks().look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    },
  )

  test('does not count documents of other kinds', async () => {
    const other = { documentId: 'doc_3', mediumId: 'm-3', kind: 'OTHER' } as const
    vendor.report('r-1', 2)
    const progress = await createLooks({ ...submitted, media: [other, ...submitted.media] }).look()
    expect(progress).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
  })

  test('does not take a report on the first statement, but the later one on all', async () => {
    const looks = createLooks()
    vendor.report('r-1', 1)
    expect(await looks.look()).toMatchObject(running)
    vendor.report('r-2', 2)
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    expect(looks.checkpoint().reportId).toBe('r-2')
  })

  test('repeated looks read each report only once', async () => {
    const looks = createLooks()
    vendor.report('r-1', 1)
    vendor.report('r-2', 1, { source: 'doc_xray' })
    await looks.look()
    await looks.look()
    await looks.look()
    expect(vendor.calls.filter(call => call.startsWith('head'))).toEqual(['head r-1'])
  })

  test('takes the newest report by its own time, not by its place in the list', async () => {
    const looks = createLooks()
    vendor.report('r-new', 2, { creation: new Date('2026-03-05T10:09:00Z') })
    vendor.report('r-old', 2, { creation: new Date('2026-03-05T10:08:00Z') })
    await looks.look()
    expect(looks.checkpoint().reportId).toBe('r-new')
  })

  test('without times takes the report on more statements, and of equal ones the later one', async () => {
    const looks = createLooks()
    vendor.report('r-1', 3)
    vendor.report('r-2', 2)
    await looks.look()
    expect(looks.checkpoint().reportId).toBe('r-1')
    vendor.report('r-3', 3)
    await looks.look()
    expect(looks.checkpoint().reportId).toBe('r-3')
  })
})

describe('a report is not the result', () => {
  test.each([
    ['if the list says it is from another product', () => vendor.report('r-1', 2, { source: 'doc_xray' })],
    [
      'if only the report itself says it is from another product',
      () => {
        const { head } = vendor.report('r-1', 2, { source: null })
        Object.assign(vendor.reportsThere[0] ?? {}, { head: { ...head, source: 'financial_xray' } })
      },
    ],
    ['if it is about another request', () => vendor.report('r-1', 2, { request: 'q-other' })],
    ['if it is listed but answered with 404', () => vendor.report('r-1', 2, { isGone: true })],
    [
      'if it has no content',
      () => {
        vendor.report('r-1', 2)
        Object.assign(vendor.reportsThere[0] ?? {}, { head: emptyHead })
      },
    ],
  ])('%s', async (_, write) => {
    write()
    const looks = createLooks()
    expect(await looks.look()).toMatchObject(running)
    // Also after a long time as the only report.
    nowMs += 50 * hourMs
    expect(await looks.look()).toMatchObject({ kind: 'running' })
  })

  test('until it can be read: the next look tries again', async () => {
    const looks = createLooks()
    const report = vendor.report('r-1', 2, { isGone: true })
    await looks.look()
    report.isGone = false
    expect(await looks.look()).toMatchObject({ kind: 'ready' })
  })

  test('unless its source is unknown: the list was filtered by our source', async () => {
    vendor.report('r-1', 2, { source: null })
    expect(await createLooks().look()).toMatchObject({ kind: 'ready' })
  })
})

describe('a report from before the last medium went online', () => {
  const creation = (ms: number) => ({ creation: new Date(submittedMs + ms) })

  test('that was noted then is never COMPLETED, and after half an hour is PARTIAL', async () => {
    const looks = createLooks({ ...submitted, earlier: ['r-early'] })
    vendor.report('r-early', 2, creation(5_000))
    expect(await looks.look()).toMatchObject(running)
    nowMs += 30 * minuteMs - 1
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += 1
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'PARTIAL' })
    expect(looks.checkpoint().reportId).toBe('r-early')
  })

  test('by its own time is taken after half an hour without a newer one, because clocks may differ', async () => {
    const looks = createLooks()
    vendor.report('r-old', 2, creation(-60_001))
    expect(await looks.look()).toMatchObject(running)
    const others = createLooks()
    nowMs += 30 * minuteMs
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    expect(looks.checkpoint().reportId).toBe('r-old')
    vendor.report('r-new', 2, creation(minuteMs))
    expect(await others.look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    expect(others.checkpoint().reportId).toBe('r-new')
  })

  test('by at most a minute is taken at once', async () => {
    vendor.report('r-1', 2, creation(-60_000))
    expect(await createLooks().look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
  })

  test('is not taken when a newer one covers as many statements, in any order of the list', async () => {
    const looks = createLooks({ ...submitted, earlier: ['r-early'] })
    vendor.report('r-new', 2)
    vendor.report('r-early', 2)
    await looks.look()
    expect(looks.checkpoint().reportId).toBe('r-new')
  })
})

describe('a report on fewer statements', () => {
  test('is taken as PARTIAL half an hour after it was first seen', async () => {
    const looks = createLooks()
    nowMs += 3 * hourMs
    vendor.report('r-1', 1, { creation: new Date(submittedMs) })
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += 30 * minuteMs - 1
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += 1
    const progress = await looks.look()
    expect(progress).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      documents: [
        { documentId: 'doc_1', status: 'PARTIAL', error: { code: 'DEADLINE_EXCEEDED', retryable: true } },
        { documentId: 'doc_2', status: 'PARTIAL', error: { code: 'DEADLINE_EXCEEDED', retryable: true } },
      ],
    })
    expect(looks.checkpoint().reportId).toBe('r-1')
  })

  test('every further report restarts the wait of half an hour, and the newest is taken', async () => {
    const looks = createLooks({ ...submitted, media: [...submitted.media, ...submitted.media] })
    vendor.report('r-1', 2)
    await looks.look()
    nowMs += 29 * minuteMs
    vendor.report('r-2', 3)
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += 29 * minuteMs
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += minuteMs
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'PARTIAL' })
    expect(looks.checkpoint().reportId).toBe('r-2')
  })

  test('a report of another product does not restart the wait', async () => {
    const looks = createLooks()
    vendor.report('r-1', 1)
    await looks.look()
    nowMs += 29 * minuteMs
    vendor.report('r-2', 1, { source: 'doc_xray' })
    await looks.look()
    nowMs += minuteMs
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'PARTIAL' })
  })

  test('a report that covers no statement is PARTIAL, too', async () => {
    const looks = createLooks()
    vendor.report('r-1', 0)
    await looks.look()
    nowMs += 30 * minuteMs
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'PARTIAL' })
  })

  test('does not make a document of another kind PARTIAL', async () => {
    const other = { documentId: 'doc_3', mediumId: 'm-3', kind: 'OTHER' } as const
    const looks = createLooks({ ...submitted, media: [...submitted.media, other] })
    vendor.report('r-1', 1)
    await looks.look()
    nowMs += 30 * minuteMs
    const progress = await looks.look()
    expect('documents' in progress && progress.documents?.at(-1)).toEqual({
      documentId: 'doc_3',
      status: 'COMPLETED',
      error: null,
    })
  })

  test('is not taken after half an hour when the report on all is found at the same look', async () => {
    const looks = createLooks()
    vendor.report('r-1', 1)
    await looks.look()
    nowMs += 40 * minuteMs
    vendor.report('r-2', 2)
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
  })

  test('pollSpeedup divides the wait', async () => {
    const looks = createLooks(submitted, 60)
    vendor.report('r-1', 1)
    await looks.look()
    nowMs += 30_000 - 1
    expect(await looks.look()).toMatchObject({ kind: 'running' })
    nowMs += 1
    expect(await looks.look()).toMatchObject({ kind: 'ready', outcome: 'PARTIAL' })
  })
})

describe('the stage MANUAL_EXTRACTION_LIKELY', () => {
  test.each([1, 60])('comes after an hour without a result (speed %i)', async speed => {
    const looks = createLooks(submitted, speed)
    nowMs += hourMs / speed - 1
    expect(await looks.look()).toMatchObject({ stage: 'EXTRACTING' })
    nowMs += 1
    expect(await looks.look()).toMatchObject({ kind: 'running', stage: 'MANUAL_EXTRACTION_LIKELY' })
  })
})

describe('a request', () => {
  test('that no longer exists fails the analysis with RESULT_EXPIRED', async () => {
    vendor.isRequestGone = true
    expect(await createLooks().look()).toMatchObject({
      kind: 'failed',
      error: { code: 'RESULT_EXPIRED', retryable: false },
      documents: [],
    })
  })

  test.each([
    [{ status: 'in_committee', stage: '7.2' }, 'in_committee 7.2'],
    [{ status: 'in_committee', stage: null }, 'in_committee'],
    [{ status: null, stage: null }, null],
  ])('P16 with an unknown status is still running: %j', async (words, providerStage) => {
    vendor.getRequest = async id => ({ id, ...words })
    expect(await createLooks().look()).toMatchObject({ kind: 'running', providerStage })
  })

  test('is read itself when the list of reports is answered with 404', async () => {
    vendor.reports = async function* () {
      yield* []
      throw new AppError('RESULT_EXPIRED', 'Not there.')
    }
    expect(await createLooks().look()).toMatchObject(running)
  })

  test.each(['reports', 'reportHead', 'getRequest'] as const)('an error of %s is thrown unchanged', async call => {
    const fail = async () => {
      throw new AppError('PROVIDER_UNAVAILABLE', 'Down.')
    }
    if (call === 'reports')
      vendor.reports = async function* () {
        yield* []
        await fail()
      }
    else vendor[call] = fail
    if (call === 'reportHead') vendor.report('r-1', 2)
    await expect(createLooks().look()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })

  test('that was never made is an INTERNAL error', async () => {
    await expect(createLooks(parseCheckpoint(null)).look()).rejects.toMatchObject({ code: 'INTERNAL' })
  })
})

test('in any order of events, COMPLETED means that all statements are covered, and PARTIAL that no new report came for half an hour', async () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('report' as const), statements: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 25 }) }),
    fc.record({ kind: fc.constant('look' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async events => {
      nowMs = submittedMs
      vendor = createFakeVendor()
      const looks = createLooks()
      /** When the newest report was first seen, and how much the best covers. */
      let newsMs = 0
      let seen = 0
      for (const [index, one] of events.entries()) {
        if (one.kind === 'wait') nowMs += one.minutes * minuteMs
        if (one.kind === 'report') vendor.report(`r-${index}`, one.statements, { creation: new Date(nowMs + index) })
        if (one.kind !== 'look') continue
        if (vendor.reportsThere.length > seen) newsMs = nowMs
        seen = vendor.reportsThere.length
        const most = Math.max(0, ...vendor.reportsThere.map(({ head }) => head.summary.length))
        const progress = await looks.look()
        const isDue = seen > 0 && nowMs - newsMs >= 30 * minuteMs
        const expected = most >= 2 ? 'COMPLETED' : isDue ? 'PARTIAL' : 'running'
        expect(progress.kind === 'ready' ? progress.outcome : progress.kind).toBe(expected)
        const taken = vendor.reportsThere.find(({ id }) => id === looks.checkpoint().reportId)
        if (expected === 'COMPLETED') expect(taken?.head.summary.length).toBeGreaterThanOrEqual(2)
        if (expected === 'PARTIAL') expect(taken).toBe(vendor.reportsThere.at(-1))
      }
    }),
  )
})

import { beforeEach, describe, expect, test } from 'vitest'
import { createCompanyJob, createStatement } from '../../../test/support/company-job.ts'
import { stored } from '../../../test/support/connect-client.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { createSubmission } from './submission.ts'
import { createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

let nowMs = 0
let vendor: FakeVendor
/** One worker: what it keeps in memory is lost with it. */
const createWorker = () => createSubmission(vendor, () => new Date(nowMs))

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  vendor = createFakeVendor()
})

const threeDocuments = createCompanyJob('doc_1', 'doc_2', 'doc_3')

interface Walk {
  readonly steps: readonly SubmissionStep[]
  readonly checkpoint: JsonValue
}

/** Takes steps until they end. Steps whose number is in `lost` happen, but are forgotten by a crash before they are stored. */
async function walk(job: SubmissionJob, from: JsonValue = null, lost: readonly number[] = []): Promise<Walk> {
  let submit = createWorker()
  let checkpoint = from
  const steps: SubmissionStep[] = []
  for (let count = 1; count < 100; count += 1) {
    const step = await submit(job, checkpoint)
    if (lost.includes(count)) {
      submit = createWorker()
      continue
    }
    steps.push(step)
    checkpoint = stored(step.checkpoint)
    if (step.kind !== 'continue') return { steps, checkpoint }
  }
  throw new Error('The submission never ended.')
}

class Crash extends Error {}

/** One request has media online. It holds exactly one medium for each document, with its bytes, and no draft. */
function expectOneRequestUsed(job: SubmissionJob, used: unknown): void {
  const online = vendor.media.filter(medium => medium.online.length > 0)
  expect(new Set(online.map(medium => medium.requestId))).toEqual(new Set([used]))
  expect(vendor.media.filter(medium => medium.requestId === used)).toEqual(online)
  expect(online.map(medium => medium.documentId).toSorted()).toEqual(
    job.documents.map(one => one.document.id).toSorted(),
  )
  expect(online.every(medium => medium.hasBytes)).toBe(true)
}

function requestOf({ steps }: Walk): unknown {
  const last = steps.at(-1)
  return last?.kind === 'submitted' ? last.providerReference : null
}

describe('a submission', () => {
  test('makes a request, then a draft and its upload for each document, and then puts all online', async () => {
    const { steps } = await walk(threeDocuments)
    expect(vendor.calls).toEqual([
      'request',
      'medium doc_1',
      'upload m-1',
      'medium doc_2',
      'upload m-2',
      'medium doc_3',
      'upload m-3',
      'online m-1',
      'online m-2',
      'list',
      'online m-3',
    ])
    expect(steps.map(step => step.kind)).toEqual([...Array(11).fill('continue'), 'submitted'])
    expect(steps.at(-1)).toMatchObject({ references: ['q-1'], providerReference: 'q-1' })
    expect(steps.every(step => 'references' in step && step.references?.[0] === 'q-1')).toBe(true)
  })

  test('of one document does not list reports, because there are none before it is online', async () => {
    await walk(createCompanyJob('doc_1'))
    expect(vendor.calls).toEqual(['request', 'medium doc_1', 'upload m-1', 'online m-1'])
  })

  test('sends period and date of a statement, and puts the statements online last', async () => {
    const date = '2026-02-28'
    const job = createCompanyJob(
      createStatement('doc_1', { period: 'MONTH', date }),
      createStatement('doc_2', { kind: 'OTHER', date }),
      createStatement('doc_3', { period: 'QUARTER' }),
      createStatement('doc_4', { period: 'SEMESTER' }),
      createStatement('doc_5', { period: 'YEAR' }),
    )
    await walk(job)
    expect(vendor.media.map(medium => medium.online)).toEqual([
      [{ period: 'month', date }],
      [{ date }],
      [{ period: 'quarter' }],
      [{ period: 'semester' }],
      [{}],
    ])
    const online = vendor.calls.filter(call => call.startsWith('online'))
    expect(online).toEqual(['online m-2', 'online m-1', 'online m-3', 'online m-4', 'online m-5'])
  })

  test('P20 stores no address of the store in a checkpoint', async () => {
    const { steps } = await walk(threeDocuments)
    expect(JSON.stringify(steps)).not.toContain('store.example')
  })

  test('repeats its last step without a call', async () => {
    const { steps, checkpoint } = await walk(threeDocuments)
    vendor.calls.length = 0
    nowMs += 1_000
    expect(await createWorker()(threeDocuments, checkpoint)).toEqual(steps.at(-1))
    expect(vendor.calls).toEqual([])
  })

  test('refuses a malformed checkpoint', async () => {
    const error = await failureOf(createWorker()(threeDocuments, { requestId: 7 }))
    expect(error).toMatchObject({ code: 'INTERNAL', retryable: false })
  })

  test('makes no call about an applicant whose number was removed', async () => {
    const applicant = { ...threeDocuments.applicant, registration: null }
    const error = await failureOf(createWorker()({ ...threeDocuments, applicant }, null))
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false })
    expect(vendor.calls).toEqual([])
  })
})

describe('a crash', () => {
  const steps = Array.from({ length: 12 }, (_, index) => index + 1)

  test.each(steps)(
    'P12 after step %i, before it was stored, leaves no draft in the request that is used',
    async lost => {
      const taken = await walk(threeDocuments, null, [lost])
      expectOneRequestUsed(threeDocuments, requestOf(taken))
    },
  )

  test.each(steps)(
    'P12 before step %i, which another worker then takes, leaves no draft in the request that is used',
    async at => {
      let checkpoint: JsonValue = null
      const submit = createWorker()
      for (let count = 1; count < at; count += 1)
        checkpoint = stored((await submit(threeDocuments, checkpoint)).checkpoint)
      expectOneRequestUsed(threeDocuments, requestOf(await walk(threeDocuments, checkpoint)))
    },
  )

  test('P12 after many steps leaves no draft in the request that is used', async () => {
    const taken = await walk(threeDocuments, null, [1, 4, 9, 14, 19, 24, 33])
    expect(vendor.requests.length).toBeGreaterThan(3)
    expectOneRequestUsed(threeDocuments, requestOf(taken))
  })

  test.each([
    ['is made', 3, false],
    ['has its bytes', 4, true],
  ])('P12 right after the medium %s leads to a new request', async (_, lost, hasBytes) => {
    const { steps: taken } = await walk(createCompanyJob('doc_1'), null, [lost])
    expect(vendor.media).toMatchObject([
      { id: 'm-1', requestId: 'q-1', hasBytes, online: [] },
      { id: 'm-2', requestId: 'q-2', hasBytes: true, online: [{}] },
    ])
    expect(taken.at(-1)).toMatchObject({ kind: 'submitted', providerReference: 'q-2', references: ['q-2'] })
  })

  test.each(['online m-1', 'online m-2', 'list'])(
    'P12 right after "%s": all but the last go online again, and reports written meanwhile are noted as earlier',
    async call => {
      vendor.after = done => {
        if (done !== call) return
        vendor.after = () => {}
        vendor.report('r-early', 1)
        throw new Crash()
      }
      const submit = createWorker()
      let checkpoint: JsonValue = null
      const crashing = async () => {
        for (;;) checkpoint = stored((await submit(threeDocuments, checkpoint)).checkpoint)
      }
      await expect(crashing()).rejects.toThrow(Crash)
      const rest = await walk(threeDocuments, checkpoint)
      expect(rest.checkpoint).toMatchObject({ earlier: ['r-early'] })
      expectOneRequestUsed(threeDocuments, requestOf(rest))
    },
  )

  test('P12 right after the last went online: the report on all documents is not noted as an earlier one', async () => {
    vendor.after = done => {
      if (done !== 'online m-3') return
      vendor.after = () => {}
      vendor.report('r-whole', 3)
      throw new Crash()
    }
    const submit = createWorker()
    let checkpoint: JsonValue = null
    const crashing = async () => {
      for (;;) checkpoint = stored((await submit(threeDocuments, checkpoint)).checkpoint)
    }
    await expect(crashing()).rejects.toThrow(Crash)
    nowMs += 3_600_000
    const rest = await walk(threeDocuments, checkpoint)
    expect(rest.checkpoint).toMatchObject({
      earlier: [],
      notedAt: '2026-03-05T10:00:00.000Z',
      submittedAt: '2026-03-05T11:00:00.000Z',
    })
    expect(vendor.calls.filter(call => call === 'list')).toHaveLength(1)
    expectOneRequestUsed(threeDocuments, requestOf(rest))
  })
})

describe('a lost answer', () => {
  /** The call is carried out, and its answer is lost once. */
  const lose = (call: string, error = new AppError('PROVIDER_TIMEOUT', 'No answer.', { provider: 'bank-xray' })) => {
    vendor.after = done => {
      if (done !== call) return
      vendor.after = () => {}
      throw error
    }
  }

  /** One worker takes steps until all is submitted, and repeats a step that failed. */
  async function persist(): Promise<{ readonly walk: Walk; readonly failures: number }> {
    const submit = createWorker()
    const steps: SubmissionStep[] = []
    let checkpoint: JsonValue = null
    let failures = 0
    while (steps.at(-1)?.kind !== 'submitted' && failures < 10) {
      try {
        const step = await submit(threeDocuments, checkpoint)
        checkpoint = stored(step.checkpoint)
        steps.push(step)
      } catch (error) {
        expect(error).toMatchObject({ code: 'PROVIDER_TIMEOUT' })
        failures += 1
      }
    }
    return { walk: { steps, checkpoint }, failures }
  }

  test.each([
    ['request', 2],
    ['medium doc_1', 2],
    ['medium doc_2', 2],
    ['medium doc_3', 2],
    ['upload m-2', 1],
    ['online m-1', 1],
    ['online m-3', 1],
    ['list', 1],
  ])('P12 to "%s" leaves no draft in the request that is used', async (call, requests) => {
    lose(call)
    const { walk: taken, failures } = await persist()
    expect(failures).toBe(1)
    expect(vendor.requests).toHaveLength(requests)
    expectOneRequestUsed(threeDocuments, requestOf(taken))
  })

  test('needs no new request if the vendor certainly made no medium', async () => {
    let isRefused = true
    const { createMedium } = vendor
    vendor.createMedium = async (requestId, document) => {
      if (isRefused) {
        isRefused = false
        throw new AppError('PROVIDER_RATE_LIMITED', 'Too many calls.', { provider: 'bank-xray', retryAfterSeconds: 7 })
      }
      return createMedium(requestId, document)
    }
    const { walk: taken, failures } = await persist()
    expect(failures).toBe(0)
    expect(taken.steps.find(step => step.kind === 'postponed')).toMatchObject({
      checkpoint: { requestId: 'q-1', uploading: null },
      error: { code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 7 },
    })
    expect(vendor.requests).toEqual(['q-1'])
    expectOneRequestUsed(threeDocuments, requestOf(taken))
  })

  test('P12 to a request leaves behind a request without documents', async () => {
    lose('request')
    await failureOf(walk(threeDocuments))
    await walk(threeDocuments)
    expect(vendor.requests).toEqual(['q-1', 'q-2'])
    expect(vendor.media.map(medium => medium.requestId)).toEqual(['q-2', 'q-2', 'q-2'])
  })

  /** Up to the step that sends the bytes of the only document, which fails without an answer. */
  async function loseUpload() {
    lose('upload m-1')
    const submit = createWorker()
    const job = createCompanyJob('doc_1')
    let checkpoint: JsonValue = null
    for (let count = 1; count <= 3; count += 1) checkpoint = stored((await submit(job, checkpoint)).checkpoint)
    await failureOf(submit(job, checkpoint))
    return { next: () => submit(job, checkpoint), finish: () => walk(job, checkpoint) }
  }

  test('to an upload: the same worker sends the bytes to the same address again', async () => {
    const { next } = await loseUpload()
    await next()
    expect(vendor.calls).toEqual(['request', 'medium doc_1', 'upload m-1', 'upload m-1'])
  })

  test('P12 to an upload leads to a new request when the address is an hour old', async () => {
    const { next, finish } = await loseUpload()
    nowMs += 3_600_001
    expect(await next()).toMatchObject({ kind: 'continue', checkpoint: { requestId: null, media: [] } })
    expectOneRequestUsed(createCompanyJob('doc_1'), requestOf(await finish()))
    expect(vendor.requests).toHaveLength(2)
  })
})

describe('a store that refuses', () => {
  test('P12 an upload address gets the bytes at the address of a new request', async () => {
    vendor.takesUploads = false
    vendor.after = call => {
      if (call === 'upload m-2') vendor.takesUploads = true
    }
    const job = createCompanyJob('doc_1')
    expectOneRequestUsed(job, requestOf(await walk(job)))
    expect(vendor.media.map(medium => medium.online.length)).toEqual([0, 0, 1])
  })

  test('a document at three addresses makes the submission fail, and nothing goes online', async () => {
    vendor.takesUploads = false
    const error = await failureOf(walk(threeDocuments))
    expect(error).toMatchObject({ code: 'PROVIDER_REJECTED', retryable: false, provider: 'bank-xray' })
    expect(vendor.media.map(medium => [medium.documentId, medium.online.length])).toEqual([
      ['doc_1', 0],
      ['doc_1', 0],
      ['doc_1', 0],
    ])
  })

  test('a document at three addresses makes the submission fail, even if it accepts other documents in between', async () => {
    vendor.after = call => {
      if (call.startsWith('medium')) vendor.takesUploads = call === 'medium doc_1'
    }
    expect(await failureOf(walk(threeDocuments))).toMatchObject({ code: 'PROVIDER_REJECTED' })
    expect(vendor.calls.filter(call => call === 'medium doc_2')).toHaveLength(3)
  })

  test('each of several documents once does not make the submission fail', async () => {
    const refused = new Set<string>()
    vendor.after = call => {
      if (!call.startsWith('medium')) return
      vendor.takesUploads = refused.has(call)
      refused.add(call)
    }
    const job = createCompanyJob('doc_1', 'doc_2', 'doc_3', 'doc_4')
    expectOneRequestUsed(job, requestOf(await walk(job)))
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { createCompanyJob, createStatement } from '../../../test/support/company-job.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import type { JsonValue } from '../../domain/json.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionJob, SubmissionStep } from '../analysis-driver.ts'
import { createSubmission } from './submission.ts'
import { stored } from './testing/connect-client.ts'
import { createFakeVendor, type FakeVendor } from './testing/fake-vendor.ts'

let nowMs = 0
let vendor: FakeVendor
/** A worker's own: what it keeps in memory dies with it. */
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

/** One request is used, and of each document exactly one medium is online, with its bytes. What else there is starts nothing. */
function expectOneRequestUsed(job: SubmissionJob): void {
  const online = vendor.media.filter(medium => medium.online.length > 0)
  expect(new Set(vendor.media.map(medium => medium.requestId)).size).toBe(1)
  expect(online.map(medium => medium.documentId).toSorted()).toEqual(
    job.documents.map(one => one.document.id).toSorted(),
  )
  expect(online.every(medium => medium.hasBytes)).toBe(true)
}

describe('a submission', () => {
  test('makes a request, then a draft and its upload for each document, and puts all online at the end', async () => {
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
    expect(steps.map(step => step.kind)).toEqual([...Array(8).fill('continue'), 'submitted'])
    expect(steps.at(-1)).toMatchObject({ references: ['q-1'], providerReference: 'q-1' })
    expect(steps.every(step => 'references' in step && step.references?.[0] === 'q-1')).toBe(true)
  })

  test('of one document asks for no reports: there can be none before it is online', async () => {
    await walk(createCompanyJob('doc_1'))
    expect(vendor.calls).toEqual(['request', 'medium doc_1', 'upload m-1', 'online m-1'])
  })

  test('tells period and date of a statement, and puts the statements online last', async () => {
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

  test('P20 keeps no address of the store in what is stored', async () => {
    const { steps } = await walk(threeDocuments)
    expect(JSON.stringify(steps)).not.toContain('store.example')
  })

  test('does nothing more when its last step is taken again', async () => {
    const { steps, checkpoint } = await walk(threeDocuments)
    vendor.calls.length = 0
    nowMs += 1_000
    expect(await createWorker()(threeDocuments, checkpoint)).toEqual(steps.at(-1))
    expect(vendor.calls).toEqual([])
  })

  test('from a checkpoint that is not ours is refused', async () => {
    const error = await failureOf(createWorker()(threeDocuments, { requestId: 7 }))
    expect(error).toMatchObject({ code: 'INTERNAL', retryable: false })
  })

  test('asks nothing about an applicant who has lost its number since', async () => {
    const applicant = { ...threeDocuments.applicant, registration: null }
    const error = await failureOf(createWorker()({ ...threeDocuments, applicant }, null))
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false })
    expect(vendor.calls).toEqual([])
  })
})

describe('a crash', () => {
  const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9]

  test.each(steps)('P12 after step %i, before it was stored, leaves one request that is used', async lost => {
    const last = (await walk(threeDocuments, null, [lost])).steps.at(-1)
    expect(last).toMatchObject({ kind: 'submitted' })
    expectOneRequestUsed(threeDocuments)
  })

  test.each(steps)('P12 before step %i, which another worker then takes, leaves one request that is used', async at => {
    let checkpoint: JsonValue = null
    const submit = createWorker()
    for (let count = 1; count < at; count += 1)
      checkpoint = stored((await submit(threeDocuments, checkpoint)).checkpoint)
    await walk(threeDocuments, checkpoint)
    expectOneRequestUsed(threeDocuments)
  })

  test('P12 after every step, once, leaves one request that is used', async () => {
    // A draft takes a step to make and one to fill, by the same worker.
    await walk(threeDocuments, null, [1, 3, 6, 9, 12, 15, 18])
    expectOneRequestUsed(threeDocuments)
  })

  test('of a worker leaves its draft as it is: the next one makes another', async () => {
    await walk(createCompanyJob('doc_1'), null, [3])
    expect(vendor.media).toMatchObject([
      { id: 'm-1', hasBytes: true, online: [] },
      { id: 'm-2', hasBytes: true, online: [{}] },
    ])
  })

  test.each(['online m-1', 'online m-2', 'list'])(
    'P12 right after "%s" puts all but the last online once more, and notes what was reported on meanwhile',
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
      const { checkpoint: last } = await walk(threeDocuments, checkpoint)
      expect(last).toMatchObject({ earlier: ['r-early'] })
      expectOneRequestUsed(threeDocuments)
    },
  )

  test('P12 right after the last went online does not take the report on everything for an earlier one', async () => {
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
    const { checkpoint: last } = await walk(threeDocuments, checkpoint)
    expect(last).toMatchObject({
      earlier: [],
      notedAt: '2026-03-05T10:00:00.000Z',
      submittedAt: '2026-03-05T11:00:00.000Z',
    })
    expect(vendor.calls.filter(call => call === 'list')).toHaveLength(1)
    expectOneRequestUsed(threeDocuments)
  })
})

describe('an outcome that is not known', () => {
  const lose = (call: string) => {
    vendor.after = done => {
      if (done !== call) return
      vendor.after = () => {}
      throw new AppError('PROVIDER_TIMEOUT', 'No answer.', { provider: 'bank-xray' })
    }
  }

  test.each(['request', 'medium doc_2', 'upload m-2', 'online m-1', 'online m-3', 'list'])(
    'P12 of "%s" is borne: the step is taken again, and one request is used',
    async call => {
      lose(call)
      const submit = createWorker()
      let checkpoint: JsonValue = null
      let failures = 0
      for (let kind = 'continue'; kind === 'continue'; ) {
        try {
          const step = await submit(threeDocuments, checkpoint)
          checkpoint = stored(step.checkpoint)
          kind = step.kind
        } catch (error) {
          expect(error).toMatchObject({ code: 'PROVIDER_TIMEOUT' })
          failures += 1
        }
      }
      expect(failures).toBe(1)
      expectOneRequestUsed(threeDocuments)
    },
  )

  test('P12 of a request leaves one behind that is never given a document', async () => {
    lose('request')
    await failureOf(walk(threeDocuments))
    await walk(threeDocuments)
    expect(vendor.requests).toEqual(['q-1', 'q-2'])
    expect(vendor.media.map(medium => medium.requestId)).toEqual(['q-2', 'q-2', 'q-2'])
  })

  test('of an upload sends the bytes to the same place again, as long as the worker lives', async () => {
    lose('upload m-1')
    const submit = createWorker()
    const job = createCompanyJob('doc_1')
    let checkpoint = stored((await submit(job, null)).checkpoint)
    checkpoint = stored((await submit(job, checkpoint)).checkpoint)
    await failureOf(submit(job, checkpoint))
    await submit(job, checkpoint)
    expect(vendor.calls).toEqual(['request', 'medium doc_1', 'upload m-1', 'upload m-1'])
  })

  test('of an upload leads to a new draft when its address is an hour old', async () => {
    lose('upload m-1')
    const submit = createWorker()
    const job = createCompanyJob('doc_1')
    let checkpoint = stored((await submit(job, null)).checkpoint)
    checkpoint = stored((await submit(job, checkpoint)).checkpoint)
    await failureOf(submit(job, checkpoint))
    nowMs += 3_600_000
    await submit(job, checkpoint)
    expect(vendor.calls).toEqual(['request', 'medium doc_1', 'upload m-1', 'medium doc_1'])
  })
})

describe('a store that refuses', () => {
  test('an address gets the bytes at another one', async () => {
    vendor.takesUploads = false
    vendor.after = call => {
      if (call === 'upload m-2') vendor.takesUploads = true
    }
    await walk(createCompanyJob('doc_1'))
    expect(vendor.media.map(medium => medium.online.length)).toEqual([0, 0, 1])
  })

  test('three addresses in a row refuses the document, and nothing is put online', async () => {
    vendor.takesUploads = false
    const error = await failureOf(walk(threeDocuments))
    expect(error).toMatchObject({ code: 'PROVIDER_REJECTED', retryable: false, provider: 'bank-xray' })
    expect(vendor.media.map(medium => [medium.documentId, medium.online.length])).toEqual([
      ['doc_1', 0],
      ['doc_1', 0],
      ['doc_1', 0],
    ])
  })

  test('once for each of several documents refuses none', async () => {
    vendor.after = call => {
      if (call.startsWith('medium')) vendor.takesUploads = !vendor.takesUploads
    }
    await walk(createCompanyJob('doc_1', 'doc_2', 'doc_3', 'doc_4'))
    expect(vendor.media.filter(medium => medium.online.length > 0)).toHaveLength(4)
  })
})

import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSteeringScanner } from '../../../simulation/steering-scanner.ts'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'
import { findSteeringWords, steeringWords } from './statement-plan.ts'

let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const ways: [string, (word: string) => [content: string, fileName: string]][] = [
  ['the file name', word => ['%PDF-1.7\n', `march-${word}.pdf`]],
  ['the file’s bytes', word => [`%PDF-1.7\n%%EOF\n% assay-simulate: ${word}\n`, 'doc_1.pdf']],
]

describe.each(ways)('a word in %s steers', (_where, write) => {
  const upload = (word: string) => simulator.uploadId(...write(word))
  const status = async (id: string) => (await simulator.get(`/api/statements/${id}`)).json

  test('failed: no analysis, and a reason', async () => {
    const id = await upload('failed')
    simulator.clock.advance(9_000)
    expect(await status(id)).toMatchObject({ status: 'Failed', failureReason: expect.any(String) })
    expect((await simulator.get(`/api/statements/${id}/analysis`)).status).toBe(404)
  })

  test('partial: low confidence', async () => {
    const id = await upload('partial')
    simulator.clock.advance(9_000)
    expect(await status(id)).toMatchObject({ status: 'Partial' })
    const { json } = await simulator.get(`/api/statements/${id}/analysis`)
    expect(json).toMatchObject({ header: { closingBalance: null } })
  })

  test('slow: a minute', async () => {
    const id = await upload('slow')
    simulator.clock.advance(59_999)
    expect(await status(id)).toMatchObject({ status: 'Processing' })
    simulator.clock.advance(1)
    expect(await status(id)).toMatchObject({ status: 'Completed' })
  })

  test('stuck: never done', async () => {
    const id = await upload('stuck')
    simulator.clock.advance(30 * 86_400_000)
    expect(await status(id)).toMatchObject({ status: 'Processing' })
  })

  test('unknown-status: an unheard-of word until it is done', async () => {
    const id = await upload('unknown-status')
    expect(await status(id)).toMatchObject({ status: 'AwaitingReview' })
    simulator.clock.advance(9_000)
    expect(await status(id)).toMatchObject({ status: 'Completed' })
  })

  test.each([
    ['empty', 0],
    ['huge', 5_000],
  ])('%s: %i transactions', async (word, totalTransactions) => {
    const id = await upload(word)
    simulator.clock.advance(9_000)
    expect((await simulator.get(`/api/statements/${id}/analysis`)).json).toMatchObject({
      header: { totalTransactions },
    })
  })

  test('quota: 402', async () => {
    expect(await simulator.upload(...write('quota'))).toMatchObject({
      status: 402,
      json: { details: { quotaType: 'MonthlyUploads' } },
    })
  })

  test('unreconciled: the plan does not add up', async () => {
    await upload('unreconciled')
    expect(simulator.control.statements()[0]?.plan.reconciles).toBe(false)
  })
})

test('words are found only where they stand by themselves', () => {
  expect(findSteeringWords('Huge partial_2.pdf')).toEqual(['huge', 'partial'])
  expect(findSteeringWords('unfailed-partially-hugestuckness.pdf')).toEqual([])
})

test('a marker is found however the bytes are cut into chunks', () => {
  const bytes = Buffer.from('%PDF-1.7\nassay-simulate: slow, partial nonsense\nassay-simulate: empty')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), sizes => {
      const scanner = createSteeringScanner(steeringWords)
      for (let start = 0, turn = 0; start < bytes.length; turn++) {
        const end = start + (sizes[turn % sizes.length] ?? 1)
        scanner.push(bytes.subarray(start, end))
        start = end
      }
      expect(scanner.words().toSorted()).toEqual(['empty', 'partial', 'slow'])
    }),
  )
})

test('the control lays its plan over the next upload, and gives outcomes at once', async () => {
  const next = simulator.control.nextStatement({ outcome: 'never', transactions: 3 })
  const id = await simulator.uploadId('%PDF-1.7', 'failed.pdf')
  expect((await next).id).toBe(id)
  simulator.clock.advance(86_400_000)
  const path = `/api/statements/${id}`
  expect((await simulator.get(path)).json).toMatchObject({ status: 'Processing' })
  simulator.control.complete(id)
  expect((await simulator.get(path)).json).toMatchObject({ status: 'Completed' })
  expect((await simulator.get(`${path}/analysis`)).json).toMatchObject({ header: { totalTransactions: 3 } })
  simulator.control.fail(id, 'Page 2 is missing.')
  expect((await simulator.get(path)).json).toMatchObject({ status: 'Failed', failureReason: 'Page 2 is missing.' })
  simulator.control.partial(id)
  expect((await simulator.get(path)).json).toMatchObject({ status: 'Partial' })
})

test('a statement that is held stays as it is', async () => {
  const id = await simulator.uploadId('%PDF-1.7')
  simulator.control.hold(id)
  simulator.clock.advance(86_400_000)
  expect((await simulator.get(`/api/statements/${id}`)).json).toMatchObject({ status: 'Processing' })
})

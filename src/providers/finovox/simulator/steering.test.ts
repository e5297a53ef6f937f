import { afterEach, beforeEach, expect, test } from 'vitest'
import { steeringWords } from './case-plan.ts'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const steered = (words: string, more = '') =>
  simulator.token(`%PDF-1.7 ${more}\n% assay-simulate: ${words}\n`, '%PDF-2')

const decision = (status: string, fraud: string, validation: string) => ({
  decision: { status, status_fraud: fraud, status_validation: validation },
})

test.each([
  ['approved', decision('approved', 'low', 'compliant')],
  ['forged', { decision: { status: 'rejected', status_fraud: 'high' } }],
  ['suspicious', { decision: { status: 'rejected', status_fraud: 'medium' } }],
  ['approved non-compliant', decision('rejected', 'low', 'non_compliant')],
  ['contradiction', { decision: { status: 'approved', status_fraud: 'high' } }],
  ['unknown-words', decision('under_review', 'critical', 'pending')],
])('%s steers the decision', async (words, result) => {
  const token = await steered(words)
  simulator.clock.advance(20_000)
  expect(await simulator.retrieve(token)).toMatchObject({ status: 200, json: result })
})

test('failed has no result, stuck never one, slow one in five minutes, expired none any more', async () => {
  const tokens = [await steered('failed'), await steered('stuck'), await steered('slow'), await steered('expired')]
  const statuses = async () => Promise.all(tokens.map(async token => (await simulator.retrieve(token)).status))
  expect(await statuses()).toEqual([202, 202, 202, 202])
  simulator.clock.advance(5 * 60_000 - 1)
  expect(await statuses()).toEqual([500, 202, 202, 404])
  simulator.clock.advance(1)
  expect(await statuses()).toEqual([500, 202, 200, 404])
  simulator.clock.advance(3 * 60 * 60_000)
  expect(await statuses()).toEqual([500, 202, 404, 404])
})

test('unknown-status steers the word while it is under way', async () => {
  expect((await simulator.retrieve(await steered('unknown-status'))).json).toMatchObject({
    status: 'queued_for_review',
  })
})

test('no-alerts empties the explanation', async () => {
  const form = new FormData()
  form.append('documents', new Blob(['%PDF-1\n% assay-simulate: forged, no-alerts']), 'a.pdf')
  form.append('payload', JSON.stringify({ analyse_type: ['explanation'], asynchronous: false }))
  const reply = simulator.post('/case', form)
  await expect.poll(() => simulator.clock.waiting()).toHaveLength(1)
  simulator.clock.advance(20_000)
  expect((await reply).json).toEqual({ explanation: [] })
})

test('every word is known to the scanner, and others are passed over', async () => {
  await steered(`${steeringWords.join(' ')} quota`)
  const [folder] = simulator.control.cases()
  expect(folder?.folder.documents.map(document => document.steering.toSorted())).toEqual([steeringWords.toSorted(), []])
})

test('the control has the last word', async () => {
  const { control } = simulator
  const accepted = control.nextCase({ fraud: 'medium', answer: { decision: undefined, extra: 1 } })
  const token = await steered('forged')
  control.answer((await accepted).id)
  expect((await simulator.retrieve(token)).json).toEqual({ extra: 1 })
  const held = await steered('approved')
  control.hold(control.cases()[0]?.id ?? '')
  simulator.clock.advance(60 * 60_000)
  expect((await simulator.retrieve(held)).status).toBe(202)
  control.fail(control.cases()[0]?.id ?? '')
  expect((await simulator.retrieve(held)).status).toBe(500)
  control.expire(control.cases()[0]?.id ?? '')
  expect((await simulator.retrieve(held)).status).toBe(404)
  expect(() => control.answer(control.cases()[0]?.id ?? '')).toThrow('is over')
})

test('a fault takes the right answer’s place once', async () => {
  const { control } = simulator
  control.fault('retrieve', { kind: 'answer', status: 503 })
  control.fault('case', { kind: 'reset', when: 'after' })
  const token = simulator.token('%PDF-1')
  await expect(token).rejects.toThrow()
  expect(control.cases()).toHaveLength(1)
  expect(await simulator.retrieve('x')).toMatchObject({ status: 503, json: { detail: 'Simulated 503.' } })
  expect((await simulator.retrieve('x')).status).toBe(401)
})

import { afterEach, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

let simulator: TestSimulator
afterEach(() => simulator.stop())

const states = () => simulator.control.cases().map(one => one.state)
const count = (state: string) => states().filter(one => one === state).length

test('ten folders of a key are analysed at a time; the others wait their turn', async () => {
  simulator = await startTestSimulator()
  const tokens: string[] = []
  for (let number = 1; number <= 12; number++) tokens.push(await simulator.token(`%PDF-1 ${number}`))
  expect([count('processing'), count('queued')]).toEqual([10, 2])
  const last = await simulator.retrieve(tokens.at(-1) ?? '')
  expect(last).toMatchObject({ status: 202, json: { status: 'processing' } })
  const oldest = simulator.control.cases().findLast(one => one.state === 'processing')
  simulator.control.answer(oldest?.id ?? '')
  expect([count('answered'), count('processing'), count('queued')]).toEqual([1, 10, 1])
  simulator.clock.advance(60_000)
  expect(count('answered')).toBe(12)
})

test('the folders of another key do not wait for them', async () => {
  simulator = await startTestSimulator()
  for (let number = 1; number <= 11; number++) await simulator.token(`%PDF-1 ${number}`)
  const other = simulator.control.addAccount()
  const form = new FormData()
  form.append('documents', new Blob(['%PDF-1']), 'a.pdf')
  form.append('payload', '{"asynchronous": true}')
  await simulator.post('/case', form, { 'api-key': other.apiKey })
  expect(states()[0]).toBe('processing')
  expect(states()[1]).toBe('queued')
})

test('more calls than the minute’s are 429 for that key alone, until the minute is over', async () => {
  simulator = await startTestSimulator({ speed: 0.01 })
  const ask = (headers?: Record<string, string>) => simulator.retrieve('x', headers)
  for (let number = 1; number <= 3; number++) expect((await ask()).status).toBe(401)
  expect(await ask()).toMatchObject({ status: 429, json: { detail: expect.any(String) } })
  expect((await ask({ 'api-key': simulator.control.addAccount().apiKey })).status).toBe(401)
  simulator.clock.advance(59_000)
  expect((await ask()).status).toBe(401)
})

test('speed divides the time a folder takes, but not the hour its result is kept', async () => {
  simulator = await startTestSimulator({ speed: 10 })
  const token = await simulator.token('%PDF-1')
  const [due] = simulator.clock.waiting()
  expect(due).toBeCloseTo(Number(simulator.control.cases()[0]?.plan.processingMs) / 10, 1)
  simulator.clock.advance(2_000)
  simulator.clock.advance(50 * 60_000)
  expect((await simulator.retrieve(token)).status).toBe(200)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\nstatement'
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const uploads = () => simulator.control.statements().length

test('an answer takes the right one’s place once, then all is well', async () => {
  const json = { message: 'Busy', errors: null, details: null }
  simulator.control.fault('upload', { kind: 'answer', status: 429, json, headers: { 'x-ratelimit-reset': '1' } })
  expect((await simulator.get('/api/statements')).status).toBe(200)
  const reply = await simulator.upload(pdf)
  expect(reply).toMatchObject({ status: 429, json })
  expect(reply.headers.get('x-ratelimit-reset')).toBe('1')
  expect(uploads()).toBe(0)
  expect((await simulator.upload(pdf)).status).toBe(201)
})

test('an answer without a body of its own is the vendor’s envelope', async () => {
  simulator.control.fault('*', { kind: 'answer', status: 500 })
  const envelope = { message: 'Simulated 500.', errors: null, details: null, traceId: expect.any(String) }
  expect(await simulator.get('/api/statements')).toMatchObject({ status: 500, json: envelope })
})

test('an answer may be any text, or a JSON null', async () => {
  simulator.control.fault('list', { kind: 'answer', status: 200, text: 'x'.repeat(100_000) })
  simulator.control.fault('list', { kind: 'answer', status: 200, json: null })
  expect((await simulator.get('/api/statements')).text).toHaveLength(100_000)
  expect((await simulator.get('/api/statements')).text).toBe('null')
})

test('a fault after the request was carried out leaves its effect', async () => {
  simulator.control.fault('upload', { kind: 'html', status: 504, when: 'after' })
  const reply = await simulator.upload(pdf)
  expect(reply.status).toBe(504)
  expect(reply.text).toMatch(/^<html>/)
  expect(uploads()).toBe(1)
})

test('a body may be empty, half, cut off or of the wrong types', async () => {
  const { control } = simulator
  const right = { items: [], total: 0 }
  control.fault('list', { kind: 'empty' })
  expect(await simulator.get('/api/statements')).toMatchObject({ status: 200, text: '' })
  control.fault('list', { kind: 'truncated' })
  const whole = JSON.stringify(right)
  expect((await simulator.get('/api/statements')).text).toBe(whole.slice(0, whole.length / 2))
  control.fault('list', { kind: 'cut-off' })
  await expect(simulator.get('/api/statements')).rejects.toThrow('terminated')
  control.fault('list', { kind: 'wrong-types' })
  expect((await simulator.get('/api/statements')).json).toEqual({ items: 'list', total: { value: 0 } })
  expect((await simulator.get('/api/statements')).json).toEqual(right)
})

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection reset %s the upload was carried out leaves %i statements', async (when, left) => {
  simulator.control.fault('upload', { kind: 'reset', when })
  await expect(simulator.upload(pdf)).rejects.toThrow('fetch failed')
  expect(uploads()).toBe(left)
})

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a request that hangs %s it was carried out is answered when released', async (when, meanwhile) => {
  const fault = simulator.control.fault('upload', { kind: 'hang', when })
  const reply = simulator.upload(pdf)
  await fault.met
  expect(uploads()).toBe(meanwhile)
  fault.release()
  expect((await reply).status).toBe(201)
  expect(uploads()).toBe(1)
})

test('a fault meets as many requests as it was queued for, and none once removed', async () => {
  const statuses = async () => [(await simulator.get('/api/statements')).status, (await simulator.upload(pdf)).status]
  const outage = simulator.control.fault('*', { kind: 'answer', status: 503 }, Number.POSITIVE_INFINITY)
  expect(await statuses()).toEqual([503, 503])
  outage.remove()
  simulator.control.fault('list', { kind: 'answer', status: 500 }, 2)
  expect(await statuses()).toEqual([500, 201])
  expect(await statuses()).toEqual([500, 201])
  expect(await statuses()).toEqual([200, 201])
})

test('stopping ends what hangs', async () => {
  const fault = simulator.control.fault('list', { kind: 'hang' })
  const reply = simulator.get('/api/statements').then(
    () => 'ended',
    () => 'ended',
  )
  await fault.met
  await simulator.stop()
  expect(await reply).toBe('ended')
})

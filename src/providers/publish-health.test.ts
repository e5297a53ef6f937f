import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createFakeClock } from '../http/testing/fake-clock.ts'
import type { HealthVerdict } from './judge-health.ts'
import { createHealthPublisher } from './publish-health.ts'

const healthy: HealthVerdict = { health: 'HEALTHY', reason: null }
const down: HealthVerdict = { health: 'DOWN', reason: 'All calls failed.' }

function setUp(save: () => Promise<void> = async () => {}) {
  const clock = createFakeClock()
  const written: string[] = []
  const publisher = createHealthPublisher({
    ...clock,
    logger: pino({ level: 'silent' }),
    async save(account, { health }) {
      await save()
      written.push(`${account} ${health}`)
    },
  })
  /** Lets all pending work and sleeps finish. */
  const settle = () =>
    clock.run(
      (async () => {
        for (let turn = 0; turn < 20; turn += 1) await setImmediate()
      })(),
    )
  return { clock, written, publisher, settle }
}

test('the first verdict is written at once, and an unchanged one at most every 10 s', async () => {
  const { clock, written, publisher, settle } = setUp()
  for (let call = 0; call < 1_000; call += 1) publisher.tell('a', healthy)
  await settle()
  for (let call = 0; call < 9; call += 1) {
    clock.advance(1_000)
    publisher.tell('a', healthy)
  }
  await settle()
  expect(written).toEqual(['a HEALTHY'])
  clock.advance(1_000)
  publisher.tell('a', healthy)
  await settle()
  expect(written).toEqual(['a HEALTHY', 'a HEALTHY'])
})

test('a changed verdict is written without a further call, at most once a second for each account', async () => {
  const { clock, written, publisher, settle } = setUp()
  publisher.tell('a', healthy)
  publisher.tell('a', down)
  publisher.tell('b', down)
  for (let call = 0; call < 100; call += 1) publisher.tell('a', call % 2 === 0 ? healthy : down)
  await settle()
  expect(written.toSorted()).toEqual(['a DOWN', 'a HEALTHY', 'b DOWN'])
  publisher.tell('a', healthy)
  await settle()
  expect(written.slice(-1)).toEqual(['a HEALTHY'])
  expect(written).toHaveLength(4)
  expect(clock.slept).toEqual([1_000, 1_000])
})

test('a failed write throws nothing, and stop waits only for writes under way', async () => {
  const { written, publisher, settle } = setUp(() => Promise.reject(new Error('gone')))
  publisher.tell('a', down)
  await settle()
  publisher.tell('a', down)
  await publisher.stop()
  publisher.tell('a', healthy)
  await publisher.stop()
  expect(written).toEqual([])
})

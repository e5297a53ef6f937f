import { expect, test } from 'vitest'
import { createMovableClock } from './movable-clock.ts'

const start = Date.parse('2026-03-01T12:00:00Z')
const hour = 3_600_000
const at = (ms: number) => new Date(start + ms)
const create = (forwardMs = 0) => createMovableClock(() => at(0), forwardMs)

test('it starts with the given offset and never goes back', () => {
  const clock = create(hour)
  expect(clock.now()).toEqual(at(hour))
  clock.setForward(2 * hour)
  clock.setForward(hour)
  expect([clock.now(), clock.forwardMs()]).toEqual([at(2 * hour), 2 * hour])
})

test('timers that become due run at once and in order, each at its own time, including timers that they start', () => {
  const clock = create()
  const ran: [string, Date][] = []
  const note = (name: string) => () => void ran.push([name, clock.now()])
  clock.setTimer(2 * hour, note('second'))
  clock.setTimer(hour, () => {
    note('first')()
    clock.setTimer(2 * hour, note('third'))
  })
  const cancel = clock.setTimer(hour, note('cancelled'))
  clock.setTimer(100 * 24 * hour, note('too late'))
  cancel()
  clock.setForward(4 * hour)
  expect(ran).toEqual([
    ['first', at(hour)],
    ['second', at(2 * hour)],
    ['third', at(3 * hour)],
  ])
  expect(clock.now()).toEqual(at(4 * hour))
})

test('a timer that is not due yet runs at its time on the moved clock', async () => {
  const clock = createMovableClock(() => new Date())
  const ran = Promise.withResolvers<void>()
  clock.setTimer(hour, ran.resolve)
  clock.setForward(hour - 5)
  await ran.promise
  expect(clock.forwardMs()).toBe(hour - 5)
})

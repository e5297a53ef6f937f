import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLane, type LaneKind } from './lane.ts'

const nextRound = () => new Promise(resolve => setImmediate(resolve))

/** Work that ends when the test says so. */
function createWork() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>(resolve => ends.set(name, () => resolve(name)))
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

test('P32 parallel work is limited by number and by total cost, and the rest follows in order', async () => {
  const lane = createLane({ operations: 2, cost: 10 }, { busyMs: () => 0 })
  const { begun, work, end } = createWork()
  const results = [
    lane.run('operation', 4, work('a')),
    lane.run('operation', 7, work('b')),
    lane.run('operation', 6, work('c')),
    lane.run('operation', 1, work('d')),
  ]
  expect(begun).toEqual(['a'])
  expect(lane.waiting).toBe(3)
  end('a')
  expect(await results[0]).toBe('a')
  await nextRound()
  // c and b together cost too much, and d does not overtake c.
  expect(begun).toEqual(['a', 'b'])
  end('b')
  await results[1]
  await nextRound()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  for (const name of ['c', 'd']) end(name)
  await Promise.all(results)
  await nextRound()
  expect(lane.isIdle).toBe(true)
})

test('work that costs more than the limit runs alone', async () => {
  const lane = createLane({ operations: 5, cost: 10 }, { busyMs: () => 0 })
  const { begun, work, end } = createWork()
  void lane.run('operation', 1, work('small'))
  void lane.run('operation', 99, work('huge'))
  void lane.run('operation', 1, work('later'))
  expect(begun).toEqual(['small'])
  end('small')
  await nextRound()
  await nextRound()
  expect(begun).toEqual(['small', 'huge'])
  end('huge')
  await nextRound()
  await nextRound()
  expect(begun).toEqual(['small', 'huge', 'later'])
})

test('operations and deliveries take turns', async () => {
  const lane = createLane({ operations: 1, cost: 10 }, { busyMs: () => 0 })
  const order: string[] = []
  const add = (kind: LaneKind, name: string) => lane.run(kind, 1, async () => void order.push(name))
  await Promise.all([
    ...['d1', 'd2', 'd3'].map(name => add('delivery', name)),
    ...['o1', 'o2'].map(name => add('operation', name)),
  ])
  expect(order).toEqual(['d1', 'o1', 'd2', 'o2', 'd3'])
})

test('P32 the next work starts only after a round of the event loop', async () => {
  const lane = createLane({ operations: 1, cost: 1 }, { busyMs: () => 0 })
  const order: string[] = []
  const add = (name: string) => lane.run('delivery', 1, async () => void order.push(name))
  const all = [add('first'), add('second')]
  setImmediate(() => order.push('somebody else'))
  await Promise.all(all)
  expect(order).toEqual(['first', 'somebody else', 'second'])
})

test('P32 after work that kept the process busy for long, the lane pauses for the same time', async () => {
  let busy = 0
  const rests: number[] = []
  const ends: (() => void)[] = []
  const lane = createLane(
    { operations: 1, cost: 1 },
    {
      busyMs: () => busy,
      later(ms, callback) {
        rests.push(ms)
        ends.push(callback)
      },
    },
  )
  const begun: number[] = []
  const add = (ms: number) =>
    lane.run('operation', 1, async () => {
      begun.push(ms)
      busy += ms
    })
  const all = [add(50), add(180), add(9_000), add(1)]
  await Promise.all(all.slice(0, 2))
  await nextRound()
  expect({ begun, rests }).toEqual({ begun: [50, 180], rests: [180] })
  ends.shift()?.()
  await all[2]
  await nextRound()
  expect({ begun, rests }).toEqual({ begun: [50, 180, 9_000], rests: [180, 1_000] })
  ends.shift()?.()
  await all[3]
  expect(begun).toEqual([50, 180, 9_000, 1])
})

test('work that fails frees its place', async () => {
  const lane = createLane({ operations: 1, cost: 1 }, { busyMs: () => 0 })
  await expect(lane.run('operation', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await lane.run('operation', 1, async () => 'yes')).toBe('yes')
})

test('P32 with any work in any order, the limits hold and everything runs once', async () => {
  const piece = fc.record({ cost: fc.nat(15), kind: fc.constantFrom<LaneKind>('operation', 'delivery') })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async pieces => {
      const lane = createLane({ operations: 3, cost: 10 }, { busyMs: () => 0 })
      let running = 0
      let cost = 0
      const results = await Promise.all(
        pieces.map((one, index) =>
          lane.run(one.kind, one.cost, async () => {
            running += 1
            cost += one.cost
            expect(running).toBeLessThanOrEqual(3)
            expect(running === 1 || cost <= 10).toBe(true)
            await nextRound()
            running -= 1
            cost -= one.cost
            return index
          }),
        ),
      )
      expect(results).toEqual(pieces.map((_, index) => index))
    }),
    { numRuns: 50 },
  )
})

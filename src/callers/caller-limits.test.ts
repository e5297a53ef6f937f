import { expect, test } from 'vitest'
import { defaultCallerLimits, readCallerLimits } from './caller-limits.ts'

test('a limit that is not named keeps its default', () => {
  const faults: string[] = []
  const limits = readCallerLimits(' requests=10/1, sockets=3 ,cost=7', faults)
  expect(limits).toEqual({ ...defaultCallerLimits, requests: { count: 10, seconds: 1 }, sockets: 3, cost: 7 })
  expect(readCallerLimits(undefined, faults)).toEqual(defaultCallerLimits)
  expect(readCallerLimits('queued=1', faults, 'X', limits)).toEqual({ ...limits, queued: 1 })
  expect(faults).toEqual([])
})

test('P23 each fault names the given and the expected value', () => {
  const faults: string[] = []
  readCallerLimits('requests=5,analyses=0/60,sockets=1.5,cost=-1,calls=5/1,operations', faults)
  const rate = 'wants a number per seconds, such as 6000/60'
  const count = 'wants a whole number above 0'
  expect(faults).toEqual([
    `CALLER_LIMITS: got "requests=5"; ${rate}`,
    `CALLER_LIMITS: got "analyses=0/60"; ${rate}`,
    `CALLER_LIMITS: got "sockets=1.5"; ${count}`,
    `CALLER_LIMITS: got "cost=-1"; ${count}`,
    `CALLER_LIMITS: got "calls=5/1"; wants <limit>=<value>, where the limits are ${Object.keys(defaultCallerLimits).join(', ')}`,
    `CALLER_LIMITS: got "operations"; ${count}`,
  ])
})

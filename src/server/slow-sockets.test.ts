import { expect, test } from 'vitest'
import { createSlowSocketWatch, slowSocketLimits } from './slow-sockets.ts'

const { bytes, ms } = slowSocketLimits

test('P6 a socket is too slow when it has been above the limit without interruption for the whole time', () => {
  let time = 0
  const isTooSlow = createSlowSocketWatch(() => new Date(time))
  const seen: [at: number, bufferedAmount: number, tooSlow: boolean][] = [
    [0, bytes, false],
    [1_000, bytes + 1, false],
    [1_000 + ms - 1, bytes + 1, false],
    [1_000 + ms, bytes, false],
    [2_000 + ms, bytes * 50, false],
    [2_000 + 2 * ms - 1, bytes * 50, false],
    [2_000 + 2 * ms, bytes + 1, true],
  ]
  const socket = { bufferedAmount: 0 }
  for (const [at, bufferedAmount, tooSlow] of seen) {
    time = at
    socket.bufferedAmount = bufferedAmount
    expect({ at, tooSlow: isTooSlow(socket) }).toEqual({ at, tooSlow })
  }
})

test('P6 each socket has its own limits', () => {
  let time = 0
  const isTooSlow = createSlowSocketWatch(() => new Date(time))
  const slow = { bufferedAmount: bytes + 1 }
  isTooSlow(slow)
  time = ms
  expect(isTooSlow({ bufferedAmount: bytes + 1 })).toBe(false)
  expect(isTooSlow(slow)).toBe(true)
})

import { expect, test } from 'vitest'
import { returnBuffer, takeBuffer } from './reused-buffers.ts'

test('a buffer is long enough, and is not given to two at the same time', () => {
  const lengths = [1, 200_000, 70_000, 3_000_000]
  for (let round = 0; round < 3; round += 1) {
    const taken = lengths.map(takeBuffer)
    expect(taken.every((buffer, index) => buffer.length >= (lengths[index] ?? 0))).toBe(true)
    expect(new Set(taken).size).toBe(lengths.length)
    for (const buffer of taken) returnBuffer(buffer)
  }
})

test('a returned buffer is given again', () => {
  const buffer = takeBuffer(1_000_000)
  returnBuffer(buffer)
  expect(takeBuffer(500_000) === buffer).toBe(true)
})

test('at most eight are kept, of at most 4 MiB each', () => {
  const longest = 4 * 1024 * 1024
  const larger = takeBuffer(longest + 1)
  returnBuffer(larger)
  expect(takeBuffer(longest + 1) === larger).toBe(false)
  const taken = Array.from({ length: 12 }, () => takeBuffer(longest))
  for (const buffer of taken) returnBuffer(buffer)
  const again = Array.from({ length: 12 }, () => takeBuffer(longest))
  expect(again.filter(buffer => taken.includes(buffer)).length).toBe(8)
})

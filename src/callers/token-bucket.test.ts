import { expect, test } from 'vitest'
import { createTokenBucket } from './token-bucket.ts'

test('gives its capacity at once, then one after each refill, and returns the seconds until the next', () => {
  let time = 1_000_000
  const bucket = createTokenBucket({ count: 3, seconds: 30 }, () => new Date(time))
  expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([null, null, null, 10])
  time += 9_500
  expect(bucket.take()).toBe(1)
  time += 500
  expect([bucket.take(), bucket.take()]).toEqual([null, 10])
  expect(bucket.isFull()).toBe(false)
  time += 3_600_000
  expect(bucket.isFull()).toBe(true)
  expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([null, null, null, 10])
})

test('a clock that is set back adds and removes nothing', () => {
  let time = 1_000_000
  const bucket = createTokenBucket({ count: 1, seconds: 10 }, () => new Date(time))
  bucket.take()
  time -= 500_000
  expect(bucket.take()).toBe(10)
  time += 10_000
  expect(bucket.take()).toBe(null)
})

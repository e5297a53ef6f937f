import { describe, expect, test } from 'vitest'
import { isLastOfWindow, rateLimitResetMs, retryAfterMs } from './retry-after.ts'

const now = new Date('2026-03-01T12:00:00Z')
const dateIn = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toUTCString()
const unixIn = (seconds: number): string => String(now.getTime() / 1000 + seconds)

describe('P12 Retry-After', () => {
  test.each([
    ['120', 120_000],
    ['0', 0],
    ['1.5', 1500],
    [dateIn(42), 42_000],
    [dateIn(-42), 0],
    ['604800', 86_400_000],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['12 parsecs', null],
  ])('%j is %j ms', (text, expected) => {
    expect(retryAfterMs({ 'retry-after': text }, now)).toBe(expected)
  })

  test('that is absent is null', () => {
    expect(retryAfterMs({}, now)).toBeNull()
  })

  test('as a date is measured by the vendor’s clock', () => {
    expect(retryAfterMs({ 'retry-after': dateIn(42), date: dateIn(30) }, now)).toBe(12_000)
  })
})

describe('P12 X-RateLimit-Reset', () => {
  test.each([
    [unixIn(37), 37_000],
    [unixIn(0), null],
    [unixIn(-5), null],
    ['99999999999999', 3_600_000],
    ['', null],
    ['tomorrow', null],
  ])('%j is %j ms', (text, expected) => {
    expect(rateLimitResetMs({ 'x-ratelimit-reset': text }, now)).toBe(expected)
  })

  test.each([
    ['ahead of ours', 300, 310],
    ['behind ours', -300, -290],
  ])('is measured by the vendor’s clock when that is %s', (_, theirs, reset) => {
    expect(rateLimitResetMs({ 'x-ratelimit-reset': unixIn(reset), date: dateIn(theirs) }, now)).toBe(10_000)
  })

  test('is measured by our clock when the vendor’s is hours off or unreadable', () => {
    expect(rateLimitResetMs({ 'x-ratelimit-reset': unixIn(10), date: dateIn(-7200) }, now)).toBe(10_000)
    expect(rateLimitResetMs({ 'x-ratelimit-reset': unixIn(10), date: 'noon' }, now)).toBe(10_000)
  })
})

test('P12 only a remaining count of 0 ends a window', () => {
  expect(
    ['0', '1', '', undefined].map(count =>
      isLastOfWindow(count === undefined ? {} : { 'x-ratelimit-remaining': count }),
    ),
  ).toEqual([true, false, false, false])
})

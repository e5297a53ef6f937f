import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemTimers } from './timers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a timer can be longer than the longest of Node', () => {
  const month = 31 * 86_400_000
  const callback = vi.fn()
  systemTimers.after(month, callback)
  vi.advanceTimersByTime(month - 1)
  expect(callback).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(callback).toHaveBeenCalledOnce()
})

test('a timer can be cancelled, also after the first part of a long time', () => {
  const callback = vi.fn()
  const cancels = [systemTimers.after(2 ** 32, callback), systemTimers.every(1_000, callback)]
  vi.advanceTimersByTime(500)
  cancels[1]?.()
  vi.advanceTimersByTime(2 ** 31)
  cancels[0]?.()
  vi.advanceTimersByTime(2 ** 33)
  expect(callback).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

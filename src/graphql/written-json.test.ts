import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { fillIn, reuseAfterAnswer } from './written-json.ts'

test('P7 a subscription that a request began keeps no buffers of its events', async () => {
  let inContextOfRequest = AsyncLocalStorage.snapshot()
  await fillIn(async () => {
    inContextOfRequest = AsyncLocalStorage.snapshot()
    return '{"data":null}'
  })
  const kept = inContextOfRequest(() => {
    const buffer = Buffer.alloc(10_000_000)
    reuseAfterAnswer(buffer)
    return new WeakRef(buffer)
  })
  // A weak reference is cleared only after the job that made it.
  await setImmediate()
  heapAfterCollection()
  expect(kept.deref() === undefined).toBe(true)
  inContextOfRequest(() => {})
})

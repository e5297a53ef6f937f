import { expect, test } from 'vitest'
import { createTenantFeed } from './tenant-feed.ts'

test('a notification of an event that does not exist leads to one read, and so does the next notification', async () => {
  const reads: number[] = []
  const feed = createTenantFeed(7, {
    async read(after) {
      reads.push(after)
      if (reads.length > 2) throw new Error('It is read again and again.')
      return []
    },
    remembered: 10,
    onEmpty() {},
  })
  await feed.refresh(7)
  expect(reads).toEqual([])
  await feed.refresh(1_000_000)
  expect(reads).toEqual([7])
  await feed.refresh(8)
  expect(reads).toEqual([7, 7])
})

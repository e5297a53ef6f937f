import { expect, test } from 'vitest'
import { createQueryStore } from './query-store.ts'

test('P19 persisted queries come to no more than was said: those unused for longest are forgotten', async () => {
  const store = createQueryStore(100)
  await store.set('a', 'x'.repeat(40))
  await store.set('b', 'x'.repeat(40))
  expect(await store.get('a')).toHaveLength(40)
  await store.set('c', 'x'.repeat(40))
  expect(await store.get('b')).toBeUndefined()
  expect(await store.get('a')).toHaveLength(40)
  await store.set('d', 'x'.repeat(101))
  expect(await store.get('d')).toBeUndefined()
  await store.delete('a')
  expect(await store.get('a')).toBeUndefined()
})

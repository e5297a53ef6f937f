import { expect, test } from 'vitest'
import { createTurnCache } from './turn-cache.ts'

test('P17 subscriptions share what is made for an event under one key, for one turn', async () => {
  const cache = createTurnCache<object>()
  const create = () => ({})
  const event = {}
  const first = cache(event, 'acme', create)
  const bound = cache(event, 'acme/app_1', create)
  expect(cache(event, 'acme', create)).toBe(first)
  expect(bound).not.toBe(first)
  expect(cache({}, 'acme', create)).not.toBe(first)
  expect(createTurnCache<object>()(event, 'acme', create)).not.toBe(first)
  await new Promise(resolve => setImmediate(resolve))
  const later = cache(event, 'acme', create)
  expect([first, bound]).not.toContain(later)
  expect(cache(event, 'acme', create)).toBe(later)
})

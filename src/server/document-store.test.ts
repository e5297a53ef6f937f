import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createDocumentStore, documentBytes } from './document-store.ts'

test('P32 documents are kept up to so much memory, their comments counted', async () => {
  const small = parse('{ a }')
  const commented = parse(`{ b } # ${'x'.repeat(5_000)}`)
  expect(documentBytes(commented)).toBeGreaterThan(documentBytes(small) + 10_000)
  const store = createDocumentStore(documentBytes(commented) + documentBytes(small) / 2)
  await store.set('commented', commented)
  expect(await store.get('commented')).toBe(commented)
  await store.set('small', small)
  expect(await store.get('commented')).toBeUndefined()
  expect(await store.get('small')).toBe(small)
})

test('P32 a document is estimated by its nodes, not by its characters alone', () => {
  expect(documentBytes(parse(`{ ${'a '.repeat(500)} }`))).toBeGreaterThan(500 * 500)
})

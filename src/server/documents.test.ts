import { createHash } from 'node:crypto'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { createDocuments, documentBytes } from './documents.ts'

const small = parse('{ a }')
const commentedText = `{ b } # ${'x'.repeat(5_000)}`
const commented = parse(commentedText)

test('P32 documents are cached up to a limit of memory, which counts their comments', () => {
  expect(documentBytes(commented)).toBeGreaterThan(documentBytes(small) + 10_000)
  const documents = createDocuments(documentBytes(commented) + documentBytes(small) / 2)
  documents.keep(commented)
  expect(documents.find(commentedText)?.document).toBe(commented)
  documents.keep(small)
  expect(documents.find(commentedText)).toBeNull()
  expect(documents.find('{ a }')?.document).toBe(small)
})

test('P32 the memory of a document is estimated by its nodes, not only by its characters', () => {
  expect(documentBytes(parse(`{ ${'a '.repeat(500)} }`))).toBeGreaterThan(500 * 500)
})

test("a document is found by its text, and by Apollo Server's key, until it is removed", async () => {
  const { find, store } = createDocuments()
  const key = `schema:${createHash('sha256').update('{ a }').digest('hex')}`
  expect(await store.get(key)).toBeUndefined()
  await store.set(key, small)
  expect(find('{ a }')).toEqual({ text: '{ a }', hash: key.slice('schema:'.length), document: small })
  expect(await store.get(key)).toBe(small)
  await store.delete(key)
  expect([find('{ a }'), await store.get(key)]).toEqual([null, undefined])
})

test('a document that is too large to be cached is returned, but not found again', async () => {
  const { keep, find, store } = createDocuments(10)
  expect(keep(small).document).toBe(small)
  expect([find('{ a }'), await store.get(keep(small).hash)]).toEqual([null, undefined])
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createOperationTexts } from './operation-texts.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('P19 the total size of persisted queries is limited: those unused for longest are evicted', () => {
  const texts = createOperationTexts(null, 100)
  const find = (text: string) => texts.find({ documentId: sha256(text) }, { scopes: new Set() }).text
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(letter === 'd' ? 101 : 40))
  if (!a || !b || !c || !d) throw new Error('There are four texts.')
  texts.keep(a)
  texts.keep(b)
  expect(find(a)).toBe(a)
  texts.keep(c)
  expect([find(a), find(b), find(c)]).toEqual([a, null, c])
  texts.keep(d)
  expect(find(d)).toBeNull()
})

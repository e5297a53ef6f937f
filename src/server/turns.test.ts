import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const nextRound = () => new Promise(resolve => setImmediate(resolve))

test('P32 one piece of work of each key is done in a round, also of work added meanwhile', async () => {
  const takeTurn = createTurns()
  const done: string[] = []
  const add = (key: string, name: string, then = () => {}) =>
    takeTurn(key, () => {
      done.push(name)
      then()
    })
  add('a', 'a1', () => add('a', 'a4'))
  for (const name of ['a2', 'a3']) add('a', name)
  add('b', 'b1', () => add('b', 'b2'))
  expect(done).toEqual([])
  const rounds = []
  for (let round = 0; round < 5; round += 1) {
    await nextRound()
    rounds.push(done.splice(0))
  }
  expect(rounds).toEqual([['a1', 'b1'], ['a2', 'b2'], ['a3'], ['a4'], []])
})

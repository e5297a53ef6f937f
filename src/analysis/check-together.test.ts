import { expect, test } from 'vitest'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import type { JsonValue } from '../domain/json.ts'
import type { Progress } from '../providers/analysis-driver.ts'
import { createCheckTogether } from './check-together.ts'

const running = (providerStage: string): Progress => ({
  kind: 'running',
  stage: 'EXTRACTING',
  providerStage,
  retryAfterMs: null,
})

function listingDriver() {
  const lists: (readonly JsonValue[])[] = []
  const singles: JsonValue[] = []
  return {
    ...createScriptedDriver(),
    lists,
    singles,
    async check(checkpoint: JsonValue) {
      singles.push(checkpoint)
      return running(`single ${checkpoint}`)
    },
    async checkMany(checkpoints: readonly JsonValue[]) {
      lists.push(checkpoints)
      return checkpoints.map(checkpoint => running(`listed ${checkpoint}`))
    },
  }
}

test('analyses that are looked at together cost one call, and each gets its own answer', async () => {
  const check = createCheckTogether()
  const driver = listingDriver()
  const other = listingDriver()
  const answers = await Promise.all([check(driver, 'a'), check(driver, 'b'), check(other, 'x'), check(driver, 'c')])
  expect(answers.map(answer => ('providerStage' in answer ? answer.providerStage : null))).toEqual([
    'listed a',
    'listed b',
    'single x',
    'listed c',
  ])
  expect([driver.lists, driver.singles, other.lists, other.singles]).toEqual([[['a', 'b', 'c']], [], [], ['x']])
})

test('one whose vendor cannot list is asked about alone', async () => {
  const check = createCheckTogether()
  const driver = createScriptedDriver()
  await Promise.all([check(driver, 'a'), check(driver, 'b')])
  expect(driver.calls).toEqual(['check', 'check'])
})

test('nothing is remembered: the next look asks again', async () => {
  const check = createCheckTogether()
  const driver = listingDriver()
  await check(driver, 'a')
  await check(driver, 'a')
  expect(driver.singles).toEqual(['a', 'a'])
})

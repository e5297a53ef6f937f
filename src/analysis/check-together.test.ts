import { expect, test } from 'vitest'
import { createScriptedDriver } from '../../test/support/scripted-driver.ts'
import type { JsonValue } from '../domain/json.ts'
import type { Progress, ResultDriver } from '../providers/analysis-driver.ts'
import { createCheckTogether } from './check-together.ts'

const running = (providerStage: string): Progress => ({
  kind: 'running',
  stage: 'EXTRACTING',
  providerStage,
  retryAfterMs: null,
})

const { signal: waiting } = new AbortController()

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

test('analyses that are checked at the same time share one call, and each gets its own answer', async () => {
  const check = createCheckTogether()
  const driver = listingDriver()
  const other = listingDriver()
  const answers = await Promise.all([
    check(driver, 'a', waiting),
    check(driver, 'b', waiting),
    check(other, 'x', waiting),
    check(driver, 'c', waiting),
  ])
  expect(answers.map(answer => ('providerStage' in answer ? answer.providerStage : null))).toEqual([
    'listed a',
    'listed b',
    'single x',
    'listed c',
  ])
  expect([driver.lists, driver.singles, other.lists, other.singles]).toEqual([[['a', 'b', 'c']], [], [], ['x']])
})

test('an analysis is checked with its own call if the vendor cannot list analyses', async () => {
  const check = createCheckTogether()
  const driver = createScriptedDriver()
  await Promise.all([check(driver, 'a', waiting), check(driver, 'b', waiting)])
  expect(driver.calls).toEqual(['check', 'check'])
})

test('answers are not cached: the next look asks again', async () => {
  const check = createCheckTogether()
  const driver = listingDriver()
  await check(driver, 'a', waiting)
  await check(driver, 'a', waiting)
  expect(driver.singles).toEqual(['a', 'a'])
})

test('an aborted check rejects at once; the call continues for the others and is aborted with the last of them', async () => {
  const check = createCheckTogether()
  const signals: AbortSignal[] = []
  const answer = Promise.withResolvers<readonly Progress[]>()
  const driver: ResultDriver = {
    ...createScriptedDriver(),
    checkMany(_checkpoints, job) {
      if (job?.signal) signals.push(job.signal)
      return answer.promise
    },
  }
  const [first, second] = [new AbortController(), new AbortController()]
  const answers = [check(driver, 'a', first.signal), check(driver, 'b', second.signal)]
  const outcomes = Promise.allSettled(answers)
  await expect.poll(() => signals).toHaveLength(1)
  first.abort(new Error('gave up'))
  await expect(answers[0]).rejects.toThrow('gave up')
  expect(signals[0]?.aborted).toBe(false)
  second.abort()
  expect(signals[0]?.aborted).toBe(true)
  await outcomes
})

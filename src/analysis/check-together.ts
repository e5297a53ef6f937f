import { addAbortListener } from 'node:events'
import DataLoader from 'dataloader'
import type { JsonValue } from '../domain/json.ts'
import type { Progress, ResultDriver } from '../providers/analysis-driver.ts'

/** How long checks are gathered: long enough for analyses that are claimed together, too short to be noticed. */
const gatherMs = 25
const mostTogether = 100

/** Asks a driver for the progress of an analysis. Rejects as soon as the signal is aborted. */
export type Check = (driver: ResultDriver, checkpoint: JsonValue, signal: AbortSignal) => Promise<Progress>

interface Question {
  readonly checkpoint: JsonValue
  readonly signal: AbortSignal
}

/** Checks analyses that come at the same time with one call, if the vendor can list. */
export function createCheckTogether(): Check {
  const loaders = new WeakMap<ResultDriver, DataLoader<Question, Progress>>()

  function loaderOf(driver: ResultDriver, checkMany: NonNullable<ResultDriver['checkMany']>) {
    const known = loaders.get(driver)
    if (known) return known
    const loader = new DataLoader<Question, Progress>(
      async questions => {
        const [only] = questions
        if (questions.length === 1 && only) return [await driver.check(only.checkpoint, { signal: only.signal })]
        const checkpoints = questions.map(question => question.checkpoint)
        return checkMany(checkpoints, { signal: allAborted(questions.map(question => question.signal)) })
      },
      { cache: false, maxBatchSize: mostTogether, batchScheduleFn: send => setTimeout(send, gatherMs) },
    )
    loaders.set(driver, loader)
    return loader
  }

  return (driver, checkpoint, signal) =>
    driver.checkMany
      ? untilAborted(loaderOf(driver, driver.checkMany).load({ checkpoint, signal }), signal)
      : driver.check(checkpoint, { signal })
}

/** A signal that is aborted when all the given ones are, so that the call continues while one of them waits for it. */
function allAborted(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController()
  let waiting = signals.length
  const leave = () => {
    waiting -= 1
    if (waiting === 0) controller.abort()
  }
  for (const signal of signals)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  return controller.signal
}

async function untilAborted<Result>(answer: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = Promise.withResolvers<never>()
  using _listener = addAbortListener(signal, () => aborted.reject(signal.reason))
  return await Promise.race([answer, aborted.promise])
}

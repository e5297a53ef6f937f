import DataLoader from 'dataloader'
import type { JsonValue } from '../domain/json.ts'
import type { Progress, ResultDriver } from '../providers/analysis-driver.ts'

/** Long enough for the jobs fetched together to come this far, too short to be felt. */
const gatherMs = 25
const mostTogether = 100

/** Asks a driver how far an analysis is. */
export type Check = (driver: ResultDriver, checkpoint: JsonValue) => Promise<Progress>

/** Asks about the analyses that come at the same moment with one call, where the vendor can list. */
export function createCheckTogether(): Check {
  const loaders = new WeakMap<ResultDriver, DataLoader<JsonValue, Progress>>()

  function loaderOf(driver: ResultDriver, checkMany: NonNullable<ResultDriver['checkMany']>) {
    const known = loaders.get(driver)
    if (known) return known
    const loader = new DataLoader<JsonValue, Progress>(
      async checkpoints => {
        const [only] = checkpoints
        if (checkpoints.length === 1 && only !== undefined) return [await driver.check(only)]
        return checkMany(checkpoints)
      },
      { cache: false, maxBatchSize: mostTogether, batchScheduleFn: send => setTimeout(send, gatherMs) },
    )
    loaders.set(driver, loader)
    return loader
  }

  return (driver, checkpoint) =>
    driver.checkMany ? loaderOf(driver, driver.checkMany).load(checkpoint) : driver.check(checkpoint)
}

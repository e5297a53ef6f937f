import { addDays } from '../src/domain/calendar-date.ts'
import type { Findings } from '../src/providers/findings.ts'
import { createScriptedDriver } from '../test/support/scripted-driver.ts'

/** The number of transactions in a batch. */
const batch = 1_000
const perDay = 300

/**
 * A vendor in memory with one statement of any length. `whenAsked` is called before each batch with the number of
 * transactions so far.
 */
export function createLargeStatementDriver(count: number, whenAsked: (handedOver: number) => void) {
  const scripted = createScriptedDriver()

  async function* collect(job: Parameters<typeof scripted.collect>[0]): AsyncIterable<Findings> {
    const [first, second] = await Array.fromAsync(scripted.collect(job))
    const like = first?.transactions?.[0]
    if (!like || !second) throw new Error('There is nothing to go by.')
    for (let start = 0; start < count; start += batch) {
      whenAsked(start)
      const transactions = Array.from({ length: Math.min(batch, count - start) }, (_, index) => {
        const number = start + index
        return {
          ...like,
          amount: `-${(number * 7_919) % 20_011}.${String(number % 100).padStart(2, '0')}`,
          bookingDate: addDays('2020-01-01', Math.floor(number / perDay)),
          description: `Payment ${number % 1_000} for the order of last week`,
        }
      })
      yield { transactions }
    }
    whenAsked(count)
    yield second
  }

  return { ...scripted, collect }
}

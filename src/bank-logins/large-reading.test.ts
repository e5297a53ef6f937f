import type pg from 'pg'
import { expect, test } from 'vitest'
import { createBankReadings } from '../../test/support/bank-readings.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { insertRows } from '../../test/support/rows.ts'
import { addDays } from '../domain/calendar-date.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { BankFindings } from '../providers/bank-login-driver.ts'
import type { Database } from '../store/database.ts'
import type { TenantQuery } from '../store/sql.ts'

const rows = 2_100
const batch = 100
const rowsPerStatement = 1_000
/** A transaction has about a kilobyte. Noise is less than a megabyte. */
const allowedGrowth = rows * 1_000
const words = 'x'.repeat(1_000)
const tenant = parseTenantId('large')

describeOnOneDatabase('an account with many transactions', database => {
  /** The most rows that one SQL statement of the publication wrote. */
  let mostRows = 0
  const readings = createBankReadings(() => noting(database()), tenant)

  /** A database that records the row counts of its statements. */
  function noting(over: Database): Database {
    const notingWork: Database = {
      ...over,
      transaction: work =>
        over.lane('work').transaction(tx =>
          work({
            ...tx,
            rowsPerStatement,
            async rows<Row extends pg.QueryResultRow>(query: TenantQuery) {
              const found = await tx.rows<Row>(query)
              for (const { count } of found) if (typeof count === 'number') mostRows = Math.max(mostRows, count)
              return found
            },
          }),
        ),
    }
    return { ...over, lane: () => notingWork }
  }

  test('P30 is merged with bounded statements and constant memory, and writes no row when it is read again', async () => {
    await insertRows(database(), tenant, 'applicants', [{ id: 'app_large' }])
    const user = await readings.addUser('app_large')
    const heaps: number[] = []
    async function* read(): AsyncGenerator<BankFindings> {
      yield { logins: [{ key: 'l', reference: 'l', bank: { name: 'Bank' } }] }
      for (let start = 0; start < rows; start += batch) {
        if (start === batch || start === rows - batch) heaps.push(heapAfterCollection())
        yield { transactions: Array.from({ length: batch }, (_, index) => toMovement(start + index)) }
      }
      yield { accounts: [{ key: 'a', loginKey: 'l', reference: 'a', currency: 'EUR' }] }
    }
    const written = async () =>
      (
        await executeSql(
          database(),
          `select count(*)::integer as count, sum(amount)::text as sum, max(xmin::text::bigint)::text as newest from transactions where tenant_id = $1`,
          [tenant],
        )
      ).rows[0]

    expect(await readings.read(user, [], { read })).toEqual(['BANK_LOGIN_CONNECTED'])
    const first = await written()
    expect(first).toMatchObject({ count: rows })
    expect(mostRows).toBe(rowsPerStatement)
    expect((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)).toBeLessThan(allowedGrowth)

    expect(await readings.read(user, [], { read })).toEqual([])
    expect(await written()).toEqual(first)
  })
})

/** About thirty transactions a day, every tenth one with an id that another has too. */
function toMovement(index: number) {
  return {
    accountKey: 'a',
    providerTransactionId: index % 10 === 0 ? 'same' : `v-${index}`,
    status: 'BOOKED' as const,
    amount: `${index % 3 === 0 ? '' : '-'}${index}.01`,
    currency: 'EUR',
    bookingDate: addDays('2017-01-01', Math.floor(index / 31)),
    description: `Movement ${index % 97} ${words}`,
  }
}

import type pg from 'pg'
import { expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { addDays } from '../domain/calendar-date.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { Database } from './database.ts'
import type { TenantQuery } from './sql.ts'

const rowsPerStatement = 200
const rows = 501
const tenant = parseTenantId('large')

describeOnOneDatabase('two readings of one large statement', database => {
  const moves: string[] = []

  /** A database that notes where its statements insert transactions. */
  function noting(over: Database): Database {
    const notingWork: Database = {
      ...over,
      transaction: work =>
        over.lane('work').transaction(tx =>
          work({
            ...tx,
            rowsPerStatement,
            rows<Row extends pg.QueryResultRow>(query: TenantQuery) {
              const [, table] = /insert into (\w*transactions)/.exec(query.statement.text) ?? []
              if (table !== undefined) moves.push(table)
              return tx.rows<Row>(query)
            },
          }),
        ),
    }
    return { ...over, lane: () => notingWork }
  }

  test('P28 count once and are moved in bounded statements', async () => {
    const readings = createReadings(() => noting(database()), tenant)
    const applicantId = await readings.addApplicant('one')
    const read = (provider: string) => ({
      provider,
      statements: [
        {
          reference: provider,
          document: 'x',
          account: { accountNumber: '123456789' },
          transactions: Array.from({ length: rows }, (_, index): ReadTransaction => {
            return [addDays('2020-01-01', index % 1_000), `${index}.01`, `${provider} ${index}`]
          }),
        },
      ],
    })
    await readings.publish(applicantId, read('one'))
    moves.length = 0
    await readings.publish(applicantId, read('other'))

    // Three statements move the earlier copies, and three the later ones.
    expect(moves.filter(table => table === 'duplicate_transactions').length).toBe(6)
    // Without statistics, a join of two tables may compare all rows with all.
    await executeSql(database(), 'analyze transactions, duplicate_transactions')
    const found = await executeSql(
      database(),
      `select (select count(*) from transactions)::integer as counting, count(*)::integer as copies,
         count(original.id)::integer as matched
       from duplicate_transactions copy
       left join transactions original on original.tenant_id = copy.tenant_id and original.id = copy.duplicate_of_id
         and original.amount = copy.amount and original.effective_date = copy.effective_date
       where copy.tenant_id = $1`,
      [tenant],
    )
    expect(found.rows).toEqual([{ counting: rows, copies: rows, matched: rows }])
  })
})

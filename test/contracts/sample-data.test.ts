import { expect, test } from 'vitest'
import { insertApplicant } from '../../bench/sample-data.ts'
import { tenant } from '../../bench/settings.ts'
import { sql } from '../../src/store/sql.ts'
import { describeOnOneDatabase } from '../support/databases.ts'

describeOnOneDatabase('the sample data of the benchmarks', database => {
  test('fits the tables: every statement and every transaction of an applicant counts', async () => {
    const size = { statements: 2, transactionsPerStatement: 5 }
    const applicantId = await insertApplicant(database(), 1, size)
    const [counted] = await database().rows(sql`
      select (select count(*)::integer from statements where tenant_id = ${tenant} and applicant_id = ${applicantId} and current) as statements,
        (select count(*)::integer from transactions where tenant_id = ${tenant} and applicant_id = ${applicantId}) as transactions,
        (select count(*)::integer from risk_assessments where tenant_id = ${tenant} and applicant_id = ${applicantId} and current) as assessments`)
    expect(counted).toEqual({ statements: 2, transactions: 10, assessments: 1 })
  })
})

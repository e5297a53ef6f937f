import { expect, test } from 'vitest'
import { testSecretBox } from '../../test/support/add-changes.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { insertAnalysedApplicant } from '../../test/support/rows.ts'
import { addDays } from '../domain/calendar-date.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { sql } from '../store/sql.ts'
import { startStaging } from './stage-findings.ts'

const tenant = parseTenantId('large')
const rows = 10_000
const batch = 1_000
/** A tenth of a kilobyte for each row. Noise is less than a megabyte. */
const allowedGrowth = rows * 100

describeOnOneDatabase('a collection of many transactions', database => {
  test('takes the same memory at its end as at its beginning', async () => {
    await insertAnalysedApplicant(database(), tenant, '1')
    const at = new Date('2026-03-01T12:00:00Z')
    const staging = await startStaging(database(), {
      tenant,
      collection: { id: 'col_large', applicantId: 'app_1', analysisId: 'ana_1', createdAt: at },
      providerId: 'vendor',
      documents: [],
      secretBox: testSecretBox,
      noteUnread: () => {},
    })
    const heaps: number[] = []
    for (let start = 0; start < rows; start += batch) {
      if (start === 2 * batch || start === rows - batch) heaps.push(heapAfterCollection())
      await staging.add({ transactions: Array.from({ length: batch }, (_, index) => toMovement(start + index)) })
    }
    await staging.finish()
    const [first = 0, last = Number.NaN] = heaps
    expect(last - first).toBeLessThan(allowedGrowth)
    const [found] = await database().rows<{ count: number }>(sql`
      select count(distinct id) as count from staged_transactions where tenant_id = ${tenant}`)
    expect(found?.count).toBe(rows)
  })
})

/** Every tenth one has an id that others have too, and every seventh one has none. */
function toMovement(index: number) {
  const vendorId = index % 10 === 0 ? 'same' : `v-${index}`
  return {
    statementReference: `s-${Math.floor(index / 5_000)}`,
    providerTransactionId: index % 7 === 0 ? null : vendorId,
    status: 'BOOKED' as const,
    amount: `${index}.01`,
    bookingDate: addDays('2017-01-01', Math.floor(index / 31)),
    description: `Movement ${index % 97}`,
  }
}

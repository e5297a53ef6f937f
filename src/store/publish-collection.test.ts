import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../../test/support/rows.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { publishCollection } from './collections.ts'
import { sql } from './sql.ts'

interface Reading {
  readonly id: string
  readonly provider_id?: string
  readonly document_sha256?: string | null
  readonly account_number?: string | null
  readonly content_digest?: string
}

describeOnEveryDatabase('publishing', database => {
  let tenants = 0

  /** Which of the later statements are copies, and of which of the first ones. */
  async function publish(first: readonly Reading[], later: readonly Reading[]) {
    const tenant = parseTenantId(`publish-${tenants++}`)
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertCollection(database(), tenant, 'a', 'later', null)
    const add = (of: string, readings: readonly Reading[]) =>
      insertRows(
        database(),
        tenant,
        'statements',
        readings.map((reading, ordinal) => ({
          applicant_id: 'app_a',
          collection_id: `col_${of}`,
          analysis_id: `ana_${of}`,
          transaction_count: 3,
          ordinal,
          ...reading,
        })),
      )
    await add('a', first)
    await add('later', later)
    const collection = { id: 'col_later', applicantId: 'app_a' }
    await database().transaction(tx => publishCollection(tx, tenant, collection, new Date('2025-09-02T08:00:00Z')))
    const rows = await database().rows<{ readonly id: string; readonly duplicate_of_id: string | null }>(sql`
      select id, duplicate_of_id from statements
      where tenant_id = ${tenant} and collection_id = 'col_later' order by ordinal`)
    return rows.map(row => row.duplicate_of_id)
  }

  const one = { id: 'stm_1', document_sha256: 'aa', account_number: '111' }
  const two = { id: 'stm_2', document_sha256: 'aa', account_number: '222' }

  test('a second reading of a document is a copy of the first, account by account', async () => {
    expect(
      await publish(
        [one, two],
        [
          { ...two, id: 'stm_3' },
          { ...one, id: 'stm_4' },
        ],
      ),
    ).toEqual(['stm_2', 'stm_1'])
  })

  test('an account of the document that the first reading did not find is no copy', async () => {
    expect(await publish([one], [{ ...two, id: 'stm_3' }])).toEqual([null])
  })

  test('a reading by another provider is a copy, however that writes the account’s number', async () => {
    const other = { provider_id: 'another', document_sha256: 'aa' }
    const readings = [
      { ...other, id: 'stm_3', account_number: 'FR76 222' },
      { ...other, id: 'stm_4', account_number: '222' },
      { ...other, id: 'stm_5', document_sha256: 'bb', account_number: '111' },
    ]
    expect(await publish([one, two], readings)).toEqual(['stm_1', 'stm_2', null])
  })

  test('the same account with the same movements is a copy, from whatever document; an unknown account is not', async () => {
    const known = { id: 'stm_1', account_number: '111', content_digest: 'same' }
    const unknown = { id: 'stm_2', account_number: null, content_digest: 'same' }
    const readings = [
      { ...known, id: 'stm_3', document_sha256: 'cc' },
      { ...known, id: 'stm_4', content_digest: 'another' },
      { ...unknown, id: 'stm_5' },
    ]
    expect(await publish([known, unknown], readings)).toEqual(['stm_1', null, null])
  })
})

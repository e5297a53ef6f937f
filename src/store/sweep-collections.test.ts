import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../../test/support/rows.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { sweepCollections } from './sweep-collections.ts'

const tenant = parseTenantId('acme')

describeOnEveryDatabase('sweeping collections', database => {
  test('deletes published staged rows, abandoned collections and metrics of superseded assessments, and nothing that is still needed', async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertCollection(database(), tenant, 'a', 'running', null)
    await insertCollection(database(), tenant, 'a', 'abandoned', null)
    await executeSql(database(), `update collections set created_at = '2025-08-01' where id = 'col_abandoned'`)
    await executeSql(
      database(),
      // More rows than one SQL statement deletes.
      `insert into staged_transactions (tenant_id, owner_id, id, provider_id, applicant_id, position, status, amount, currency,
         direction, effective_date, tags, codes, fingerprint, search_text)
       select 'acme', owner, 'txn_' || n, 'reader', 'app_a', n, 'BOOKED', 1, 'EUR', 'CREDIT', date '2025-08-01', '[]', '[]', '', ''
       from (values ('col_a', 6000), ('col_running', 3), ('col_abandoned', 3)) as c(owner, rows)
       cross join lateral generate_series(1, rows) as n`,
    )
    const assessment = { applicant_id: 'app_a', id: 'rsk_1', analysis_id: 'ana_a' }
    await insertRows(database(), tenant, 'risk_assessments', [
      { ...assessment, collection_id: 'col_a', current: false },
      { ...assessment, collection_id: 'col_running', current: null, published_at: null },
    ])
    for (const collection_id of ['col_a', 'col_running'])
      await insertRows(database(), tenant, 'risk_metrics', [
        { collection_id, assessment_id: 'rsk_1', name: 'income', value: '1' },
      ])
    await insertRows(database(), tenant, 'transactions', [
      { applicant_id: 'app_a', collection_id: 'col_a', id: 'txn_1' },
    ])

    await sweepCollections(database(), new Date('2025-08-15T00:00:00Z'))
    const count = async (text: string) => (await executeSql(database(), text)).rows
    expect(await count('select owner_id, count(*)::int as rows from staged_transactions group by owner_id')).toEqual([
      { owner_id: 'col_running', rows: 3 },
    ])
    expect(await count('select id from collections order by id')).toEqual([{ id: 'col_a' }, { id: 'col_running' }])
    expect(await count('select collection_id from risk_metrics')).toEqual([{ collection_id: 'col_running' }])
    expect(await count('select id from transactions')).toEqual([{ id: 'txn_1' }])
  })
})

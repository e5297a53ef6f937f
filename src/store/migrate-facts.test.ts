import { beforeAll, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { migrateBefore } from '../../test/support/migrate-before.ts'
import { readList } from '../../test/support/read-list.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { countRows } from './keyset.ts'
import { migrate } from './migrate.ts'
import { publishAgain } from './publish-again.ts'
import { metricList, readRiskAssessments, toAssessmentKey } from './risk-assessments.ts'
import { readStatements } from './statements.ts'
import { toStatementKey, transactionList } from './transactions.ts'

const tenant = parseTenantId('acme')

/**
 * Data of an earlier version: an incomplete reading and its copy, an overlapping statement, a single transaction, an
 * unpublished collection.
 */
const before = `
insert into applicants (tenant_id, id, reference, kind, created_at, updated_at)
values ('acme', 'app_1', 'app_1', 'PERSON', now(), now());
insert into cases (tenant_id, id, applicant_id, opened_at, updated_at) values ('acme', 'case_1', 'app_1', now(), now());
insert into analyses (tenant_id, id, case_id, applicant_id, product, provider_id, status, stage, version, options, requested_at,
  updated_at, deadline, correlation_id)
select 'acme', 'ana_' || n, 'case_1', 'app_1', 'STATEMENT_EXTRACTION', 'reader', status, 'DONE', 1, '{}', now(), now(), now(), 'c'
from (values (1, 'PARTIAL'), (2, 'COMPLETED'), (3, 'COMPLETED'), (4, 'PROCESSING')) as a(n, status);
insert into collections (tenant_id, id, applicant_id, analysis_id, created_at, published_at)
select 'acme', 'col_' || n, 'app_1', 'ana_' || n, now(), case when n < 4 then timestamptz '2026-02-01 00:00Z' + n * interval '1 hour' end
from generate_series(1, 4) as n;
insert into statements (tenant_id, collection_id, id, ordinal, provider_id, applicant_id, analysis_id, document_sha256, bank_name,
  account, account_number, from_date, to_date, currency, fraud_signals, transaction_count, content_digest, duplicate_of_id, created_at)
select 'acme', 'col_' || n, 'stm_' || n, 0, 'reader', 'app_1', 'ana_' || n, sha, 'Bank',
  '{"accountNumber": "0123456789", "holderName": "A. Example"}', '0123456789', date '2026-01-01', till, 'EUR', '[]', 1, 'x', copy_of, now()
from (values (1, 'aa', date '2026-01-31', null), (2, 'aa', date '2026-01-31', 'stm_1'), (3, 'bb', date '2026-02-28', null),
  (4, 'cc', date '2026-01-31', null)) as s(n, sha, till, copy_of);
insert into transactions (tenant_id, collection_id, id, provider_id, applicant_id, statement_id, position, status, amount, currency,
  direction, booking_date, effective_date, description, tags, codes, fingerprint)
select 'acme', 'col_' || c, 'txn_' || c || '_' || p, 'reader', 'app_1', case when p < 9 then 'stm_' || c end, p, 'BOOKED', amount, 'EUR',
  'CREDIT', day, day, text, '[]', '[]', 'of then ' || p
from (values
  (1, 0, 10.00, date '2026-01-05', 'Coffee'),
  (2, 0, 10.00, date '2026-01-05', 'Coffee'), (2, 1, 20.00, date '2026-01-06', 'Tea'), (2, 2, 30.0, date '2026-01-07', 'ÄPFEL'),
  (3, 0, 30, date '2026-01-07', ' äpfel'), (3, 1, 40, date '2026-02-07', 'Water'), (3, 9, 50, date '2026-02-08', 'Alone'),
  (4, 0, 60, date '2026-01-05', 'Nobody sees this')
) as t(c, p, amount, day, text);
insert into risk_assessments (tenant_id, collection_id, id, kind, provider_id, applicant_id, analysis_id, assessed_at, level, signals, metrics)
values ('acme', 'col_2', 'rsk_1', 'CREDIT', 'reader', 'app_1', 'ana_2', now(), 'LOW', '[]',
  '[{"name": "income", "value": "1200.50", "unit": "EUR", "basis": null}, {"name": "rent", "value": "-1", "unit": null, "basis": "period"}]');`

describeOnEveryDatabase('data of an earlier version, after migration', database => {
  beforeAll(async () => {
    await migrateBefore(database(), '0006')
    await executeSql(database(), before, [])
    await migrate(database())
    // Two servers start at once.
    await Promise.all([publishAgain(database()), publishAgain(database())])
  })

  async function list(kind: 'applicant' | 'statement', key: string, includeDuplicates = false) {
    const args = { filter: { includeDuplicates }, orderBy: 'AMOUNT_ASC' } as const
    const wanted = transactionList({ kind, keys: [key] }, args)
    const rows = (await readList(database(), wholeTenant(tenant), wanted)).items.map(({ node }) => node)
    expect((await countRows(database(), wholeTenant(tenant), wanted)).get(key)).toBe(rows.length)
    return rows
  }

  test('P28 counts by the current rules: the complete reading, and overlapping transactions once', async () => {
    expect((await list('applicant', 'app_1')).map(row => row.id)).toEqual([
      'txn_2_0',
      'txn_2_1',
      'txn_2_2',
      'txn_3_1',
      'txn_3_9',
    ])
    const copies = (await list('applicant', 'app_1', true)).filter(row => row.duplicateOfId !== null)
    expect(copies.map(row => [row.id, row.duplicateOfId]).sort()).toEqual([
      ['txn_1_0', 'txn_2_0'],
      ['txn_3_0', 'txn_2_2'],
    ])
    const statements = await readStatements(database(), wholeTenant(tenant), ['stm_1', 'stm_2', 'stm_3', 'stm_4'])
    expect(
      statements.map(({ id, duplicateOfId, transactionCount }) => [id, duplicateOfId, transactionCount]).sort(),
    ).toEqual([
      ['stm_1', 'stm_2', 1],
      ['stm_2', null, 3],
      ['stm_3', null, 2],
    ])
    expect(statements.find(({ id }) => id === 'stm_3')?.overlapIds).toEqual(['stm_2'])
    expect(await list('statement', toStatementKey({ applicantId: 'app_1', id: 'stm_3' }))).toHaveLength(2)
  })

  test('keeps the order and every digit of the metrics', async () => {
    const [assessment] = await readRiskAssessments(database(), wholeTenant(tenant), ['rsk_1'])
    const key = assessment ? toAssessmentKey(assessment) : ''
    const wanted = metricList({ kind: 'assessment', keys: [key] }, { names: null })
    const metrics = await readList(database(), wholeTenant(tenant), wanted)
    expect(metrics.items.map(({ node }) => node)).toEqual([
      { name: 'income', value: '1200.50', unit: 'EUR', basis: null },
      { name: 'rent', value: '-1', unit: null, basis: 'period' },
    ])
  })

  test('leaves an unpublished collection unpublished', async () => {
    const { rows } = await executeSql(
      database(),
      `select s.owner_id, c.published_at, c.publish_again from staged_transactions s
       join collections c on c.tenant_id = s.tenant_id and c.id = s.owner_id where s.owner_id = 'col_4'`,
      [],
    )
    expect(rows).toEqual([{ owner_id: 'col_4', published_at: null, publish_again: false }])
  })
})

import { expect, test } from 'vitest'
import { adoptCarriedWork } from '../../src/analysis/adopt-work.ts'
import { openCheckpoint } from '../../src/events/sealed-checkpoint.ts'
import { migrate } from '../../src/store/migrate.ts'
import { testSecretBox } from '../support/add-changes.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { migrateBefore } from '../support/migrate-before.ts'
import { createScriptedDriver } from '../support/scripted-driver.ts'

const at = '2026-03-01T11:00:00Z'
const due = '2026-03-01T11:59:00Z'
const ended = { completed_at: at, next_check_at: null }

const analyses: readonly Readonly<Record<string, unknown>>[] = [
  { id: 'ana_queued', case_id: 'case_running', status: 'QUEUED', stage: 'WAITING' },
  {
    id: 'ana_sending',
    case_id: 'case_running',
    status: 'SUBMITTING',
    stage: 'UPLOADING',
    checkpoint: '"announced"',
    account_key: 'key-1',
    lease_owner: 'a worker that is gone',
    lease_until: at,
    failures: 2,
  },
  {
    id: 'ana_processing',
    case_id: 'case_running',
    status: 'PROCESSING',
    stage: 'EXTRACTING',
    checkpoint: '{"retrieveToken": "t0k3n", "n": [1, null]}',
    idle_checks: 4,
  },
  {
    id: 'ana_waiting',
    case_id: 'case_waiting',
    status: 'ACTION_REQUIRED',
    stage: 'WAITING',
    action: '{"type": "OPEN_URL", "documentIds": [], "url": "https://vendor.example/", "expiresAt": null}',
    checkpoint: 'null',
  },
  { id: 'ana_failed', case_id: 'case_retried', status: 'FAILED', stage: 'DONE', ...ended },
  {
    id: 'ana_retried',
    case_id: 'case_retried',
    status: 'COMPLETED',
    stage: 'DONE',
    retry_of_id: 'ana_failed',
    ...ended,
  },
  { id: 'ana_partial', case_id: 'case_partial', status: 'COMPLETED', stage: 'DONE', ...ended },
  { id: 'ana_partial_2', case_id: 'case_partial', status: 'FAILED', stage: 'DONE', ...ended },
  { id: 'ana_cancelled', case_id: 'case_partial', status: 'CANCELLED', stage: 'DONE', ...ended },
]
const caseStatuses = {
  case_open: 'OPEN',
  case_partial: 'PARTIAL',
  case_retried: 'COMPLETED',
  case_running: 'RUNNING',
  case_waiting: 'ACTION_REQUIRED',
}

describeOnEveryDatabase('a database of the previous version', database => {
  async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(row)
    const places = names.map((_, index) => `$${index + 1}`).join(', ')
    await executeSql(database(), `insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(row))
  }

  test('P1 P27 its open analyses are migrated and continue, and the old queue is removed', async () => {
    await migrateBefore(database(), '0007-work.sql')
    const tenant_id = 'carried'
    await insert('applicants', {
      tenant_id,
      id: 'app_1',
      reference: 'app_1',
      kind: 'PERSON',
      created_at: at,
      updated_at: at,
    })
    for (const id of Object.keys(caseStatuses))
      await insert('cases', { tenant_id, id, applicant_id: 'app_1', opened_at: at, updated_at: at })
    for (const analysis of analyses) {
      await insert('analyses', {
        tenant_id,
        applicant_id: 'app_1',
        product: 'STATEMENT_EXTRACTION',
        provider_id: 'test-provider',
        version: 1,
        options: '{}',
        requested_at: at,
        updated_at: at,
        deadline: '2026-03-02T11:00:00Z',
        next_check_at: due,
        correlation_id: `correlation of ${analysis.id}`,
        ...analysis,
      })
      const run = { tenant_id, analysis_id: analysis.id, ordinal: 0, provider_id: 'test-provider', started_at: at }
      await insert('analysis_runs', run)
    }
    await executeSql(database(), 'create schema pgboss')
    await executeSql(database(), 'create table pgboss.job (id text)')

    expect(await migrate(database())).toContain('0007-work.sql')

    const { rows } = await executeSql(database(), 'select * from work order by id')
    expect(rows).toMatchObject([
      { id: 'ana_processing', idle_looks: 4, failures: 0, turn: null, claim_owner: null, account_key: '' },
      { id: 'ana_queued', checkpoint: null, turn: null, correlation_id: 'correlation of ana_queued' },
      { id: 'ana_sending', failures: 2, turn: 'TAKEN', turn_since: new Date(at), account_key: 'key-1' },
      { id: 'ana_waiting', checkpoint: null },
    ])
    expect(rows.map(row => row.due_at)).toEqual(rows.map(() => new Date(due)))
    const cases = await executeSql(database(), 'select id, status from cases')
    expect(Object.fromEntries(cases.rows.map(({ id, status }) => [id, status]))).toEqual(caseStatuses)
    const schemas = await executeSql(database(), `select 1 from pg_namespace where nspname = 'pgboss'`)
    expect(schemas.rows).toEqual([])

    await adoptCarriedWork(database(), { accountKey: tenant => `account of ${tenant}` }, testSecretBox)
    const adopted = await executeSql(database(), 'select * from work order by id')
    expect(adopted.rows.map(row => row.account_key)).toEqual(rows.map(() => 'account of carried'))
    expect(JSON.stringify(adopted.rows)).not.toMatch(/t0k3n|announced/)
    expect(adopted.rows.map(row => openCheckpoint(testSecretBox, row.checkpoint))).toEqual([
      { retrieveToken: 't0k3n', n: [1, null] },
      null,
      'announced',
      null,
    ])

    const world = createAnalysisWorld(database(), createScriptedDriver(), tenant_id)
    await executeSql(database(), `delete from work where id in ('ana_queued', 'ana_sending', 'ana_waiting')`)
    await world.run()
    expect((await world.events('ana_processing')).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  })
})

import { z } from 'zod'
import { toSearchText } from '../../src/domain/fold-text.ts'
import type { TenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { executeSql } from './execute-sql.ts'

type Row = Readonly<Record<string, unknown>>

const at = '2025-09-01T08:00:00Z'

const movement = {
  provider_id: 'reader',
  position: 0,
  status: 'BOOKED',
  amount: '1.00',
  currency: 'EUR',
  direction: 'CREDIT',
  effective_date: '2025-08-01',
  tags: '[]',
  codes: '[]',
  fingerprint: '',
}

/** The default values of rows. */
const defaults = {
  applicants: { kind: 'PERSON', created_at: at, updated_at: at },
  cases: { opened_at: at, updated_at: at },
  documents: { file_name: 'statement.pdf', kind: 'BANK_STATEMENT', status: 'STORED', created_at: at, upload_until: at },
  analyses: {
    product: 'STATEMENT_EXTRACTION',
    provider_id: 'reader',
    status: 'COMPLETED',
    stage: 'DONE',
    version: 1,
    options: '{}',
    requested_at: at,
    updated_at: at,
    deadline: at,
  },
  work: {
    kind: 'analysis',
    provider_id: 'reader',
    account_key: 'account',
    due_at: at,
    via: 'POLL',
    correlation_id: 'c',
  },
  analysis_runs: { ordinal: 0, provider_id: 'reader', started_at: at },
  analysis_documents: { ordinal: 0 },
  collections: { created_at: at, published_at: at },
  statements: {
    ordinal: 0,
    provider_id: 'reader',
    account: '{}',
    currency: 'EUR',
    fraud_signals: '[]',
    created_at: at,
    published_at: at,
    current: true,
    in_case: true,
    leads_in_case: true,
  },
  transactions: movement,
  duplicate_transactions: { ...movement, shown: true },
  staged_transactions: movement,
  risk_assessments: {
    kind: 'CREDIT',
    provider_id: 'reader',
    assessed_at: at,
    level: 'LOW',
    signals: '[]',
    current: true,
    published_at: at,
  },
  risk_metrics: { ordinal: 0 },
  decisions: {
    provider_id: 'judge',
    status: 'REJECTED',
    fraud_risk: 'MEDIUM',
    validation: 'COMPLIANT',
    provider_words: { status: 'rejected', fraudRisk: 'medium', validation: 'compliant' },
    consistent: true,
    alerts: '[]',
    decided_at: at,
  },
  bank_users: { provider_id: 'reader', account_key: 'account', created_at: at },
  bank_sessions: {
    provider_id: 'reader',
    purpose: 'CONNECT',
    status: 'OPEN',
    success_url: 'https://app.example/',
    error_url: 'https://app.example/',
    exit_url: 'https://app.example/',
    opened_at: at,
    expires_at: '2025-09-01T09:00:00Z',
  },
  bank_logins: {
    provider_id: 'reader',
    provider_reference: 'vendor-login',
    bank: { name: 'Testbank', fullName: null, bic: null, bankCode: null, logo: null },
    retrieved_at: at,
    created_at: at,
  },
  bank_accounts: { provider_id: 'reader', ordinal: 0, type: 'CURRENT', currency: 'EUR', retrieved_at: at },
  shipments: {
    provider_id: 'reader',
    channel: 'LETTER',
    recipient: 'A recipient',
    subject: 'A subject',
    address: { name: null, street: null, postalCode: null, city: null, country: null, faxNumber: null },
    status: 'SENT',
    created_at: at,
    updated_at: at,
    deadline: at,
  },
  reports: { ordinal: 0, provider_id: 'reader', reference: 'rep-1', name: 'report.pdf', media_type: 'application/pdf' },
} as const satisfies Readonly<Record<string, Row>>

export type Table = keyof typeof defaults

/** Inserts rows with default values for absent columns. Objects and arrays become JSON. */
export async function insertRows(
  database: Database,
  tenant: TenantId,
  table: Table,
  rows: readonly Row[],
): Promise<void> {
  for (const { collection_id, ...row } of rows) {
    const values = Object.entries({
      tenant_id: tenant,
      ...defaults[table],
      ...(table === 'applicants' && { reference: row.id }),
      ...(table.endsWith('transactions') && { search_text: toSearched(row) }),
      ...(collection_id !== undefined && {
        [table.endsWith('transactions') ? 'owner_id' : 'collection_id']: collection_id,
      }),
      ...row,
    })
    const names = values.map(([name]) => name).join(', ')
    const parameters = values.map((_, index) => `$${index + 1}`).join(', ')
    await executeSql(
      database,
      `insert into ${table} (${names}) values (${parameters})`,
      values.map(([name, value]) => toParameter(name, value)),
    )
  }
  if (table === 'statements')
    await executeSql(
      database,
      `update statements s set case_id = (select case_id from analyses a where a.tenant_id = s.tenant_id and a.id = s.analysis_id)
       where case_id is null`,
      [],
    )
}

const searchedSchema = z.object({
  description: z.string().nullish(),
  counterparty: z.object({ name: z.string().nullish() }).nullish(),
})

function toSearched(row: Row): string {
  const { description, counterparty } = searchedSchema.parse(row)
  return toSearchText(description ?? null, counterparty?.name ?? null)
}

function toParameter(name: string, value: unknown): unknown {
  const isJson =
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !name.endsWith('months') &&
    !name.endsWith('_ids')
  return isJson ? JSON.stringify(value) : value
}

/** Inserts an applicant with one case, one analysis and its published collection. Their ids end with the name. */
export async function insertAnalysedApplicant(database: Database, tenant: TenantId, name: string): Promise<void> {
  await insertRows(database, tenant, 'applicants', [{ id: `app_${name}` }])
  await insertRows(database, tenant, 'cases', [{ id: `case_${name}`, applicant_id: `app_${name}` }])
  await insertCollection(database, tenant, name, name)
}

/** Inserts a further analysis of an applicant with its published collection. Their ids end with the name. */
export async function insertCollection(
  database: Database,
  tenant: TenantId,
  applicant: string,
  name: string,
  publishedAt: string | null = at,
): Promise<void> {
  const owner = { applicant_id: `app_${applicant}` }
  await insertRows(database, tenant, 'analyses', [{ ...owner, id: `ana_${name}`, case_id: `case_${applicant}` }])
  await insertRows(database, tenant, 'collections', [
    { ...owner, id: `col_${name}`, analysis_id: `ana_${name}`, published_at: publishedAt },
  ])
}

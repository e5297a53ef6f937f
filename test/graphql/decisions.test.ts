import { beforeAll, describe, expect, test } from 'vitest'
import { createSecretBox } from '../../src/auth/secret-box.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { countQueries } from '../support/count-queries.ts'
import { useOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const messages = [
  { language: 'en', text: 'Names differ' },
  { language: 'fr', text: 'Les noms diffèrent' },
]
const decisionFields = `status fraudRisk validation consistent decidedAt providerReference
  providerWords { status fraudRisk validation } provider { id }
  alerts { source providerSource messages { language text } documents { id } }`

describe('the decision about a case', () => {
  const database = useOneDatabase()
  let api: TestApi

  beforeAll(async () => {
    api = createTestApi(database())
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertCollection(database(), tenant, 'a', 'later')
    await insertCollection(database(), tenant, 'a', 'hidden', null)
    await insertRows(database(), tenant, 'documents', [{ id: 'doc_1', case_id: 'case_a', applicant_id: 'app_a' }])
    const secretBox = createSecretBox(['a-secret-of-at-least-32-characters'])
    const alerts = [
      {
        source: 'CROSS_DOCUMENT',
        providerSource: 'cross_document',
        messages,
        documentIds: ['doc_1', 'doc_gone'],
      },
    ]
    await insertRows(database(), tenant, 'decisions', [
      {
        collection_id: 'col_a',
        analysis_id: 'ana_a',
        alerts,
        consistent: false,
        provider_reference: 'run-1',
        sealed_share_url: secretBox.seal('https://vendor.example/share/s3cret'),
      },
      {
        collection_id: 'col_later',
        analysis_id: 'ana_later',
        status: 'OTHER',
        fraud_risk: 'UNKNOWN',
        validation: 'OTHER',
        provider_words: { status: 'maybe', fraudRisk: null, validation: null },
      },
      { collection_id: 'col_hidden', analysis_id: 'ana_hidden', status: 'APPROVED', fraud_risk: 'LOW' },
    ])
    await insertRows(database(), tenant, 'reports', [
      { collection_id: 'col_a', analysis_id: 'ana_a', ordinal: 1, reference: 'r-2', name: 'second.pdf' },
      { collection_id: 'col_a', analysis_id: 'ana_a', ordinal: 0, created_at: '2025-09-01T07:00:00Z' },
    ])
    const ended = (id: string, at: string) =>
      executeSql(database(), 'update analyses set completed_at = $2 where id = $1', [id, at])
    await ended('ana_a', '2025-09-01T08:00:00Z')
    await ended('ana_later', '2025-09-01T09:00:00Z')
    await ended('ana_hidden', '2025-09-01T10:00:00Z')
  })

  test('has our words and the provider’s own, including contradictions', async () => {
    expect(await api.read(`{ analysis(id: "ana_a") { decision { ${decisionFields} } } }`)).toEqual({
      analysis: {
        decision: {
          status: 'REJECTED',
          fraudRisk: 'MEDIUM',
          validation: 'COMPLIANT',
          consistent: false,
          decidedAt: '2025-09-01T08:00:00.000Z',
          providerReference: 'run-1',
          providerWords: { status: 'rejected', fraudRisk: 'medium', validation: 'compliant' },
          provider: { id: 'judge' },
          alerts: [
            {
              source: 'CROSS_DOCUMENT',
              providerSource: 'cross_document',
              messages,
              documents: [{ id: 'doc_1' }],
            },
          ],
        },
      },
    })
  })

  test('of a case is that of the published analysis that ended last', async () => {
    const data = await api.read('{ case(id: "case_a") { decision { status fraudRisk validation } } }')
    expect(data).toEqual({ case: { decision: { status: 'OTHER', fraudRisk: 'UNKNOWN', validation: 'OTHER' } } })
  })

  test('is null when there is none', async () => {
    const data = await api.read('{ analysis(id: "ana_hidden") { decision { status } shareUrl reports { url } } }')
    expect(data).toEqual({ analysis: { decision: null, shareUrl: null, reports: [] } })
  })

  test('is read for many analyses with one query', async () => {
    const text = '{ analyses { edges { node { decision { status } shareUrl reports { name } } } } }'
    const counted = countQueries(database())
    await createTestApi(counted.database).ask(text)
    expect(counted.count()).toBe(3)
  })

  test('P20 the share link is only for callers with the scope for share links', async () => {
    const text = '{ analysis(id: "ana_a") { shareUrl } }'
    expect((await api.ask(text)).data).toEqual({ analysis: { shareUrl: 'https://vendor.example/share/s3cret' } })
    const refused = await api.ask(text, { scopes: ['read', 'write'] })
    expect(refused.data).toEqual({ analysis: { shareUrl: null } })
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, path: ['analysis', 'shareUrl'] }])
  })

  test('reports are in order, each with its own address', async () => {
    const text = '{ analysis(id: "ana_a") { reports { name mediaType url createdAt expiresAt } } }'
    const file = { mediaType: 'application/pdf', expiresAt: '2025-09-01T08:15:00.000Z' }
    expect((await api.ask(text)).data).toEqual({
      analysis: {
        reports: [
          {
            ...file,
            name: 'report.pdf',
            url: 'https://assay.example/files/acme-ana_a-0',
            createdAt: '2025-09-01T07:00:00.000Z',
          },
          { ...file, name: 'second.pdf', url: 'https://assay.example/files/acme-ana_a-1', createdAt: null },
        ],
      },
    })
  })
})

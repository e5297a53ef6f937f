import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../../test/support/rows.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { readPages } from './keyset.ts'
import { readRiskAssessments, readRiskAssessmentsOf } from './risk-assessments.ts'
import { readAskedSources } from './sources.ts'
import { readStatements, readStatementsOfAnalyses, statementList } from './statements.ts'

const tenant = parseTenantId('acme')
const later = '2025-09-02T08:00:00Z'

describeOnEveryDatabase('what collections hold', database => {
  function insertStatement(applicant: string, collection: string, id: string, more: object = {}) {
    const owner = {
      applicant_id: `app_${applicant}`,
      collection_id: `col_${collection}`,
      analysis_id: `ana_${collection}`,
    }
    return insertRows(database(), tenant, 'statements', [{ ...owner, id, ...more }])
  }
  async function list(kind: 'applicant' | 'case', key: string, includeDuplicates = false): Promise<string[]> {
    const args = { includeDuplicates }
    const query = statementList.toQuery(tenant, { kind, keys: [key] }, args)
    const request = { limit: 500, backward: false, after: null, before: null }
    const pages = await readPages(database(), tenant, query, statementList.toOrder(args), request, statementList.toItem)
    return pages.get(key)?.items.map(item => `${item.node.id}@${item.node.collectionId}`) ?? []
  }

  describe('statements', () => {
    beforeAll(async () => {
      await insertAnalysedApplicant(database(), tenant, 's')
      await insertCollection(database(), tenant, 's', 's_later', later)
      await insertCollection(database(), tenant, 's', 's_staged', null)
      await insertStatement('s', 's', 'stm_july', { from_date: '2025-07-01', to_date: '2025-07-31' })
      await insertStatement('s', 's', 'stm_august', { from_date: '2025-08-01', to_date: '2025-08-31', ordinal: 1 })
      await insertStatement('s', 's', 'stm_undated', { ordinal: 2 })
      await insertStatement('s', 's_later', 'stm_july', {
        from_date: '2025-07-01',
        to_date: '2025-07-31',
        ordinal: 3,
        duplicate_of_id: 'stm_july',
      })
      await insertStatement('s', 's_later', 'stm_copy', { to_date: '2025-08-30', duplicate_of_id: 'stm_august' })
      await insertStatement('s', 's_staged', 'stm_staged')
    })

    test('come once each, in the version published last, latest period first, without a period at the end', async () => {
      expect(await list('applicant', 'app_s')).toEqual([
        'stm_august@col_s',
        'stm_july@col_s_later',
        'stm_undated@col_s',
      ])
    })

    test('come with their copies on request', async () => {
      expect(await list('applicant', 'app_s', true)).toEqual([
        'stm_august@col_s',
        'stm_copy@col_s_later',
        'stm_july@col_s_later',
        'stm_undated@col_s',
      ])
    })

    test('are found by id when published, in the version published last', async () => {
      const found = await readStatements(database(), tenant, ['stm_july', 'stm_staged', 'stm_copy'])
      expect(found.map(({ id, collectionId, duplicateOfId }) => [id, collectionId, duplicateOfId]).sort()).toEqual([
        ['stm_copy', 'col_s_later', 'stm_august'],
        ['stm_july', 'col_s_later', null],
      ])
    })

    test('of an analysis are what it found, copies included, in its order', async () => {
      const found = await readStatementsOfAnalyses(database(), tenant, ['ana_s', 'ana_s_later', 'ana_s_staged'], 500)
      expect([...found].map(([id, statements]) => [id, statements.map(statement => statement.id)])).toEqual([
        ['ana_s', ['stm_july', 'stm_august', 'stm_undated']],
        ['ana_s_later', ['stm_copy', 'stm_july']],
      ])
    })

    test('that copy one of another case are shown in their own case', async () => {
      await insertRows(database(), tenant, 'cases', [{ id: 'case_second', applicant_id: 'app_s' }])
      const owner = { applicant_id: 'app_s' }
      await insertRows(database(), tenant, 'analyses', [{ ...owner, id: 'ana_second', case_id: 'case_second' }])
      await insertRows(database(), tenant, 'collections', [{ ...owner, id: 'col_second', analysis_id: 'ana_second' }])
      await insertStatement('s', 'second', 'stm_copy_elsewhere', { duplicate_of_id: 'stm_august' })
      expect(await list('case', 'case_second')).toEqual(['stm_copy_elsewhere@col_second'])
      expect(await list('applicant', 'app_s')).not.toContain('stm_copy_elsewhere@col_second')
    })
  })

  test('a row is the whole statement, its digits kept', async () => {
    await insertAnalysedApplicant(database(), tenant, 'whole')
    const account = {
      holderName: 'J. Doe',
      accountNumber: '0123456789',
      maskedNumber: '******6789',
      iban: null,
      maskedIban: null,
      bic: null,
      ifsc: null,
      micr: null,
      category: 'INDIVIDUAL',
      creditLimit: { value: '1000.00', currency: 'EUR' },
      overdraftLimit: null,
      countryCode: 'NL',
    }
    const fraudSignals = [{ code: 'author', sentiment: 'BAD', value: null, quantile: null, explanations: ['edited'] }]
    await insertStatement('whole', 'whole', 'stm_whole', {
      document_id: 'doc_1',
      provider_reference: 'v-1',
      bank_name: 'Bank',
      account,
      from_date: '2025-08-01',
      to_date: '2025-08-31',
      opening_balance: '0.10',
      closing_balance: '12345678901234567890.00',
      total_credits: '1',
      total_debits: '-1',
      transaction_count: 2,
      reconciles: false,
      provider_check: 'ok',
      page_count: 3,
      months: ['2025-08'],
      missing_months: [],
      fraud_signals: fraudSignals,
      confidence: { overall: '0.98', ocr: null, extraction: null },
    })
    const money = (value: string) => ({ value, currency: 'EUR' })
    expect(await readStatements(database(), tenant, ['stm_whole'])).toEqual([
      {
        id: 'stm_whole',
        collectionId: 'col_whole',
        providerId: 'reader',
        applicantId: 'app_whole',
        analysisId: 'ana_whole',
        documentId: 'doc_1',
        providerReference: 'v-1',
        bankName: 'Bank',
        account,
        from: '2025-08-01',
        to: '2025-08-31',
        currency: 'EUR',
        openingBalance: money('0.10'),
        closingBalance: money('12345678901234567890.00'),
        totalCredits: money('1'),
        totalDebits: money('-1'),
        transactionCount: 2,
        reconciles: false,
        providerCheck: 'ok',
        pageCount: 3,
        months: ['2025-08'],
        missingMonths: [],
        fraudSignals,
        confidence: { overall: '0.98', ocr: null, extraction: null },
        duplicateOfId: null,
      },
    ])
  })

  test('risk assessments come once each, published ones only, newest first, as many as allowed', async () => {
    await insertAnalysedApplicant(database(), tenant, 'r')
    await insertCollection(database(), tenant, 'r', 'r_later', later)
    await insertCollection(database(), tenant, 'r', 'r_staged', null)
    const insert = (collection: string, id: string, assessed_at: string) =>
      insertRows(database(), tenant, 'risk_assessments', [
        {
          applicant_id: 'app_r',
          analysis_id: `ana_${collection}`,
          collection_id: `col_${collection}`,
          id,
          assessed_at,
        },
      ])
    await insert('r', 'rsk_1', '2025-08-01T00:00:00Z')
    await insert('r', 'rsk_2', '2025-08-03T00:00:00Z')
    await insert('r_later', 'rsk_1', '2025-08-02T00:00:00Z')
    await insert('r_staged', 'rsk_3', '2025-08-04T00:00:00Z')
    const read = async (parent: 'applicant' | 'case' | 'analysis', key: string, limit = 100) => {
      const found = await readRiskAssessmentsOf(database(), tenant, parent, [key, 'nothing'], limit)
      return [...found].map(([group, items]) => [group, ...items.map(item => `${item.id}@${item.collectionId}`)])
    }
    expect(await read('applicant', 'app_r')).toEqual([['app_r', 'rsk_2@col_r', 'rsk_1@col_r_later']])
    expect(await read('applicant', 'app_r', 1)).toEqual([['app_r', 'rsk_2@col_r']])
    expect(await read('case', 'case_r')).toEqual([['case_r', 'rsk_2@col_r', 'rsk_1@col_r_later']])
    expect(await read('analysis', 'ana_r')).toEqual([['ana_r', 'rsk_2@col_r', 'rsk_1@col_r']])
    expect(await read('analysis', 'ana_r_staged')).toEqual([])
    const byId = await readRiskAssessments(database(), tenant, ['rsk_1', 'rsk_3'])
    expect(byId.map(item => `${item.id}@${item.collectionId}`)).toEqual(['rsk_1@col_r_later'])
  })

  test('a source is as its newest analysis that was not cancelled, with the newest result', async () => {
    await insertAnalysedApplicant(database(), tenant, 'q')
    await insertCollection(database(), tenant, 'q', 'q_later', later)
    const error = { code: 'PROVIDER_REJECTED', message: 'no' }
    const owner = { applicant_id: 'app_q', case_id: 'case_q' }
    await insertRows(database(), tenant, 'analyses', [
      { ...owner, id: 'ana_q_failed', status: 'FAILED', error, requested_at: '2025-09-03T00:00:00Z' },
      { ...owner, id: 'ana_q_cancelled', status: 'CANCELLED', requested_at: '2025-09-04T00:00:00Z' },
      { ...owner, id: 'ana_q_risk', status: 'QUEUED', product: 'BANK_RISK' },
    ])
    const expected = [
      { providerId: 'reader', product: 'BANK_RISK', status: 'QUEUED', error: null, retrievedAt: null },
      { providerId: 'reader', product: 'STATEMENT_EXTRACTION', status: 'FAILED', error, retrievedAt: new Date(later) },
    ]
    for (const [parent, key] of [
      ['applicant', 'app_q'],
      ['case', 'case_q'],
    ] as const) {
      const found = await readAskedSources(database(), tenant, parent, [key, 'nothing'])
      expect(found).toEqual(new Map([[key, expected.map(source => ({ ...source, key }))]]))
    }
  })
})

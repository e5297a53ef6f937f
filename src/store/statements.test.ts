import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertAnalysedApplicant, insertCollection, insertRows } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { readDecisionsOfCases } from './decisions.ts'
import { publishCollection } from './publish-collection.ts'
import { metricList, readRiskAssessments, readRiskAssessmentsOf, toAssessmentKey } from './risk-assessments.ts'
import { readAskedSources } from './sources.ts'
import { readStatements, readStatementsOfAnalyses, statementList } from './statements.ts'

const tenant = parseTenantId('acme')
const later = '2025-09-02T08:00:00Z'

describeOnEveryDatabase('content of collections', database => {
  function insertStatement(applicant: string, collection: string, id: string, more: object = {}) {
    const owner = {
      applicant_id: `app_${applicant}`,
      collection_id: `col_${collection}`,
      analysis_id: `ana_${collection}`,
    }
    return insertRows(database(), tenant, 'statements', [{ ...owner, id, ...more }])
  }
  async function list(kind: 'applicant' | 'case', key: string, includeDuplicates = false): Promise<string[]> {
    const wanted = statementList({ kind, keys: [key] }, { includeDuplicates })
    const { items } = await readList(database(), wholeTenant(tenant), wanted)
    return items.map(item => `${item.node.id}@${item.node.collectionId}`)
  }

  describe('statements', () => {
    beforeAll(async () => {
      await insertAnalysedApplicant(database(), tenant, 's')
      await insertCollection(database(), tenant, 's', 's_later', later)
      await insertCollection(database(), tenant, 's', 's_staged', null)
      await insertStatement('s', 's', 'stm_july', { from_date: '2025-07-01', to_date: '2025-07-31' })
      await insertStatement('s', 's', 'stm_august', { from_date: '2025-08-01', to_date: '2025-08-31', ordinal: 1 })
      await insertStatement('s', 's', 'stm_undated', { ordinal: 2 })
      const outdone = { current: false, in_case: false, leads_in_case: false, ordinal: 3 }
      await insertStatement('s', 's_later', 'stm_july', { to_date: '2025-07-30', ...outdone })
      const copy = { duplicate_of_id: 'stm_august', leads_in_case: false }
      await insertStatement('s', 's_later', 'stm_copy', { to_date: '2025-08-30', ...copy })
      await insertStatement('s', 's_staged', 'stm_staged', {
        current: null,
        published_at: null,
        in_case: false,
        leads_in_case: false,
      })
    })

    test('are listed once each, in their current reading, latest period first, those without a period last', async () => {
      expect(await list('applicant', 'app_s')).toEqual(['stm_august@col_s', 'stm_july@col_s', 'stm_undated@col_s'])
    })

    test('are listed with their copies on request', async () => {
      expect(await list('applicant', 'app_s', true)).toEqual([
        'stm_august@col_s',
        'stm_copy@col_s_later',
        'stm_july@col_s',
        'stm_undated@col_s',
      ])
    })

    test('are found by id when published, in their current reading', async () => {
      const found = await readStatements(database(), wholeTenant(tenant), ['stm_july', 'stm_staged', 'stm_copy'])
      expect(found.map(({ id, collectionId, duplicateOfId }) => [id, collectionId, duplicateOfId]).sort()).toEqual([
        ['stm_copy', 'col_s_later', 'stm_august'],
        ['stm_july', 'col_s', null],
      ])
    })

    test('of an analysis are all that it found, including copies, in its order', async () => {
      const ids = ['ana_s', 'ana_s_later', 'ana_s_staged']
      const found = await readStatementsOfAnalyses(database(), wholeTenant(tenant), ids)
      expect([...found].map(([id, statements]) => [id, statements.map(statement => statement.id)])).toEqual([
        ['ana_s', ['stm_july', 'stm_august', 'stm_undated']],
        ['ana_s_later', ['stm_copy', 'stm_july']],
      ])
    })
  })

  test('a row is read as the complete statement, with every digit', async () => {
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
    expect(await readStatements(database(), wholeTenant(tenant), ['stm_whole'])).toEqual([
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
        overlapIds: [],
      },
    ])
  })

  test('published risk assessments are listed once each, newest first, up to the limit', async () => {
    await insertAnalysedApplicant(database(), tenant, 'r')
    await insertCollection(database(), tenant, 'r', 'r_later', later)
    await insertCollection(database(), tenant, 'r', 'r_staged', null)
    const insert = (collection: string, id: string, more: object) =>
      insertRows(database(), tenant, 'risk_assessments', [
        { applicant_id: 'app_r', analysis_id: `ana_${collection}`, collection_id: `col_${collection}`, id, ...more },
      ])
    await insert('r', 'rsk_1', { assessed_at: '2025-08-01T00:00:00Z', current: false })
    await insert('r', 'rsk_2', { assessed_at: '2025-08-03T00:00:00Z' })
    await insert('r_later', 'rsk_1', { assessed_at: '2025-08-02T00:00:00Z' })
    await insert('r_staged', 'rsk_3', { current: null, published_at: null })
    const read = async (parent: 'applicant' | 'case' | 'analysis', key: string, limit?: number) => {
      const parents = { kind: parent, keys: [key, 'nothing'] }
      const found = await readRiskAssessmentsOf(database(), wholeTenant(tenant), parents, limit)
      return [...found].map(([group, items]) => [group, ...items.map(item => `${item.id}@${item.collectionId}`)])
    }
    expect(await read('applicant', 'app_r')).toEqual([['app_r', 'rsk_2@col_r', 'rsk_1@col_r_later']])
    expect(await read('applicant', 'app_r', 1)).toEqual([['app_r', 'rsk_2@col_r']])
    expect(await read('case', 'case_r')).toEqual([['case_r', 'rsk_2@col_r', 'rsk_1@col_r_later']])
    // Also what an analysis found is shown in its current reading.
    expect(await read('analysis', 'ana_r')).toEqual([['ana_r', 'rsk_2@col_r', 'rsk_1@col_r_later']])
    expect(await read('analysis', 'ana_r_staged')).toEqual([])
    const byId = await readRiskAssessments(database(), wholeTenant(tenant), ['rsk_1', 'rsk_3'])
    expect(byId.map(item => `${item.id}@${item.collectionId}`)).toEqual(['rsk_1@col_r_later'])
  })

  test('P28 the current reading of an assessment is that of a COMPLETED analysis, then the newer one', async () => {
    await insertAnalysedApplicant(database(), tenant, 'best')
    const publish = async (name: string, outcome: 'COMPLETED' | 'PARTIAL') => {
      await insertCollection(database(), tenant, 'best', name, null)
      const found = { applicant_id: 'app_best', analysis_id: `ana_${name}`, collection_id: `col_${name}` }
      await insertRows(database(), tenant, 'risk_assessments', [{ ...found, id: 'rsk_best', current: null }])
      const collection = { id: `col_${name}`, applicantId: 'app_best', outcome }
      await database().transaction(tx => publishCollection(tx, tenant, collection, new Date(later)))
      return (await readRiskAssessments(database(), wholeTenant(tenant), ['rsk_best'])).map(item => item.collectionId)
    }
    expect(await publish('best_1', 'PARTIAL')).toEqual(['col_best_1'])
    expect(await publish('best_2', 'COMPLETED')).toEqual(['col_best_2'])
    expect(await publish('best_3', 'PARTIAL')).toEqual(['col_best_2'])
    expect(await publish('best_4', 'COMPLETED')).toEqual(['col_best_4'])
  })

  test('metrics are listed by name and page, in the vendor’s order', async () => {
    await insertAnalysedApplicant(database(), tenant, 'm')
    const found = { collection_id: 'col_m', assessment_id: 'rsk_m' }
    await insertRows(
      database(),
      tenant,
      'risk_metrics',
      ['b', 'a', 'b', 'c'].map((name, ordinal) => ({ ...found, ordinal, name, value: `${ordinal}.50` })),
    )
    const key = toAssessmentKey({ collectionId: 'col_m', id: 'rsk_m' })
    const read = async (names: readonly string[] | null, limit = 50) => {
      const wanted = metricList({ kind: 'assessment', keys: [key] }, { names })
      const { items } = await readList(database(), wholeTenant(tenant), wanted, { limit })
      return items.map(({ node }) => `${node.name} ${node.value}`)
    }
    expect(await read(null)).toEqual(['b 0.50', 'a 1.50', 'b 2.50', 'c 3.50'])
    expect(await read(['b', 'c'], 2)).toEqual(['b 0.50', 'b 2.50'])
    expect(await read([])).toEqual([])
  })

  test('a source has the state of its newest analysis that was not cancelled, and the time of its newest result', async () => {
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
      const found = await readAskedSources(database(), wholeTenant(tenant), parent, [key, 'nothing'])
      expect(found).toEqual(new Map([[key, expected.map(source => ({ ...source, key }))]]))
    }
  })

  test('P28 a source and the decision of a case come from the COMPLETED analysis with the same documents, whichever came first', async () => {
    const hour = (at: number) => ({
      requested_at: `2025-09-01T0${at}:00:00Z`,
      completed_at: `2025-09-01T0${at}:30:00Z`,
    })
    for (const [name, outcomes, documents, expected] of [
      ['forth', ['PARTIAL', 'COMPLETED'], ['doc_1', 'doc_1'], 1],
      ['back', ['COMPLETED', 'PARTIAL'], ['doc_1', 'doc_1'], 0],
      ['copy', ['COMPLETED', 'PARTIAL'], ['doc_1', 'doc_1_again'], 0],
      ['more', ['COMPLETED', 'PARTIAL'], ['doc_1', 'doc_2'], 1],
    ] as const) {
      await insertAnalysedApplicant(database(), tenant, name)
      await executeSql(database(), `delete from analyses where id = 'ana_${name}'`, [])
      const owner = { applicant_id: `app_${name}`, case_id: `case_${name}` }
      for (const [document, sha256] of [
        ['doc_1', 'aa'],
        ['doc_1_again', 'aa'],
        ['doc_2', 'bb'],
      ])
        await insertRows(database(), tenant, 'documents', [{ ...owner, id: `${document}_${name}`, sha256 }])
      for (const [index, status] of outcomes.entries()) {
        const id = `ana_${name}_${index}`
        const collection = { applicant_id: owner.applicant_id, id: `col_${name}_${index}`, analysis_id: id }
        await insertRows(database(), tenant, 'analyses', [{ ...owner, id, status, ...hour(index) }])
        await insertRows(database(), tenant, 'analysis_documents', [
          { analysis_id: id, document_id: `${documents[index]}_${name}` },
        ])
        await insertRows(database(), tenant, 'collections', [
          { ...collection, published_at: `2025-09-01T0${index}:30:00Z` },
        ])
        await insertRows(database(), tenant, 'decisions', [{ collection_id: collection.id, analysis_id: id }])
      }
      const [source] =
        (await readAskedSources(database(), wholeTenant(tenant), 'applicant', [owner.applicant_id])).get(
          owner.applicant_id,
        ) ?? []
      const decision = (await readDecisionsOfCases(database(), wholeTenant(tenant), [owner.case_id])).get(owner.case_id)
      expect([name, source?.status, source?.retrievedAt, decision?.analysisId]).toEqual([
        name,
        outcomes[expected],
        new Date(`2025-09-01T0${expected}:30:00Z`),
        `ana_${name}_${expected}`,
      ])
    }
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { saveProviderHealth } from '../../src/store/provider-health.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const applicant_id = 'app_1'
const at = '2025-09-01T08:00:00.000Z'
const error = {
  code: 'DOCUMENT_PASSWORD_INCORRECT',
  message: 'Wrong password.',
  userMessage: 'Please give the right password.',
  retryable: true,
  retryAfterSeconds: null,
  providerCode: 'E7',
}
const score = { value: '612', min: null, max: '999', higherIsRiskier: false }
const account = { holderName: 'Example B.V.', accountNumber: '0123456789', maskedNumber: '******6789', iban: null }

describe('reading', () => {
  const database = useOneDatabase()
  let api: TestApi

  beforeAll(async () => {
    api = createTestApi(database())
    const registration = { registration_scheme: 'KVK', registration_value: '12345678' }
    await insertRows(database(), tenant, 'applicants', [
      { id: applicant_id, reference: 'customer-7', kind: 'COMPANY', display_name: 'Example B.V.', ...registration },
    ])
    await insertRows(database(), tenant, 'cases', [
      {
        id: 'case_1',
        applicant_id,
        reference: 'loan-9',
        use_case: 'lease',
        declared: { income: '2000.00' },
        status: 'ACTION_REQUIRED',
      },
      { id: 'case_2', applicant_id, opened_at: '2025-09-02T08:00:00Z' },
    ])
    await insertRows(database(), tenant, 'documents', [
      {
        id: 'doc_1',
        case_id: 'case_1',
        applicant_id,
        media_type: 'application/pdf',
        byte_size: 1024,
        sha256: 'ab'.repeat(32),
        period: 'MONTH',
        date: '2025-08-31',
        stored_at: at,
      },
      {
        id: 'doc_2',
        case_id: 'case_1',
        applicant_id,
        status: 'REJECTED',
        rejection_code: 'DOCUMENT_EMPTY',
        rejection_message: 'It has no content.',
        created_at: '2025-09-01T09:00:00Z',
      },
    ])
    const action = {
      type: 'PROVIDE_PASSWORD',
      documentIds: ['doc_2', 'doc_1'],
      url: null,
      expiresAt: '2025-09-30T00:00:00Z',
    }
    await insertRows(database(), tenant, 'analyses', [
      { id: 'ana_1', case_id: 'case_1', applicant_id, provider_reference: 'v-1', completed_at: at, version: 5 },
      {
        id: 'ana_2',
        case_id: 'case_1',
        applicant_id,
        status: 'ACTION_REQUIRED',
        stage: 'WAITING',
        action,
        error,
        retry_of_id: 'ana_1',
        requested_at: '2025-09-02T08:00:00Z',
      },
    ])
    await insertRows(database(), tenant, 'work', [{ id: 'ana_2', due_at: at, failures: 2 }])
    await insertRows(database(), tenant, 'analysis_runs', [
      { analysis_id: 'ana_1', ordinal: 0, provider_id: 'judge', outcome: 'FAILED', ended_at: at, error },
      { analysis_id: 'ana_1', ordinal: 1, provider_reference: 'v-1' },
    ])
    await insertRows(database(), tenant, 'analysis_documents', [
      { analysis_id: 'ana_1', ordinal: 0, document_id: 'doc_2', result_status: 'FAILED', result_error: error },
      { analysis_id: 'ana_1', ordinal: 1, document_id: 'doc_1', result_status: 'COMPLETED' },
    ])
    const owner = { applicant_id, analysis_id: 'ana_1', collection_id: 'col_1' }
    await insertRows(database(), tenant, 'collections', [{ id: 'col_1', applicant_id, analysis_id: 'ana_1' }])
    await insertRows(database(), tenant, 'statements', [
      {
        ...owner,
        id: 'stm_1',
        document_id: 'doc_1',
        account,
        from_date: '2025-08-01',
        to_date: '2025-08-31',
        opening_balance: '0.10',
        reconciles: true,
        months: ['2025-08'],
      },
      { ...owner, id: 'stm_2', duplicate_of_id: 'stm_1', leads_in_case: false, ordinal: 1 },
    ])
    const movement = { applicant_id, collection_id: 'col_1' }
    const debit = { amount: '-12.30', direction: 'DEBIT' }
    await insertRows(database(), tenant, 'transactions', [
      {
        ...movement,
        id: 'txn_1',
        statement_id: 'stm_1',
        ...debit,
        category: 'FEES',
        provider_category: 'fee',
        fingerprint: 'a',
      },
      { ...movement, id: 'txn_3', statement_id: null, amount: '7', position: 1 },
    ])
    await insertRows(database(), tenant, 'duplicate_transactions', [
      { ...movement, ...debit, id: 'txn_2', statement_id: 'stm_2', duplicate_of_id: 'txn_1' },
    ])
    await insertRows(database(), tenant, 'risk_assessments', [{ ...owner, id: 'rsk_1', risk_class: 2, score }])
    const metric = { collection_id: 'col_1', assessment_id: 'rsk_1' }
    await insertRows(database(), tenant, 'risk_metrics', [
      { ...metric, ordinal: 0, name: 'income', value: '0.50' },
      { ...metric, ordinal: 1, name: 'rent', value: '1.50' },
      { ...metric, ordinal: 2, name: 'income', value: '2.50' },
    ])
    api.events.append(tenant, { type: 'APPLICANT_CREATED', applicantId: applicant_id })
    api.events.append(tenant, { type: 'CASE_OPENED', applicantId: applicant_id, caseId: 'case_1' })
    api.events.append(tenant, {
      type: 'ANALYSIS_COMPLETED',
      via: 'POLL',
      applicantId: applicant_id,
      caseId: 'case_1',
      analysisId: 'ana_1',
      analysisStatus: 'COMPLETED',
      analysisStage: 'DONE',
      analysisVersion: 5,
    })
    api.events.append(tenant, { type: 'DOCUMENT_STORED', caseId: 'case_1', documentId: 'doc_erased' })
  })

  test('an applicant, by id and by the caller’s own reference', async () => {
    const fields = '{ id reference kind displayName registration { scheme value } createdAt updatedAt }'
    const applicant = {
      id: 'app_1',
      reference: 'customer-7',
      kind: 'COMPANY',
      displayName: 'Example B.V.',
      registration: { scheme: 'KVK', value: '12345678' },
      createdAt: at,
      updatedAt: at,
    }
    expect(
      await api.read(`{
        byId: applicant(id: "app_1") ${fields}
        byReference: applicantByReference(reference: "customer-7") ${fields}
        unknown: applicant(id: "app_2") ${fields}
        nobody: applicantByReference(reference: "Customer-7") ${fields}
      }`),
    ).toEqual({ byId: applicant, byReference: applicant, unknown: null, nobody: null })
  })

  test('a case, its documents in order and its analyses, newest first', async () => {
    const document = { fileName: 'statement.pdf', kind: 'BANK_STATEMENT', case: { id: 'case_1' } }
    expect(
      await api.read(`{
        case(id: "case_1") {
          id reference useCase declared status openedAt applicant { id }
          documents { id fileName kind mediaType byteSize sha256 period date status createdAt storedAt rejection { code message field } case { id } }
          analyses { id } riskAssessments { id }
          statements { totalCount edges { node { id } } }
        }
        fresh: case(id: "case_2") { status declared documents { id } analyses { id } }
      }`),
    ).toEqual({
      case: {
        id: 'case_1',
        reference: 'loan-9',
        useCase: 'lease',
        declared: { income: '2000.00' },
        // A retry replaces the analysis that it repeats.
        status: 'ACTION_REQUIRED',
        openedAt: at,
        applicant: { id: 'app_1' },
        documents: [
          {
            ...document,
            id: 'doc_1',
            mediaType: 'application/pdf',
            byteSize: 1024,
            sha256: 'ab'.repeat(32),
            period: 'MONTH',
            date: '2025-08-31',
            status: 'STORED',
            createdAt: at,
            storedAt: at,
            rejection: null,
          },
          {
            ...document,
            id: 'doc_2',
            mediaType: null,
            byteSize: null,
            sha256: null,
            period: null,
            date: null,
            status: 'REJECTED',
            createdAt: '2025-09-01T09:00:00.000Z',
            storedAt: null,
            rejection: { code: 'DOCUMENT_EMPTY', message: 'It has no content.', field: null },
          },
        ],
        analyses: [{ id: 'ana_2' }, { id: 'ana_1' }],
        riskAssessments: [{ id: 'rsk_1' }],
        statements: { totalCount: 1, edges: [{ node: { id: 'stm_1' } }] },
      },
      fresh: { status: 'OPEN', declared: null, documents: [], analyses: [] },
    })
  })

  test('an analysis with its runs, documents, results and required action', async () => {
    const errorFields = `{ ${Object.keys(error).join(' ')} }`
    expect(
      await api.read(`{
        done: analysis(id: "ana_1") {
          id product status stage version provider { id name enabled } case { id } providerReference completedAt deadline
          runs { provider { id } outcome endedAt providerReference error ${errorFields} }
          documents { id } documentResults { status document { id } error { code } statements { id } }
          allowedActions action { type } error { code } retryOf { id } statements { id duplicateOf { id } } riskAssessments { id }
        }
        waiting: analysis(id: "ana_2") {
          status allowedActions retryOf { id } nextCheckAt attempts obstacle { code } statements { id } error ${errorFields}
          action { type url expiresAt documents { id } }
        }
      }`),
    ).toEqual({
      done: {
        id: 'ana_1',
        product: 'STATEMENT_EXTRACTION',
        status: 'COMPLETED',
        stage: 'DONE',
        version: 5,
        provider: { id: 'reader', name: 'Reader', enabled: true },
        case: { id: 'case_1' },
        providerReference: 'v-1',
        completedAt: at,
        deadline: at,
        runs: [
          { provider: { id: 'judge' }, outcome: 'FAILED', endedAt: at, providerReference: null, error },
          { provider: { id: 'reader' }, outcome: null, endedAt: null, providerReference: 'v-1', error: null },
        ],
        documents: [{ id: 'doc_2' }, { id: 'doc_1' }],
        documentResults: [
          { status: 'FAILED', document: { id: 'doc_2' }, error: { code: error.code }, statements: [] },
          { status: 'COMPLETED', document: { id: 'doc_1' }, error: null, statements: [{ id: 'stm_1' }] },
        ],
        allowedActions: [],
        action: null,
        error: null,
        retryOf: null,
        statements: [
          { id: 'stm_1', duplicateOf: null },
          { id: 'stm_2', duplicateOf: { id: 'stm_1' } },
        ],
        riskAssessments: [{ id: 'rsk_1' }],
      },
      waiting: {
        status: 'ACTION_REQUIRED',
        allowedActions: ['RESUME', 'CANCEL'],
        retryOf: { id: 'ana_1' },
        nextCheckAt: at,
        attempts: 2,
        obstacle: null,
        statements: [],
        error,
        action: {
          type: 'PROVIDE_PASSWORD',
          url: null,
          expiresAt: '2025-09-30T00:00:00.000Z',
          documents: [{ id: 'doc_2' }, { id: 'doc_1' }],
        },
      },
    })
  })

  test('statements and transactions without duplicates', async () => {
    const transaction = {
      effectiveDate: '2025-08-01',
      bookingDate: null,
      counterparty: null,
      applicant: { id: 'app_1' },
      provider: { id: 'reader' },
      duplicateOf: null,
    }
    expect(
      await api.read(`{
        statement(id: "stm_1") {
          id provider { id } analysis { id } applicant { id } document { id } from to currency reconciles months confidence { overall }
          account { holderName accountNumber maskedNumber iban } openingBalance { value currency } closingBalance { value }
          transactions { totalCount edges { node { id } } }
        }
        applicant(id: "app_1") {
          statements { edges { node { id } } }
          every: statements(includeDuplicates: true) { totalCount }
          transactions { totalCount edges { node {
            id amount { value currency } direction effectiveDate bookingDate category { code providerCode } counterparty { name }
            statement { id } applicant { id } provider { id } duplicateOf { id }
          } } }
          copies: transactions(filter: { includeDuplicates: true, direction: DEBIT }, orderBy: AMOUNT_ASC) { edges { node { id duplicateOf { id } } } }
        }
        transaction(id: "txn_2") { id statement { id duplicateOf { id } transactions { totalCount } } duplicateOf { id } }
      }`),
    ).toEqual({
      statement: {
        id: 'stm_1',
        provider: { id: 'reader' },
        analysis: { id: 'ana_1' },
        applicant: { id: 'app_1' },
        document: { id: 'doc_1' },
        from: '2025-08-01',
        to: '2025-08-31',
        currency: 'EUR',
        reconciles: true,
        months: ['2025-08'],
        confidence: null,
        account,
        openingBalance: { value: '0.10', currency: 'EUR' },
        closingBalance: null,
        transactions: { totalCount: 1, edges: [{ node: { id: 'txn_1' } }] },
      },
      applicant: {
        statements: { edges: [{ node: { id: 'stm_1' } }] },
        every: { totalCount: 2 },
        transactions: {
          totalCount: 2,
          edges: [
            {
              node: {
                ...transaction,
                id: 'txn_3',
                amount: { value: '7', currency: 'EUR' },
                direction: 'CREDIT',
                category: null,
                statement: null,
              },
            },
            {
              node: {
                ...transaction,
                id: 'txn_1',
                amount: { value: '-12.30', currency: 'EUR' },
                direction: 'DEBIT',
                category: { code: 'FEES', providerCode: 'fee' },
                statement: { id: 'stm_1' },
              },
            },
          ],
        },
        copies: {
          edges: [
            { node: { id: 'txn_1', duplicateOf: null } },
            { node: { id: 'txn_2', duplicateOf: { id: 'txn_1' } } },
          ],
        },
      },
      transaction: {
        id: 'txn_2',
        statement: { id: 'stm_2', duplicateOf: { id: 'stm_1' }, transactions: { totalCount: 1 } },
        duplicateOf: { id: 'txn_1' },
      },
    })
  })

  test('a risk assessment with its metrics page by page', async () => {
    const first = await api.ask(`{ riskAssessment(id: "rsk_1") {
      id kind level riskClass score { value min max higherIsRiskier } flag { color } signals { code } provider { id } analysis { id } applicant { id }
      metrics(names: ["income"], first: 1) { totalCount edges { cursor node { name value } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    } }`)
    expect(first).toMatchObject({
      data: {
        riskAssessment: {
          id: 'rsk_1',
          kind: 'CREDIT',
          level: 'LOW',
          riskClass: 2,
          score,
          flag: null,
          signals: [],
          provider: { id: 'reader' },
          analysis: { id: 'ana_1' },
          applicant: { id: 'app_1' },
          metrics: {
            totalCount: 2,
            edges: [{ node: { name: 'income', value: '0.50' } }],
            pageInfo: { hasNextPage: true, hasPreviousPage: false },
          },
        },
      },
    })
    const cursor = JSON.stringify(first.data).match(/"endCursor":"([^"]+)"/)?.[1]
    expect(
      await api.read(`{ riskAssessment(id: "rsk_1") {
        metrics(names: ["income"], after: "${cursor}") { edges { node { value } } pageInfo { hasNextPage hasPreviousPage } }
      } }`),
    ).toEqual({
      riskAssessment: {
        metrics: { edges: [{ node: { value: '2.50' } }], pageInfo: { hasNextPage: false, hasPreviousPage: true } },
      },
    })
  })

  test('sources have the status of each provider, including those that were not asked', async () => {
    const fields = '{ provider { id enabled } product status retrievedAt stale error { code } }'
    const reader = { provider: { id: 'reader', enabled: true }, stale: false }
    const extraction = { ...reader, product: 'STATEMENT_EXTRACTION' }
    const risk = { ...reader, product: 'BANK_RISK', status: 'NOT_REQUESTED', retrievedAt: null, error: null }
    expect(
      await api.read(
        `{ applicant(id: "app_1") { sources ${fields} } fresh: case(id: "case_2") { sources ${fields} } }`,
      ),
    ).toEqual({
      applicant: {
        sources: [
          { ...extraction, status: 'ACTION_REQUIRED', retrievedAt: at, error: { code: 'DOCUMENT_PASSWORD_INCORRECT' } },
          risk,
        ],
      },
      fresh: { sources: [{ ...extraction, status: 'NOT_REQUESTED', retrievedAt: null, error: null }, risk] },
    })
  })

  test('cash flow within its limits', async () => {
    const flow = (args: string) =>
      `{ applicant(id: "app_1") { cashFlow(${args}) { from to currency moneyIn moneyOut net transactionCount } } }`
    expect(await api.read(flow('from: "2025-08-01", to: "2025-08-31"'))).toEqual({
      applicant: {
        cashFlow: [
          {
            from: '2025-08-01',
            to: '2025-08-31',
            currency: 'EUR',
            moneyIn: '7',
            moneyOut: '-12.30',
            net: '-5.30',
            transactionCount: 2,
          },
        ],
      },
    })
    for (const args of ['from: "2025-08-02", to: "2025-08-01"', 'from: "2020-01-01", to: "2025-08-01", interval: DAY'])
      expect((await api.ask(flow(args))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('providers, including those that are off', async () => {
    const reason = 'The provider refuses the configured credentials (HTTP 401).'
    await saveProviderHealth(database(), { account: 'reader/account', health: 'UNAUTHORIZED', reason })
    expect(
      await api.read(
        '{ dataProviders { id name products capabilities simulated enabled health healthReason healthCheckedAt } }',
      ),
    ).toMatchObject({
      dataProviders: [
        {
          id: 'reader',
          products: ['STATEMENT_EXTRACTION', 'BANK_RISK'],
          enabled: true,
          health: 'UNAUTHORIZED',
          healthReason: reason,
          healthCheckedAt: expect.stringMatching(/^20..-/),
        },
        {
          id: 'judge',
          products: ['DOCUMENT_FRAUD'],
          enabled: false,
          health: 'UNKNOWN',
          healthReason: null,
          healthCheckedAt: null,
        },
      ],
    })
  })

  test('events page by page, with the present state of their objects', async () => {
    const page = await api.ask(`{ events(first: 3) {
      edges { cursor node { id cursor sequence type via occurredAt analysisStatus analysisStage analysisVersion applicant { id } case { id } analysis { id } document { id } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`)
    expect(page.data).toMatchObject({
      events: {
        edges: [
          {
            cursor: 'acme:1',
            node: { sequence: 1, type: 'APPLICANT_CREATED', applicant: { id: 'app_1' }, case: null },
          },
          {
            cursor: 'acme:2',
            node: { sequence: 2, type: 'CASE_OPENED', case: { id: 'case_1' }, analysisStatus: null },
          },
          {
            node: {
              cursor: 'acme:3',
              via: 'POLL',
              analysis: { id: 'ana_1' },
              analysisStatus: 'COMPLETED',
              analysisStage: 'DONE',
              analysisVersion: 5,
            },
          },
        ],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'acme:1', endCursor: 'acme:3' },
      },
    })
    expect(
      await api.read(`{
        events(after: "acme:3") { edges { node { type document { id } } } pageInfo { hasNextPage hasPreviousPage } }
        case(id: "case_1") { events(first: 1) { edges { node { type } } pageInfo { hasNextPage } } }
        applicant(id: "app_1") { events { edges { node { sequence } } } }
        some: events(filter: { types: [CASE_OPENED], caseId: "case_1" }) { edges { node { sequence } } }
      }`),
    ).toEqual({
      // An erased object is null.
      events: {
        edges: [{ node: { type: 'DOCUMENT_STORED', document: null } }],
        pageInfo: { hasNextPage: false, hasPreviousPage: true },
      },
      case: { events: { edges: [{ node: { type: 'CASE_OPENED' } }], pageInfo: { hasNextPage: true } } },
      applicant: {
        events: { edges: [{ node: { sequence: 1 } }, { node: { sequence: 2 } }, { node: { sequence: 3 } }] },
      },
      some: { edges: [{ node: { sequence: 2 } }] },
    })
  })

  test('entities for a router by each of their keys, and null for unknown ones', async () => {
    const known = {
      Applicant: 'app_1',
      Case: 'case_1',
      CaseDocument: 'doc_1',
      Analysis: 'ana_1',
      Statement: 'stm_1',
      Transaction: 'txn_1',
      RiskAssessment: 'rsk_1',
      DataProvider: 'reader',
    }
    const representations = [
      ...Object.entries(known).map(([__typename, id]) => ({ __typename, id })),
      { __typename: 'Applicant', reference: 'customer-7' },
      { __typename: 'Applicant', reference: 'nobody' },
      { __typename: 'DataProvider', id: 'nobody' },
      { __typename: 'Statement', id: 'stm_9' },
    ]
    const selections = Object.keys(known).map(type => `... on ${type} { id }`)
    const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selections.join(' ')} } }`
    const data = await api.read(text, { variables: { of: representations } })
    const ids = [...Object.values(known), 'app_1', null, null, null]
    expect(data).toEqual({ _entities: ids.map(id => id && { id }) })
  })

  test.each(['app_\u0000', 'app_\ud800'])(
    'P29 an id that the database cannot store (%j) makes only its field null',
    async bad => {
      const text =
        'query ($bad: ID!) { a: applicant(id: $bad) { id } b: applicant(id: "app_1") { id } c: case(id: "case_1") { id } }'
      const { data, errors } = await api.ask(text, { variables: { bad } })
      expect(data).toEqual({ a: null, b: { id: 'app_1' }, c: { id: 'case_1' } })
      expect(errors).toMatchObject([{ path: ['a'], extensions: { code: 'BAD_USER_INPUT' } }])
    },
  )

  test('P29 lists of one parent with different arguments fail separately', async () => {
    const text = `query ($bad: String!) {
      a: applicant(id: "app_1") { transactions(filter: { search: $bad }) { totalCount } }
      b: applicant(id: "app_1") { transactions(filter: { search: "x" }) { totalCount } }
    }`
    const { data, errors } = await api.ask(text, { variables: { bad: '\u0000' } })
    expect(data).toEqual({ a: null, b: { transactions: { totalCount: 0 } } })
    expect(errors).toMatchObject([{ path: ['a', 'transactions'], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test.each([
    ['Date', '{ applicant(id: "app_1") { cashFlow(from: "2025-02-30", to: "2025-03-01") { net } } }', 43],
    ['Decimal', '{ applicant(id: "app_1") { transactions(filter: { amount: { min: 1.5 } }) { totalCount } } }', 66],
    ['Cursor', '{ events(after: 7) { pageInfo { hasNextPage } } }', 17],
    ['an Int', '{ applicants(first: "x") { totalCount } }', 21],
    ['JSON', 'mutation { openCase(input: { applicantId: "x", declared: { a: B } }) { userErrors { code } } }', 58],
  ])('the refusal of a literal has its location: %s', async (_name, text, column) => {
    const { errors } = await api.ask(text)
    expect(errors).toMatchObject([{ locations: [{ line: 1, column }], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  describe('P29 a bad representation', () => {
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) {
      __typename ... on Applicant { id } ... on Case { id } ... on DataProvider { id }
    } }`
    const good = { __typename: 'Applicant', id: 'app_1' }

    test.each([
      ['an id that is null', { __typename: 'Applicant', id: null }],
      ['no id', { __typename: 'Case' }],
      ['an id that is an object', { __typename: 'Applicant', id: { eq: 'app_1' } }],
      ['an id that is a list', { __typename: 'Case', id: ['case_1'] }],
      ['an id that is a number', { __typename: 'Applicant', id: 7 }],
      ['an id with U+0000', { __typename: 'Applicant', id: 'app_\u0000' }],
      ['a reference with an unpaired surrogate', { __typename: 'Applicant', reference: '\ud800' }],
      ['a provider without an id', { __typename: 'DataProvider' }],
    ])('%s is null, and its neighbours are returned', async (_name, bad) => {
      const data = await api.read(query, { variables: { all: [good, bad, good] } })
      expect(data).toEqual({ _entities: [good, null, good] })
    })

    test.each([
      ['of a type that is unknown', { __typename: 'Nothing', id: 'x' }],
      ['of a type that is not an entity', { __typename: 'Query', id: 'x' }],
      ['of a type that is a value', { __typename: 'MonetaryAmount', value: '1' }],
      ['without a type', { id: 'app_1' }],
      ['that is not an object', 'app_1'],
    ])('%s is an error with its path, and its neighbours are returned', async (_name, bad) => {
      const { data, errors } = await api.ask(query, { variables: { all: [good, bad, good] } })
      expect(data).toEqual({ _entities: [good, null, good] })
      expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT' } }])
    })

    test('when one key is null, the other key of the type is used', async () => {
      const all = [{ __typename: 'Applicant', id: null, reference: 'customer-7' }]
      expect(await api.ask(query, { variables: { all } })).toEqual({ data: { _entities: [good] } })
    })
  })
})

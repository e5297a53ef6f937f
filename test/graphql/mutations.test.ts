import { beforeAll, describe, expect, test } from 'vitest'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError, errorCodes } from '../../src/errors.ts'
import type { Services } from '../../src/graphql/services.ts'
import { useOneDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { correlationId, createTestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const userErrors = '{ code message field }'

describe('mutations', () => {
  const database = useOneDatabase()

  beforeAll(async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertRows(database(), tenant, 'documents', [{ id: 'doc_a', case_id: 'case_a', applicant_id: 'app_a' }])
  })

  /** Commands that record their input and return the given answers. */
  function record(answers: Readonly<Record<string, unknown>> = {}) {
    const calls: unknown[] = []
    const answering =
      <Answer>(name: string, usual: Answer) =>
      async (context: unknown, input: unknown): Promise<Answer> => {
        calls.push([name, context, input])
        if (answers[name]) throw answers[name]
        return usual
      }
    const upload = {
      documentId: 'doc_a',
      url: 'https://api.example/uploads/t',
      method: 'PUT' as const,
      headers: [{ name: 'content-type', value: 'application/pdf' }],
      expiresAt: new Date('2025-09-01T08:15:00Z'),
    }
    const commands: Partial<Services> = {
      intake: {
        createApplicant: answering('createApplicant', 'app_a'),
        updateApplicant: answering('updateApplicant', 'app_a'),
        openCase: answering('openCase', 'case_a'),
      },
      uploads: { createUpload: answering('createUpload', upload) },
      analyses: {
        start: answering('start', 'ana_a'),
        cancel: answering('cancel', 'ana_a'),
        retry: answering('retry', 'ana_a'),
      },
    }
    return { api: createTestApi(database(), commands), calls }
  }

  const context = { ...wholeTenant(tenant), correlationId }
  const cases: [name: string, mutation: string, command: string, input: unknown, payload: unknown][] = [
    [
      'createApplicant',
      `createApplicant(input: { kind: COMPANY, reference: "r", registration: { scheme: SIREN, value: "1" }, idempotencyKey: "k" }) { applicant { id } userErrors ${userErrors} }`,
      'createApplicant',
      { kind: 'COMPANY', reference: 'r', registration: { scheme: 'SIREN', value: '1' }, idempotencyKey: 'k' },
      { applicant: { id: 'app_a' }, userErrors: [] },
    ],
    [
      'updateApplicant, where null clears a member and an absent one stays',
      `updateApplicant(input: { applicantId: "app_a", displayName: null }) { applicant { id } userErrors ${userErrors} }`,
      'updateApplicant',
      { applicantId: 'app_a', displayName: null },
      { applicant: { id: 'app_a' }, userErrors: [] },
    ],
    [
      'openCase',
      `openCase(input: { applicantId: "app_a", declared: { income: "2000.00", months: [1, 2] } }) { case { id } userErrors ${userErrors} }`,
      'openCase',
      { applicantId: 'app_a', declared: { income: '2000.00', months: [1, 2] } },
      { case: { id: 'case_a' }, userErrors: [] },
    ],
    [
      'createDocumentUpload',
      `createDocumentUpload(input: { caseId: "case_a", fileName: "a.pdf", byteSize: 3, period: MONTH, date: "2025-08-31" }) {
        document { id } upload { url method headers { name value } expiresAt } userErrors ${userErrors} }`,
      'createUpload',
      { caseId: 'case_a', fileName: 'a.pdf', byteSize: 3, period: 'MONTH', date: '2025-08-31' },
      {
        document: { id: 'doc_a' },
        upload: {
          url: 'https://api.example/uploads/t',
          method: 'PUT',
          headers: [{ name: 'content-type', value: 'application/pdf' }],
          expiresAt: '2025-09-01T08:15:00.000Z',
        },
        userErrors: [],
      },
    ],
    [
      'startAnalysis',
      `startAnalysis(input: { caseId: "case_a", product: BANK_RISK, provider: "reader", documents: [{ documentId: "doc_a", password: "p" }],
        options: { explanation: false, shareLink: { access: "public", password: "x" } } }) { analysis { id } userErrors ${userErrors} }`,
      'start',
      {
        caseId: 'case_a',
        product: 'BANK_RISK',
        provider: 'reader',
        documents: [{ documentId: 'doc_a', password: 'p' }],
        options: { explanation: false, shareLink: { access: 'public', password: 'x' } },
      },
      { analysis: { id: 'ana_a' }, userErrors: [] },
    ],
    [
      'cancelAnalysis',
      `cancelAnalysis(input: { analysisId: "ana_a" }) { analysis { id } userErrors ${userErrors} }`,
      'cancel',
      { analysisId: 'ana_a' },
      { analysis: { id: 'ana_a' }, userErrors: [] },
    ],
    [
      'retryAnalysis',
      `retryAnalysis(input: { analysisId: "ana_a", documents: [{ documentId: "doc_a", bankName: "b" }] }) { analysis { id } userErrors ${userErrors} }`,
      'retry',
      { analysisId: 'ana_a', documents: [{ documentId: 'doc_a', bankName: 'b' }] },
      { analysis: { id: 'ana_a' }, userErrors: [] },
    ],
  ]

  test.each(cases)(
    '%s passes its input on and returns the result',
    async (_name, mutation, command, input, payload) => {
      const { api, calls } = record()
      expect(await api.read(`mutation { payload: ${mutation} }`)).toEqual({ payload })
      expect(calls).toEqual([[command, context, input]])
    },
  )

  test.each(cases)(
    '%s returns a mistake of the caller as user error, with a null result',
    async (_name, mutation, command) => {
      const mistake = new AppError('CONFLICT', 'It is taken.', { field: ['reference'] })
      const { payload } = await record({ [command]: mistake }).api.read(`mutation { payload: ${mutation} }`)
      const { userErrors: shown, ...objects } = Object(payload)
      expect(shown).toEqual([{ code: 'CONFLICT', message: 'It is taken.', field: ['reference'] }])
      expect(Object.values(objects).every(value => value === null)).toBe(true)
    },
  )

  const asData = errorCodes.filter(
    code =>
      code.startsWith('DOCUMENT_') ||
      [
        'BAD_USER_INPUT',
        'NOT_FOUND',
        'CONFLICT',
        'INVALID_STATE',
        'IDEMPOTENCY_CONFLICT',
        'REDIRECT_NOT_ALLOWED',
        'PROVIDER_NOT_CONFIGURED',
        'CAPABILITY_UNSUPPORTED',
      ].includes(code),
  )
  test.each(errorCodes)('%s is returned in the right place', async code => {
    const { api } = record({ cancel: new AppError(code, 'It went wrong.') })
    const { data, errors } = await api.ask(
      `mutation { cancelAnalysis(input: { analysisId: "ana_a" }) { userErrors { code } } }`,
    )
    if (asData.includes(code))
      expect({ data, errors }).toEqual({ data: { cancelAnalysis: { userErrors: [{ code }] } } })
    else expect({ data, errors }).toMatchObject({ data: { cancelAnalysis: null }, errors: [{ extensions: { code } }] })
  })

  test('a failed one does not affect the answers of the others', async () => {
    const { api } = record({ cancel: new Error('broken') })
    const { data, errors } = await api.ask(`mutation {
      openCase(input: { applicantId: "app_a" }) { case { id } }
      cancelAnalysis(input: { analysisId: "ana_a" }) { analysis { id } }
    }`)
    expect(data).toEqual({ openCase: { case: { id: 'case_a' } }, cancelAnalysis: null })
    expect(errors).toMatchObject([{ path: ['cancelAnalysis'], extensions: { code: 'INTERNAL' } }])
  })

  test('the answer shows the effect of the mutation, not rows that an earlier one of the same request read', async () => {
    await insertRows(database(), tenant, 'applicants', [{ id: 'app_renamed', display_name: 'before' }])
    const rename = async () => {
      await executeSql(database(), `update applicants set display_name = 'after' where id = 'app_renamed'`, [])
      return 'app_renamed'
    }
    const intake = { createApplicant: async () => 'app_renamed', updateApplicant: rename, openCase: async () => '' }
    const { data } = await createTestApi(database(), { intake }).ask(`mutation {
      before: createApplicant(input: { kind: PERSON }) { applicant { displayName } }
      after: updateApplicant(input: { applicantId: "app_renamed" }) { applicant { displayName } }
    }`)
    expect(data).toEqual({
      before: { applicant: { displayName: 'before' } },
      after: { applicant: { displayName: 'after' } },
    })
  })
})

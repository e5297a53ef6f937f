import { createHmac } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '../../src/store/sql.ts'
import { documentFiles } from '../support/document-files.ts'
import { askForAnalysis, awaitState, eraseApplicant, finalState, openCase, readLog } from '../support/journey.ts'
import {
  analyseRisk,
  askForRisk,
  createCompany,
  openRiskCase,
  readRisk,
  startRisk,
  statementOf,
  uploadStatement,
} from '../support/risk-journey.ts'
import { useDesks } from '../support/start-desks.ts'
import { type RiskVendor, startRiskVendor } from '../support/start-vendor.ts'

/** The account of the tenants without a desk: it has another currency, and its webhooks are unsigned. */
let own: RiskVendor
const desks = useDesks(
  3,
  () => startRiskVendor(),
  async () => {
    own = await startRiskVendor()
    const { BANK_XRAY_WEBHOOK_KEY: _, ...variables } = own.variables
    return {
      ...variables,
      BANK_XRAY_CURRENCY: 'CHF',
      BANK_XRAY_WEBHOOK_TOKEN: 'old-token-0123456789,new-token-0123456789',
    }
  },
)
afterAll(() => own.stop())

/** Makes the next statement reconcile. */
const sound = ({ control }: RiskVendor) => {
  void control.nextMedium({ reconciles: true })
}

describe.concurrent('the statements of a company', () => {
  test('P14 are sent unchanged in one request under our names, and result in an assessment, statements and a report; P20 no log line has an address of the store or a credential', () =>
    desks.use(async ({ client, vendor }) => {
      sound(vendor)
      sound(vendor)
      const journey = await analyseRisk(
        client,
        statementOf('poor', { period: 'MONTH', date: '2026-01-31' }),
        statementOf('poor', { period: 'MONTH', date: '2026-02-28' }),
      )
      expect(journey.final).toMatchObject({ status: 'COMPLETED', stage: 'DONE', error: null })
      const ids = journey.documents.map(({ documentId }) => documentId)
      const result = await readRisk(client, journey.analysisId)

      const media = vendor.control.media().filter(({ requestId }) => requestId === result.providerReference)
      expect(
        media.map(({ fileName, file, period, date }) => ({ fileName, sha256: file?.digest, period, date })),
      ).toEqual([
        { fileName: `${ids[0]}.pdf`, sha256: journey.documents[0]?.sha256, period: 'month', date: '2026-01-31' },
        { fileName: `${ids[1]}.pdf`, sha256: journey.documents[1]?.sha256, period: 'month', date: '2026-02-28' },
      ])
      expect(JSON.stringify(vendor.control.journal)).not.toContain('Müster')

      expect(result.documentResults).toEqual(ids.map(id => ({ status: 'COMPLETED', document: { id }, error: null })))
      expect(result.statements).toMatchObject([
        { document: { id: ids[0] }, from: '2025-12-31', to: '2026-01-31', reconciles: true, providerCheck: 'correct' },
        { document: { id: ids[1] }, from: '2026-01-31', to: '2026-02-28', reconciles: true, providerCheck: 'correct' },
      ])
      for (const { currency, totalDebits, transactions, pageCount } of result.statements) {
        expect(currency).toBe('EUR')
        expect(totalDebits?.value).toMatch(/^-\d+\.\d\d$/)
        expect(transactions.totalCount).toBeGreaterThan(30)
        expect(pageCount).toBeGreaterThan(1)
      }
      const [assessment, ...others] = result.riskAssessments
      expect(others).toEqual([])
      expect(assessment).toMatchObject({
        kind: 'CREDIT',
        level: 'HIGH',
        riskClass: 5,
        score: { value: expect.stringMatching(/^0\.\d\d$/), higherIsRiskier: null },
        flag: { color: 'red', dataSanity: '100' },
      })
      expect(assessment?.signals).toContainEqual({
        code: 'missedSocialSecurity',
        sentiment: expect.any(String),
        explanations: expect.any(Array),
      })
      const figures = assessment?.metrics.edges.map(({ node }) => `${node.name} ${node.basis}`)
      expect(figures).toEqual(expect.arrayContaining(['totalDebitAmount period', 'totalDebitAmount annualised']))

      const { userId, sessionToken } = vendor.control.account
      const log = desks.app().log()
      expect(log).toContain('upload document')
      for (const secret of [userId, sessionToken, 'x-amz', 'october-media-sim', 'X-Amz-Signature'])
        expect(log).not.toContain(secret)
    }))

  test('have a report whose address returns the vendor’s PDF, fetched when it is opened, or why there is none; P21 erasing names the remaining data at the vendor by the vendor’s ids', () =>
    desks.use(async ({ client, vendor }) => {
      const { analysisId, applicantId } = await analyseRisk(client)
      const { reports, providerReference } = await readRisk(client, analysisId)
      expect(reports).toMatchObject([{ name: 'bank-xray-report.pdf', mediaType: 'application/pdf' }])
      const downloads = () => vendor.control.journal.filter(({ operation }) => operation === 'download').length
      const before = downloads()
      const response = await fetch(reports[0]?.url ?? '')
      expect(response.headers.get('content-type')).toBe('application/pdf')
      expect(await response.text()).toMatch(/^%PDF-1\.7\n[\s\S]*siren 123456782[\s\S]*%%EOF\n$/)
      expect(downloads()).toBe(before + 1)

      for (const [fault, status, code, words] of [
        [{ kind: 'answer', status: 403 }, 502, 'PROVIDER_FORBIDDEN', 'read_bank_xray_report'],
        [{ kind: 'answer', status: 404 }, 410, 'RESULT_EXPIRED', 'no longer'],
      ] as const) {
        vendor.control.fault('download', fault)
        const refused = await fetch(reports[0]?.url ?? '')
        const shape = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
        const { error } = shape.parse(await refused.json())
        expect([refused.status, error.code]).toEqual([status, code])
        expect(error.message).toContain(words)
      }

      const { erasure } = await eraseApplicant(client, applicantId)
      expect(erasure).toMatchObject({ complete: false, remaining: [{ provider: { id: 'bank-xray' } }] })
      expect(erasure?.remaining[0]?.references).toContain(providerReference)
    }))
})

describe.concurrent('a report', () => {
  test('P8 without a webhook is found by polling', () =>
    desks.use(async ({ client, vendor }) => {
      vendor.control.webhooks.enabled = false
      const { analysisId, final } = await analyseRisk(client)
      vendor.control.webhooks.enabled = true
      expect(final).toMatchObject({ status: 'COMPLETED' })
      const log = await readLog(client, null, { analysisId })
      expect(log.find(({ type }) => type === 'ANALYSIS_COMPLETED')?.via).toBe('POLL')
    }))

  test('P2 P9 is checked after each valid webhook, in any number of copies, and collected once', () =>
    desks.use(async ({ client, vendor }) => {
      const { analysisId } = await startRisk(client, statementOf('stuck'))
      await awaitState(client, analysisId, ({ status }) => status === 'PROCESSING')
      const { providerReference: requestId } = await readRisk(client, analysisId)
      const [medium] = vendor.control.media().filter(one => one.requestId === requestId)
      vendor.control.webhooks.enabled = false
      vendor.control.extract(medium?.id ?? '', { outcome: 'read' })
      vendor.control.webhooks.enabled = true
      const reportId = vendor.control.reports().at(-1)?.id
      const news = { event: 'new_report', requestId, reportId }
      expect(await vendor.control.webhooks.emit({ body: news, signature: 'absent' })).toMatchObject([{ status: 401 }])
      expect(await vendor.control.webhooks.emit({ body: news, key: 'stolen' })).toMatchObject([{ status: 401 }])
      const attempts = await vendor.control.webhooks.emit({ body: news, copies: 20 })
      expect(attempts.map(({ status }) => status)).toEqual(Array(20).fill(200))
      expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
      const log = await readLog(client, null, { analysisId })
      expect(log.filter(({ type }) => type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
    }))

  test('of another product is ignored', ({ expect }) =>
    desks.use(async ({ client, vendor }) => {
      const { analysisId } = await startRisk(client, statementOf('stuck'))
      await awaitState(client, analysisId, ({ status }) => status === 'PROCESSING')
      const { providerReference } = await readRisk(client, analysisId)
      const requestId = providerReference ?? ''
      const listed = () =>
        vendor.control.journal.filter(({ operation, path }) => operation === 'reports' && path.includes(requestId))
          .length
      const before = listed()
      vendor.control.addReport({ requestId, source: 'doc_xray' })
      await expect.poll(listed).toBeGreaterThan(before)
      const status = z.object({ status: z.string() })
      expect(await client.read('analysis', analysisId, status)).toEqual({ status: 'PROCESSING' })
      const [medium] = vendor.control.media().filter(one => one.requestId === requestId)
      vendor.control.extract(medium?.id ?? '', { outcome: 'read' })
      expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
    }))
})

test.concurrent('P9 an account with its own currency, whose webhooks are unsigned, has amounts in it, also for a company with a KVK number, and webhooks at a secret address', async () => {
  const node = desks.app()
  own.control.webhooks.isSigned = false
  own.announceTo(node, 'new-token-0123456789')
  const applicantId = await createCompany(node.client, { registration: { scheme: 'KVK', value: '12345678' } })
  const caseId = await openCase(node.client, applicantId)
  const document = await uploadStatement(node.client, caseId, statementOf())
  const { done } = await askForRisk({ client: node.client, applicantId, caseId, documents: [document] })
  expect(await finalState(node.client, done?.id ?? '')).toMatchObject({ status: 'COMPLETED' })
  expect(own.control.requests()).toMatchObject([{ code: { type: 'kvk', id: '12345678' } }])
  expect((await readRisk(node.client, done?.id ?? '')).statements.map(({ currency }) => currency)).toEqual(['CHF'])

  await own.control.webhooks.idle()
  expect(own.control.webhooks.attempts.map(({ status }) => status)).toEqual([200, 200])
  expect(node.log()).not.toContain('new-token-0123456789')
  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${node.url}${path}`, { method: 'POST', body: '{"event":"ping"}', headers }).then(({ status }) => status)
  const signature = `sha256=${createHmac('sha256', 'key').update('{"event":"ping"}').digest('hex')}`
  expect(await post('/webhooks/bank-xray/old-token-0123456789')).toBe(200)
  expect(await post('/webhooks/bank-xray/another-token')).toBe(401)
  expect(await post('/webhooks/bank-xray')).toBe(401)
  expect(await post('/webhooks/bank-xray', { 'x-october-signature': signature })).toBe(401)
})

describe.concurrent('a request is refused before anything is sent:', () => {
  test('for a company with a wrong check digit, until that is corrected', () =>
    desks.use(async ({ client, vendor }) => {
      const calls = vendor.control.requests().length
      const applicantId = await createCompany(client, { registration: { scheme: 'SIREN', value: '123456789' } })
      const caseId = await openCase(client, applicantId)
      const document = await uploadStatement(client, caseId, statementOf())
      const risk = { client, applicantId, caseId, documents: [document] }
      const refused = await askForRisk(risk)
      expect(refused).toMatchObject({ done: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['caseId'] }] })
      expect(refused.userErrors[0]?.message).toContain('updateApplicant')
      expect(vendor.control.requests().length).toBe(calls)
      await client.mutate('updateApplicant', { applicantId, registration: { scheme: 'SIREN', value: '732829320' } }, {})
      const { done } = await askForRisk(risk)
      expect(await finalState(client, done?.id ?? '')).toMatchObject({ status: 'COMPLETED' })
    }))

  test('for an image, for a document of 21 MB, without documents, and without a statement', () =>
    desks.use(async ({ client, vendor }) => {
      const calls = vendor.control.requests().length
      const image = await openRiskCase(client, { bytes: documentFiles['image/png'] ?? Buffer.alloc(0) })
      const field = ['documents', '0', 'documentId']
      expect((await askForRisk(image)).userErrors).toMatchObject([{ code: 'DOCUMENT_TYPE_UNSUPPORTED', field }])
      const large = await openRiskCase(client)
      await desks.app().database.acrossTenants(sql`
        update documents set byte_size = ${21 * 1_048_576} where id = ${large.documents[0]?.documentId ?? ''}`)
      expect((await askForRisk(large)).userErrors).toMatchObject([{ code: 'DOCUMENT_TOO_LARGE', field }])
      expect(vendor.control.requests().length).toBe(calls)

      const other = await openRiskCase(client, statementOf('', { kind: 'OTHER' }))
      const empty = await askForAnalysis(client, { caseId: other.caseId, product: 'BANK_RISK', documents: [] })
      for (const { userErrors } of [empty, await askForRisk(other)])
        expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['documents'] }])
      expect(vendor.control.requests().length).toBe(calls)
    }))
})

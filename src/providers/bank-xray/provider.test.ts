import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { createCompanyJob, createStatement } from '../../../test/support/company-job.ts'
import { checkOnce, collectAll, connectClient, submitAll } from '../../../test/support/connect-client.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { compareDecimals, sumDecimals } from '../../domain/decimal.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { accountKeyOf } from '../account-key.ts'
import type { Environment, WebhookRequest } from '../provider.ts'
import { bankXray } from './provider.ts'
import { startTestSimulator } from './simulator/start-test-simulator.ts'
import type { UploadShape } from './simulator/store.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function setUp(options: Parameters<typeof startTestSimulator>[0] = {}) {
  const simulator = await startTestSimulator(options)
  open.push({ close: () => simulator.stop() })
  const client = connectClient(bankXray, simulator.variables, simulator.clock.now)
  open.push(client)
  return { ...simulator, ...client }
}

const uploadsOf = (journal: readonly { readonly upload: { readonly digest: string } | null }[]) =>
  journal.flatMap(({ upload }) => (upload ? [upload.digest] : []))

describe('the provider against its simulator', () => {
  test.each<[UploadShape, boolean, boolean]>([
    ['form', true, false],
    ['raw', false, true],
  ])(
    'P14 P15 documents become findings whose sums are exact (upload %s, wrapped %s, upload inside and whole lists %s)',
    async (upload, isWrapped, flag) => {
      const shape = { upload, isWrapped, isUploadInside: flag, listsWhole: flag }
      const { driver, control, clock } = await setUp({ shape })
      const job = createCompanyJob('doc_1', 'doc_2')
      for (const _ of job.documents) void control.nextMedium({ reconciles: true })
      const submitted = await submitAll(driver, job)
      const sent = await Promise.all(
        job.documents.map(async one =>
          createHash('sha256')
            .update(await buffer(await one.open()))
            .digest('hex'),
        ),
      )
      expect(uploadsOf(control.journal)).toEqual(sent)
      expect((await checkOnce(driver, submitted)).progress).toMatchObject({
        kind: 'running',
        stage: 'EXTRACTING',
        providerStage: 'pending_analysis 1.1',
      })
      clock.advance(20_000)
      const { progress, checkpoint } = await checkOnce(driver, submitted)
      expect(progress).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })

      const findings = await collectAll(driver, job, checkpoint)
      const statements = findings.flatMap(batch => batch.statements ?? [])
      const transactions = findings.flatMap(batch => batch.transactions ?? [])
      expect(statements).toHaveLength(2)
      for (const { reference, openingBalance, closingBalance, totalCredits, totalDebits } of statements) {
        const own = transactions.filter(transaction => transaction.statementReference === reference)
        expect(own.length).toBeGreaterThan(30)
        const sum = sumDecimals([openingBalance ?? '', ...own.map(transaction => transaction.amount)])
        expect(compareDecimals(sum, closingBalance ?? '')).toBe(0)
        const totals = sumDecimals([openingBalance ?? '', totalCredits ?? '', totalDebits ?? ''])
        expect(compareDecimals(totals, closingBalance ?? '')).toBe(0)
      }
      const [assessment] = findings.flatMap(batch => batch.assessments ?? [])
      expect(assessment).toMatchObject({ kind: 'CREDIT', signals: expect.arrayContaining([expect.anything()]) })
    },
  )

  test('the analysis completes when people read the document two days later', async () => {
    const { driver, control, clock } = await setUp()
    const job = createCompanyJob(createStatement('doc_1', {}, Buffer.from('%PDF-1.7\n% assay-simulate: manual\n')))
    const submitted = await submitAll(driver, job)
    clock.advance(hourMs - 1)
    expect((await checkOnce(driver, submitted)).progress).toMatchObject({ kind: 'running', stage: 'EXTRACTING' })
    clock.advance(1)
    expect((await checkOnce(driver, submitted)).progress).toMatchObject({ stage: 'MANUAL_EXTRACTION_LIKELY' })
    clock.advance(39 * hourMs)
    expect((await checkOnce(driver, submitted)).progress).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
    expect(control.reports().map(report => report.source)).toEqual(['doc_xray', 'bank_xray'])
  })

  test('a report on the first statement is not the result until half an hour passes without another', async () => {
    const { driver, control, clock } = await setUp()
    void control.nextMedium({ processingMs: 1_000 })
    void control.nextMedium({ processingMs: 100 * hourMs })
    const job = createCompanyJob('doc_1', 'doc_2')
    let checkpoint = await submitAll(driver, job)
    const look = async () => {
      const seen = await checkOnce(driver, checkpoint)
      checkpoint = seen.checkpoint
      return seen.progress
    }
    clock.advance(1_000)
    expect(await look()).toMatchObject({ kind: 'running' })
    clock.advance(30 * minuteMs - 1)
    expect(await look()).toMatchObject({ kind: 'running' })
    clock.advance(1)
    expect(await look()).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      documents: [
        { documentId: 'doc_1', status: 'PARTIAL', error: { code: 'DEADLINE_EXCEEDED' } },
        { documentId: 'doc_2', status: 'PARTIAL', error: { code: 'DEADLINE_EXCEEDED' } },
      ],
    })
    const findings = await collectAll(driver, job, checkpoint)
    expect(findings.flatMap(batch => batch.statements ?? [])).toHaveLength(1)
  })

  test('a document of another kind is sent along and needs no report', async () => {
    const { driver, control, clock } = await setUp()
    const job = createCompanyJob('doc_1', createStatement('doc_2', { kind: 'OTHER' }))
    const submitted = await submitAll(driver, job)
    expect(control.media().map(medium => [medium.name, medium.ordinal])).toEqual([
      ['bank_statement', 2],
      ['other', 1],
    ])
    clock.advance(20_000)
    expect((await checkOnce(driver, submitted)).progress).toMatchObject({ kind: 'ready', outcome: 'COMPLETED' })
  })

  test('the report can be downloaded whole as a PDF', async () => {
    const { driver, clock } = await setUp()
    const job = createCompanyJob('doc_1')
    const submitted = await submitAll(driver, job)
    clock.advance(20_000)
    const { checkpoint } = await checkOnce(driver, submitted)
    const [report] = (await collectAll(driver, job, checkpoint)).flatMap(batch => batch.reports ?? [])
    expect(report).toEqual({
      reference: expect.stringMatching(/^[0-9a-f]{24}$/),
      name: 'bank-xray-report.pdf',
      mediaType: 'application/pdf',
      createdAt: expect.any(Date),
    })
    const file = await driver.openReport?.(report?.reference ?? '', neverAborted)
    expect(file).toMatchObject({ mediaType: 'application/pdf', byteSize: null })
    const text = file ? (await buffer(file.body)).toString('latin1') : ''
    expect(text).toMatch(/^%PDF-1\.7\n[\s\S]*siren 123456782[\s\S]*%%EOF\n$/)
  })

  test('P9 its webhooks have a valid signature and name the request', async () => {
    const arrived: WebhookRequest[] = []
    const receiver = await startLoopbackServer((response, { body, message }) => {
      response.end()
      arrived.push({ headers: message.headers, body, token: null })
    })
    open.push(receiver)
    const { driver, configured, control, clock } = await setUp({ webhookUrl: receiver.url })
    await submitAll(driver, createCompanyJob('doc_1'))
    clock.advance(20_000)
    await control.webhooks.idle()
    const [requestId] = control.requests().map(request => request.id)
    const notices = arrived.map(request => configured.webhook?.parse(request))
    expect(arrived.map(request => configured.webhook?.verify(request))).toEqual([true, true])
    expect(notices.map(notice => notice?.references)).toEqual(control.reports().map(({ id }) => [requestId, id]))
    const [first] = arrived
    expect(first && configured.webhook?.verify({ ...first, body: Buffer.concat([first.body, Buffer.from(' ')]) })).toBe(
      false,
    )
  })
})

test('P17 accounts with another currency or version of the API have other keys, others do not', () => {
  const keyOf = (own: Environment) => {
    const variables = { BANK_XRAY_USER_ID: 'user', BANK_XRAY_SESSION_TOKEN: 'token', ...own }
    return accountKeyOf(bankXray, bankXray.settings.parse(variables))
  }
  // Results in another currency must not be shared.
  const keys = [{}, { BANK_XRAY_CURRENCY: 'CHF' }, { BANK_XRAY_API_VERSION: '2023-06-01' }].map(keyOf)
  expect(new Set(keys).size).toBe(3)
  expect(keyOf({ BANK_XRAY_WEBHOOK_KEY: 'w' })).toBe(keys[0])
})

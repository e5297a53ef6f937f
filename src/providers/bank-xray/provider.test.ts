import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { createCompanyJob } from '../../../test/support/company-job.ts'
import { checkOnce, collectAll, connectClient, submitAll } from '../../../test/support/connect-client.ts'
import { compareDecimals, sumDecimals } from '../../domain/decimal.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { accountKeyOf } from '../account-key.ts'
import type { Environment, WebhookRequest } from '../provider.ts'
import { bankXray } from './provider.ts'
import { startTestSimulator } from './simulator/start-test-simulator.ts'
import type { UploadShape } from './simulator/store.ts'

test.each<[UploadShape, boolean, boolean]>([
  ['form', true, false],
  ['raw', false, true],
])(
  'P14 P15 documents become findings whose sums are exact (upload %s, wrapped %s, upload inside and whole lists %s)',
  async (upload, isWrapped, flag) => {
    const shape = { upload, isWrapped, isUploadInside: flag, listsWhole: flag }
    const { variables, control, clock, stop } = await startTestSimulator({ shape })
    onTestFinished(stop)
    const { driver, close } = connectClient(bankXray, variables, clock.now)
    onTestFinished(close)
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
    expect(control.journal.flatMap(({ upload }) => upload?.digest ?? [])).toEqual(sent)
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

test('P9 the webhooks of the simulator have a valid signature and name the request and its reports', async () => {
  const arrived: WebhookRequest[] = []
  const receiver = await startLoopbackServer((response, { body, message }) => {
    response.end()
    arrived.push({ headers: message.headers, body, token: null })
  })
  onTestFinished(receiver.close)
  const { variables, control, clock, stop } = await startTestSimulator({ webhookUrl: receiver.url })
  onTestFinished(stop)
  const { driver, configured, close } = connectClient(bankXray, variables, clock.now)
  onTestFinished(close)
  await submitAll(driver, createCompanyJob('doc_1'))
  clock.advance(20_000)
  await control.webhooks.idle()
  expect(arrived.map(request => configured.webhook?.verify(request))).toEqual([true, true])
  const references = arrived.map(request => configured.webhook?.parse(request).references)
  const [requestId] = control.requests().map(request => request.id)
  expect(references).toEqual(control.reports().map(({ id }) => [requestId, id]))
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

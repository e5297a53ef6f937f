import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectedClient, collectAll, connectClient } from '../../../test/support/connect-client.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import type { JsonValue } from '../../domain/json.ts'
import { finbox } from './provider.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './simulator/start-test-simulator.ts'
import { submitUntil } from './testing/submit-until.ts'

let vendor: TestSimulator
let connected: ConnectedClient
beforeAll(async () => {
  vendor = await startTestSimulator()
  connected = connectClient(finbox, vendor.variables, vendor.clock.now)
})
afterAll(async () => {
  await connected.close()
  await vendor.stop()
})

let count = 0
const pdf = (words: string) => {
  count += 1
  const id = `doc_${count}`
  return createSubmissionDocument(id, { bytes: Buffer.from(toPdf(words, `% ${id}`)) })
}
/** Submits documents with these words. @returns the checkpoint and the id of the session */
async function submit(...words: readonly string[]): Promise<{ checkpoint: JsonValue; sessionId: string }> {
  const step = await submitUntil(connected.driver, createSubmissionJob(words.map(pdf)))
  return { checkpoint: step.checkpoint, sessionId: vendor.control.sessions().at(-1)?.id ?? '' }
}
async function process(...words: readonly string[]) {
  const { checkpoint, sessionId } = await submit(...words)
  vendor.control.finish(sessionId)
  return { checkpoint, sessionId, progress: await connected.driver.check(checkpoint, { signal: neverAborted }) }
}

describe('a check', () => {
  test('says that the session is processed, then that it is ready', async () => {
    const { checkpoint, sessionId } = await submit('')
    const running = { kind: 'running', stage: 'EXTRACTING', providerStage: 'processing', retryAfterMs: null }
    expect(await connected.driver.check(checkpoint, { signal: neverAborted })).toEqual(running)
    const text = JSON.stringify({ error: { code: 'PROCESSING_NOT_REQUESTED', message: 'No.' } })
    vendor.control.fault('progress', { kind: 'answer', status: 400, text })
    expect(await connected.driver.check(checkpoint, { signal: neverAborted })).toEqual({
      ...running,
      providerStage: null,
    })
    vendor.control.finish(sessionId)
    expect(await connected.driver.check(checkpoint, { signal: neverAborted })).toMatchObject({
      kind: 'ready',
      outcome: 'COMPLETED',
    })
  })

  test('is PARTIAL when a statement or an account has a fault, and says which', async () => {
    const { progress } = await process('', 'unparsable', 'missing-transactions', 'too-many-pages')
    expect(progress).toMatchObject({
      kind: 'ready',
      outcome: 'PARTIAL',
      documents: [
        { status: 'COMPLETED', error: null },
        { status: 'FAILED', error: { code: 'STATEMENT_UNSUPPORTED_FORMAT', providerCode: 'UNPARSABLE' } },
        { status: 'PARTIAL', error: { code: 'PROVIDER_REJECTED', providerCode: 'MISSING_TRANSACTIONS' } },
        { status: 'FAILED', error: { code: 'DOCUMENT_TOO_LARGE' } },
      ],
    })
  })

  test('fails when every statement failed, and when the vendor rejects the accounts', async () => {
    expect((await process('no-transactions')).progress).toMatchObject({
      kind: 'failed',
      error: { code: 'DOCUMENT_EMPTY', providerCode: 'STATEMENT_NO_TRANSACTIONS' },
    })
    vendor.control.client.settings.toRejectAccount = true
    const { progress } = await process('', 'balance-mismatch')
    vendor.control.client.settings.toRejectAccount = false
    expect(progress).toMatchObject({ kind: 'failed', error: { providerCode: 'BALANCE_MISMATCH' } })
  })

  test('of a session that no longer exists is RESULT_EXPIRED', async () => {
    const { checkpoint, sessionId } = await submit('')
    await connected.client.erase?.([sessionId], neverAborted)
    await expect(connected.driver.check(checkpoint, { signal: neverAborted })).rejects.toMatchObject({
      code: 'RESULT_EXPIRED',
    })
  })
})

test('a report is fetched at the address that the vendor gives at that moment, without our credentials', async () => {
  const { checkpoint } = await process('')
  const reports = (await collectAll(connected.driver, createSubmissionJob([]), checkpoint)).flatMap(
    found => found.reports ?? [],
  )
  expect(reports.map(({ name }) => name)).toEqual([
    'finbox-account-1.xlsx',
    'finbox-session.xlsx',
    'finbox-session.xml',
  ])
  vendor.control.expireFiles()
  for (const { reference, mediaType } of reports) {
    const report = await connected.driver.openReport?.(reference, neverAborted)
    expect(report?.mediaType).toBe(mediaType)
    if (report) expect((await text(report.body)).length).toBeGreaterThan(10)
  }
  const fetched = vendor.control.journal.filter(({ operation }) => operation === 'file')
  expect(fetched).toHaveLength(3)
  expect(vendor.control.journal.filter(({ operation }) => operation === 'get-pdfs')).toEqual([])
  await expect(connected.driver.openReport?.('no-such/session.xlsx', neverAborted)).rejects.toMatchObject({
    code: 'RESULT_EXPIRED',
  })
})

test('P21 erasing deletes sessions; a deleted or unknown session is no error, any other refusal is', async () => {
  const { sessionId } = await submit('')
  await connected.client.erase?.([sessionId, 'unknown'], neverAborted)
  await connected.client.erase?.([sessionId], neverAborted)
  expect(vendor.control.sessions().find(({ id }) => id === sessionId)?.isDeleted).toBe(true)
  vendor.control.fault('delete', { kind: 'answer', status: 403 })
  await expect(connected.client.erase?.([sessionId], neverAborted)).rejects.toMatchObject({
    code: 'PROVIDER_FORBIDDEN',
  })
})

test('lists its banks under the names that uploads take, with their logos', async () => {
  const banks = (await connected.client.banks?.list(neverAborted)) ?? []
  expect(banks.length).toBeGreaterThan(20)
  expect(banks.find(({ name }) => name === 'HDFC')).toMatchObject({
    fullName: 'HDFC Bank',
    bankCode: 'HDFC',
    logo: { url: expect.stringMatching(/^http/), mediaType: null },
  })
})

test('registers a webhook for the events of sessions', async () => {
  vendor.control.client.settings.webhookMode = 0
  const url = new URL('https://assay.example.com/webhooks/finbox/token')
  await connected.client.registerWebhook?.(url, neverAborted)
  expect([vendor.control.webhooks.url, vendor.control.client.settings.webhookMode]).toEqual([url.href, 1])
})

describe('the webhook', () => {
  const settings = (token: string) => finbox.settings.parse({ FINBOX_WEBHOOK_TOKEN: token }).webhook
  const request = (token: string | null, body: unknown) => ({
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    token,
  })
  const event = { event_name: 'ENRICHMENT_NOTIFICATION', session_id: 's-1', accounts: [{ name: 'Mr Secret' }] }

  test('P9 is accepted only at its secret addresses, and without a token there is no receiver', () => {
    const webhook = settings('new-token,old-token')
    expect(webhook?.token).toBe('new-token')
    for (const token of ['new-token', 'old-token']) expect(webhook?.verify(request(token, event))).toBe(true)
    for (const token of [null, '', 'new-token,old-token', 'new-toke'])
      expect(webhook?.verify(request(token, event))).toBe(false)
    expect(finbox.settings.parse({}).webhook).toBeNull()
    expect(finbox.settings.safeParse({ FINBOX_WEBHOOK_TOKEN: 'a/b' }).success).toBe(false)
  })

  test('names only a session; equal bodies are one event, different bodies are different events', () => {
    const webhook = settings('t')
    const notice = webhook?.parse(request('t', event))
    expect(notice).toMatchObject({ eventType: 'ENRICHMENT_NOTIFICATION', ours: true, references: ['s-1'] })
    expect(webhook?.parse(request('t', event))).toEqual(notice)
    const failed = { ...event, insights_available: false }
    expect(webhook?.parse(request('t', failed)).eventId).not.toBe(notice?.eventId)
    for (const body of [{}, { session_id: 's-1' }, { ...event, session_id: 7 }, null])
      expect(() => webhook?.parse(request('t', body))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
  })
})

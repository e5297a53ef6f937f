import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'

let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const code = (name: string) => ({ error: expect.objectContaining({ code: name }) })
const read = (id: string, name: string) => simulator.get(`/session_data/${id}/${name}/`)
const initiate = (id: string) => simulator.post(`/session_data/${id}/initiate_processing/`, '')

test('processing starts when it is requested, and advances step by step', async () => {
  const id = await simulator.session()
  await simulator.upload(id, toPdf('account-a'))
  simulator.clock.advance(600_000)
  for (const name of ['progress', 'session_status', 'insights'])
    expect(await read(id, name)).toMatchObject({ status: 400, json: code('PROCESSING_NOT_REQUESTED') })
  expect(await initiate(id)).toMatchObject({ status: 202, json: { session_id: id, message: 'success' } })
  const [statement] = simulator.control.sessions()[0]?.accounts[0]?.statements ?? []
  const steps = async () => (await read(id, 'progress')).json
  expect(await steps()).toEqual({
    session_id: id,
    session_progress: 'processing',
    progress: [
      {
        identity_status: 'completed',
        transaction_status: 'processing',
        processing_status: 'processing',
        fraud_status: 'processing',
        statement_id: statement?.id,
        message: null,
        source: 'pdf',
      },
    ],
  })
  for (const name of ['session_status', 'insights'])
    expect(await read(id, name)).toMatchObject({ status: 400, json: code('PROCESSING_NOT_COMPLETED') })
  const whole = Number(statement?.plan.processingMs)
  simulator.clock.advance(whole - 1_000)
  expect(await steps()).toMatchObject({
    session_progress: 'processing',
    progress: [{ transaction_status: 'completed' }],
  })
  simulator.clock.advance(1_000)
  expect(await steps()).toMatchObject({ session_progress: 'completed', progress: [{ fraud_status: 'completed' }] })
  expect(await read(id, 'session_status')).toMatchObject({ status: 200 })
})

test('a session in processing refuses uploads, and refuses a second request with 400 or 409', async () => {
  const id = await simulator.process(toPdf('account-a'))
  expect(await simulator.upload(id, toPdf('account-b'))).toMatchObject({ status: 400, json: code('SESSION_EXPIRED') })
  expect(await initiate(id)).toMatchObject({ status: 400, json: code('DUPLICATE_PROCESSING_REQUEST') })
  simulator.control.client.settings.duplicateProcessingStatus = 409
  expect(await initiate(id)).toMatchObject({ status: 409, json: code('DUPLICATE_PROCESSING_REQUEST') })
})

test('a session whose statements all failed refuses processing and stays open', async () => {
  const id = await simulator.session()
  expect(await initiate(id)).toMatchObject({ status: 400, json: code('UNPARSABLE_STATEMENTS') })
  await simulator.upload(id, toPdf('unparsable'))
  expect(await initiate(id)).toMatchObject({ status: 400, json: code('UNPARSABLE_STATEMENTS') })
  await simulator.upload(id, toPdf('account-a'))
  expect(await initiate(id)).toMatchObject({ status: 202 })
})

test('a session expires at its time by the clock, unless processing was requested before', async () => {
  const id = await simulator.session({ session_expiry: 5 })
  const month = await simulator.session({ session_expiry: 43_200 })
  await simulator.upload(month, toPdf('account-a'))
  simulator.clock.advance(299_000)
  expect(await simulator.upload(id, toPdf('account-a'))).toMatchObject({ status: 200 })
  expect(await read(id, 'session_upload_status')).toMatchObject({ json: { upload_status: 'IN PROGRESS' } })
  simulator.clock.advance(1_000)
  expect(await simulator.upload(id, toPdf('account-b'))).toMatchObject({ status: 400, json: code('SESSION_EXPIRED') })
  expect(await initiate(id)).toMatchObject({ status: 400, json: code('SESSION_EXPIRED') })
  expect(await read(id, 'session_upload_status')).toMatchObject({ json: { upload_status: 'EXPIRED' } })
  simulator.clock.advance(29 * 86_400_000)
  expect(await initiate(month)).toMatchObject({ status: 202 })
  simulator.clock.advance(2 * 86_400_000)
  expect(await read(month, 'session_status')).toMatchObject({ status: 200 })
  const other = await simulator.session()
  simulator.control.expire(other)
  expect(await read(other, 'session_upload_status')).toMatchObject({ json: { upload_status: 'EXPIRED' } })
})

test('the upload status lists accounts and statements, with unmasked numbers and days with slashes', async () => {
  const id = await simulator.session()
  expect(await read(id, 'session_upload_status')).toMatchObject({ json: { upload_status: 'NO UPLOADS', accounts: [] } })
  await simulator.upload(id, toPdf('account-a bank-hdfc'))
  const { json } = await read(id, 'session_upload_status')
  expect(json).toMatchObject({
    session_id: id,
    session_date_range: { from_date: '05/09/2025', to_date: '05/03/2026' },
    upload_status: 'IN PROGRESS',
    session_expiry_timestamp: '2026-03-05 11:00:01',
    accounts: [
      {
        account_number: expect.stringMatching(/^\d{10}$/),
        bank_name: 'hdfc',
        created_at: '2026-03-05 10:00:01',
        statements: [
          {
            statement_status: 'completed',
            error_code: null,
            source: 'pdf',
            upload_file_name: expect.stringMatching(/_hdfc\.pdf$/),
            statement_date_range: { from_date: '01/12/2025', to_date: '28/02/2026' },
            created_at: '2026-03-05 10:00:01.000000+00:00',
          },
        ],
        account_status: 'PARTIAL',
        months: ['2025-12', '2026-01', '2026-02'],
        missing_data: [
          { from_date: '2025-09-05', to_date: '2025-11-30' },
          { from_date: '2026-03-01', to_date: '2026-03-05' },
        ],
        full_bank_name: 'HDFC Bank',
      },
    ],
    error: {},
  })
  await initiate(id)
  expect(await read(id, 'session_upload_status')).toMatchObject({ json: { upload_status: 'COMPLETED' } })
})

test.each([
  ['too-many-pages', 'STATEMENT_TOO_MANY_PAGES', 'UNPARSABLE'],
  ['extraction-failed', 'EXTRACTION_FAILED', 'UNPARSABLE'],
  ['no-transactions', 'STATEMENT_NO_TRANSACTIONS', 'UNPARSABLE'],
  ['no-account-number', 'NULL_ACCOUNT_NUMBER', 'NULL_ACCOUNT_NUMBER'],
])('a statement with the word %s fails with %s, its account with %s', async (word, ofStatement, ofAccount) => {
  const id = await simulator.process(toPdf(`account-a ${word}`), toPdf('account-b'))
  const { json } = await read(id, 'session_status')
  expect(json).toMatchObject({
    insights_available: true,
    accounts: [
      {
        error_code: ofAccount,
        error_message: expect.any(String),
        account_status: 'failed',
        statements: [
          { statement_status: 'failed', error_code: ofStatement, created_at: '2026-03-05T10:00:01.000000Z' },
        ],
      },
      { error_code: null, account_status: 'completed', account_type: 'SAVINGS', attempt_types: ['PDF'] },
    ],
  })
})

test.each([
  ['missing-transactions', 'MISSING_TRANSACTIONS'],
  ['incomplete-months', 'INCOMPLETE_MONTHS'],
  ['number-unidentified', 'NULL_ACCOUNT_NUMBER'],
  ['balance-mismatch', 'BALANCE_MISMATCH'],
  ['incomplete-upload', 'INCOMPLETE_MONTHS_UPLOAD'],
  ['incomplete-dates', 'INCOMPLETE_DATES_UPLOAD'],
  ['unparsable-later', 'UNPARSABLE'],
])('an account with the word %s fails with %s; there are insights unless accounts are rejected', async (word, name) => {
  const id = await simulator.process(toPdf(`account-a ${word}`), toPdf('account-b'))
  const failed = { error_code: name, account_status: 'failed' }
  expect(await read(id, 'session_status')).toMatchObject({ json: { insights_available: true, accounts: [failed, {}] } })
  simulator.control.client.settings.toRejectAccount = true
  expect(await read(id, 'session_status')).toMatchObject({
    json: { insights_available: false, accounts: [failed, {}] },
  })
})

test('each client has its own acceptance rule: the same upload passes, lacks months or lacks transactions', async () => {
  const { settings } = simulator.control.client
  const id = await simulator.process(toPdf('account-a quarter-a'), toPdf('account-b empty'))
  const passed = { error_code: null, account_status: 'completed' }
  expect(await read(id, 'session_status')).toMatchObject({ json: { accounts: [passed, passed] } })
  settings.acceptance = 'every-month-uploaded'
  expect(await read(id, 'session_status')).toMatchObject({
    json: { accounts: [{ error_code: 'INCOMPLETE_MONTHS_UPLOAD' }, { error_code: 'INCOMPLETE_MONTHS_UPLOAD' }] },
  })
  settings.acceptance = 'transaction-each-month'
  expect(await read(id, 'session_status')).toMatchObject({
    json: { accounts: [{ error_code: 'INCOMPLETE_MONTHS' }, {}] },
  })
  const anything = await simulator.session({ accept_anything: true })
  await simulator.upload(anything, toPdf('account-a'))
  await initiate(anything)
  simulator.clock.advance(60_000)
  expect(await read(anything, 'session_status')).toMatchObject({
    json: { accounts: [{ account_status: 'completed' }] },
  })
})

test('a session with a stuck statement ends only when a test finishes it', async () => {
  const id = await simulator.session()
  await simulator.upload(id, toPdf('stuck'))
  await initiate(id)
  simulator.clock.advance(86_400_000)
  expect(await read(id, 'progress')).toMatchObject({ json: { session_progress: 'processing' } })
  simulator.control.finish(id)
  expect(await read(id, 'progress')).toMatchObject({ json: { session_progress: 'completed' } })
})

test('anyone with the address can download a statement for one hour, with its password; after 30 days it no longer exists', async () => {
  const id = await simulator.session()
  await simulator.upload(id, toPdf('account-a password-sesame'), { pdf_password: 'sesame' })
  const { json, text } = await read(id, 'get_pdfs')
  expect(json).toMatchObject({ statements: [{ pdf_password: 'sesame', source: 'PDF', message: 'Success' }] })
  const url = /"pdf_url":"([^"]+)"/.exec(text)?.[1] ?? ''
  const file = await fetch(url)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await fetch(url, { headers: simulator.headers })).status).toBe(400)
  expect((await fetch(url.replace('statement_', 'statement_1'))).status).toBe(403)
  simulator.clock.advance(3_600_000)
  expect((await fetch(url)).status).toBe(403)
  simulator.clock.advance(30 * 86_400_000)
  expect((await read(id, 'get_pdfs')).json).toMatchObject({ statements: [{ pdf_url: '' }] })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEncryptedPdf } from '../../../../test/support/encrypted-pdf.ts'
import { startLoopbackServer } from '../../../http/testing/loopback-server.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'

let simulator: TestSimulator
let id: string

beforeEach(async () => {
  simulator = await startTestSimulator()
  id = await simulator.session()
})
afterEach(() => simulator.stop())

/** The body of a refusal that only uploads have. */
const refused = (name: string, status = 400) => ({
  status,
  json: { session_id: '', statement_id: '', error: expect.objectContaining({ code: name }) },
})
const path = '/statement/upload_session/'
const send = (body: FormData | URLSearchParams) =>
  simulator.post(path, body, { 'x-api-key': simulator.headers['x-api-key'] ?? '' })
/** A form for the session with these parts besides. */
function toForm(parts: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ session_id: id, upload_type: 'PDF', ...parts })) form.append(name, value)
  return form
}
const toFile = (content: string, type = 'application/pdf') => new File([content], 'b.pdf', { type })

test('the answer to an upload describes the statement, with the account holder when that is asked for', async () => {
  const { status, json } = await simulator.upload(id, toPdf('account-a bank-axis'))
  expect(status).toBe(200)
  expect(json).toMatchObject({
    bank_name: 'axis',
    identity: {
      account_number: expect.stringMatching(/^\d{10}$/),
      ifsc: expect.stringMatching(/^UTIB0[A-Z0-9]{6}$/),
      micr: expect.stringMatching(/^\d{9}$/),
      account_category: 'individual',
      bank_name: 'axis',
    },
    date_range: { from_date: '2025-12-01', to_date: '2026-02-28' },
    is_fraud: false,
    fraud_type: null,
    country_code: 'IN',
    currency_code: 'INR',
    masked_account_number: expect.stringMatching(/^X+\d{4}$/),
    months: ['2025-12', '2026-01', '2026-02'],
    missing_months: ['2025-09', '2025-10', '2025-11', '2026-03'],
    status: 1,
    session_id: id,
  })
  const { json: plain } = await send(toForm({ file: toFile(toPdf('account-b')) }))
  expect(plain).not.toHaveProperty('identity')
  expect(plain).not.toHaveProperty('progress')
})

test('statements of one account have the same account id; fraud found at the upload is no error', async () => {
  const replies = [
    await simulator.upload(id, toPdf('account-a quarter-a')),
    await simulator.upload(id, toPdf('account-a quarter-b fraud')),
    await simulator.upload(id, toPdf('account-b')),
  ]
  const [one, other, third] = replies.map(({ json }) => json)
  expect(one).toMatchObject({ is_fraud: false })
  expect(other).toMatchObject({ is_fraud: true, fraud_type: 'author_fraud', date_range: { from_date: '2025-09-01' } })
  const accounts = simulator.control.sessions()[0]?.accounts ?? []
  expect(accounts.map(({ statements }) => statements.length)).toEqual([2, 1])
  expect([one, other, third]).toMatchObject([0, 0, 1].map(index => ({ account_id: accounts[index]?.id })))
})

describe('a form is refused', () => {
  test('without a key, for an expired trial, and where the route is not allowed', async () => {
    expect(await simulator.post(path, new FormData(), {})).toMatchObject(refused('INVALID_API_KEY', 403))
    simulator.control.client.settings.sessionFlow = false
    const blocked = await simulator.upload(id, toPdf('empty'))
    expect(blocked).toMatchObject({ status: 403, json: { detail: 'Route not allowed' } })
    simulator.control.client.settings.trialExpired = true
    expect(await simulator.upload(id, toPdf('empty'))).toMatchObject(refused('TRIAL_PERIOD_EXPIRED', 402))
  })

  test('that is not a form', async () => {
    expect(await simulator.post(path, { session_id: id })).toMatchObject(refused('INVALID_FILE_OBJECT'))
  })

  test.each([
    ['without its type', { upload_type: undefined }, 'upload_type'],
    ['of an unknown type', { upload_type: 'DOCX' }, 'upload_type'],
    ['with an unknown field', { surprise: '1' }, 'surprise'],
    ['without the name of a bank', { bank_name: 'KROESUS' }, 'bank_name'],
    ['with a file and an address', { file_url: 'http://127.0.0.1/a.pdf' }, 'file_url'],
  ])('%s, and names the field', async (_, fields, name) => {
    const { status, json } = await simulator.upload(id, toPdf('empty'), fields)
    expect([status, json]).toEqual([400, { [name]: [expect.any(String)] }])
  })

  test('with the name of an unknown bank, and the error lists the known ones', async () => {
    const { text } = await simulator.upload(id, toPdf('empty'), { bank_name: 'KROESUS' })
    expect(text).toContain("Please use following bank strings: ['SBI', 'HDFC'")
  })

  test('without a file, and for a file of another type', async () => {
    expect(await send(toForm({}))).toMatchObject(refused('MISSING_FILE_OBJECT'))
    const picture = toForm({ file: toFile(toPdf(''), 'image/png') })
    expect(await send(picture)).toMatchObject(refused('INVALID_FILE_OBJECT'))
  })

  test('for an unknown session, with either of the documented codes', async () => {
    const other = crypto.randomUUID()
    expect(await simulator.upload(other, toPdf('empty'))).toMatchObject(refused('SESSION_EXPIRED'))
    simulator.control.client.settings.unknownSession = 'SESSION_NOT_FOUND'
    expect(await simulator.upload(other, toPdf('empty'))).toMatchObject(refused('SESSION_NOT_FOUND'))
  })
})

describe('a document is refused', () => {
  test.each([
    ['that is empty', '', 'EMPTY_FILE'],
    ['that is not a PDF', 'PK\u0003\u0004', 'INVALID_FILE_OBJECT'],
    ['that is damaged', toPdf('invalid-file'), 'INVALID_FILE_OBJECT'],
    ['that is a scan', toPdf('image'), 'PDF_IS_IMAGE'],
    ['of an unknown format', toPdf('unsupported-format'), 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['of another category', toPdf('category-invalid'), 'INVALID_ACCOUNT_CATEGORY'],
    ['of a period years ago', toPdf('years-ago'), 'OUT_OF_DATE_RANGE'],
    ['of a quarter before the session’s period', toPdf('quarter-c'), 'OUT_OF_DATE_RANGE'],
    ['of an unknown bank', toPdf('bank-undetected'), 'BANK_NAME_UNDETECTED'],
  ])('%s', async (_, content, name) => {
    expect(await simulator.upload(id, content)).toMatchObject(refused(name))
    expect(simulator.control.sessions()[0]?.accounts).toEqual([])
  })

  test('of another bank than the named one; the name may be in any case, and is used when no bank was detected', async () => {
    const mismatch = await simulator.upload(id, toPdf('bank-axis'), { bank_name: 'HDFC' })
    expect(mismatch).toMatchObject(refused('BANK_NAME_MISMATCH'))
    expect(mismatch.text).toContain('Not HDFC bank statement')
    for (const bank_name of ['axis', 'AXIS'])
      expect(await simulator.upload(id, toPdf('bank-axis', bank_name), { bank_name })).toMatchObject({ status: 200 })
    const helped = await simulator.upload(id, toPdf('bank-undetected'), { bank_name: 'SBI' })
    expect(helped).toMatchObject({ status: 200, json: { bank_name: 'sbi' } })
  })

  test('that the session has already; another session accepts it', async () => {
    expect(await simulator.upload(id, toPdf('account-a'))).toMatchObject({ status: 200 })
    expect(await simulator.upload(id, toPdf('account-a'))).toMatchObject(refused('STATEMENT_DUPLICATE'))
    expect(await simulator.upload(await simulator.session(), toPdf('account-a'))).toMatchObject({ status: 200 })
  })

  test('only by the period that the session names', async () => {
    const wide = await simulator.session({ from_date: '01/01/2025', to_date: '31/12/2025' })
    const found = await simulator.upload(wide, toPdf('quarter-d'))
    expect(found).toMatchObject({
      status: 200,
      json: { date_range: { from_date: '2025-03-01', to_date: '2025-05-31' } },
    })
  })

  test('without the right password: a missing, an empty and a wrong one are refused alike', async () => {
    const locked = toPdf('password-sesame')
    for (const pdf_password of [undefined, '', 'wrong'])
      expect(await simulator.upload(id, locked, { pdf_password })).toMatchObject(refused('PASSWORD_INCORRECT'))
    expect(await simulator.upload(id, locked, { pdf_password: 'sesame' })).toMatchObject({ status: 200 })
    const encrypted = Uint8Array.from(createEncryptedPdf())
    expect(await simulator.upload(id, encrypted)).toMatchObject(refused('PASSWORD_INCORRECT'))
    const years = await simulator.session({ from_date: '01/01/2020', to_date: '05/03/2026' })
    expect(await simulator.upload(years, encrypted, { pdf_password: 'any' })).toMatchObject({ status: 200 })
  })

  test('for the reason that a test has queued', async () => {
    const taken = simulator.control.nextStatement({ bank: 'iob', from: '2025-10-01' })
    expect(await simulator.upload(id, toPdf('bank-axis'))).toMatchObject({ json: { bank_name: 'iob' } })
    expect(await taken).toMatchObject({ from: '2025-10-01', to: '2025-12-31' })
    void simulator.control.nextStatement({ refusal: 'PDF_IS_IMAGE' })
    expect(await simulator.upload(id, toPdf('bank-axis', '2'))).toMatchObject(refused('PDF_IS_IMAGE'))
  })
})

test('base64 comes as a field of either form, and must be well-formed', async () => {
  const encode = (text: string) => Buffer.from(text).toString('base64')
  const toFields = (file: string) => new URLSearchParams({ session_id: id, upload_type: 'BASE64', file })
  expect(await send(toFields(encode(toPdf('account-a'))))).toMatchObject({ status: 200 })
  expect(await send(toFields('####'))).toMatchObject(refused('INVALID_BASE_64'))
  const form = toForm({ upload_type: 'BASE64', file: encode(toPdf('account-b', 'x'.repeat(1_500_000))) })
  expect(await send(form)).toMatchObject({ status: 200 })
  expect(await simulator.upload(id, toPdf('a'), { upload_type: 'BASE64' })).toMatchObject(
    refused('INVALID_FILE_OBJECT'),
  )
})

test('a file is fetched from loopback addresses only', async () => {
  const server = await startLoopbackServer(response => response.end(toPdf('account-a')))
  const toFields = (file_url: string) => new URLSearchParams({ session_id: id, upload_type: 'PDF', file_url })
  try {
    expect(await send(toFields(`${server.url}/a.pdf`))).toMatchObject({ status: 200 })
    for (const url of ['no address', 'ftp://127.0.0.1/a.pdf', 'https://bank.example/a.pdf'])
      expect(await send(toFields(url))).toMatchObject(refused('INVALID_FILE_URL'))
  } finally {
    await server.close()
  }
})

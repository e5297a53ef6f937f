import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../../../../test/support/encrypted-pdf.ts'
import { startTestSimulator, type TestSimulator, toFolder } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\npayslip\n%%EOF'
const approved = `${pdf}\n% assay-simulate: approved\n`
const forged = `${pdf}\n% assay-simulate: forged\n`
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const minute = 60_000
const cases = () => simulator.control.cases()
const everything = { analyse_type: ['decision', 'explanation', 'share_link'], asynchronous: true }

describe('an asynchronous folder', () => {
  test('is answered 202 with a token, is under way, and then has its result for 60 minutes', async () => {
    const accepted = await simulator.post('/case', toFolder({ 'a.pdf': approved }, { asynchronous: true }))
    expect(accepted).toMatchObject({ status: 202, json: { retrieve_token: expect.stringMatching(/^gAAAAAB/) } })
    const { retrieve_token: token } = z.object({ retrieve_token: z.string() }).parse(accepted.json)
    const processing = await simulator.retrieve(token)
    expect(processing.status).toBe(202)
    expect(processing.json).toEqual({
      status: 'processing',
      run_id: expect.stringMatching(/^04_20_12_30_01_[0-9a-f]{16}$/),
    })
    simulator.clock.advance(7_999)
    expect(await simulator.retrieve(token)).toEqual({ ...processing, headers: expect.anything() })
    simulator.clock.advance(12_001)
    const finishedAt = cases()[0]?.finishedAt?.getTime() ?? Number.NaN
    const result = { decision: { status: 'approved', status_fraud: 'low', status_validation: 'compliant' } }
    expect(await simulator.retrieve(token)).toMatchObject({ status: 200, json: result })
    simulator.clock.advance(finishedAt + 60 * minute - 1 - simulator.clock.now().getTime())
    expect((await simulator.retrieve(token)).json).toEqual(result)
    simulator.clock.advance(1)
    expect(await simulator.retrieve(token)).toMatchObject({ status: 404, json: { detail: expect.any(String) } })
  })

  test('has one member for each wish, and names its documents', async () => {
    const folder = toFolder({ 'a.pdf': forged, 'b.jpg': pdf, 'form.json': '{"name": "A"}' }, everything)
    const { json } = await simulator.post('/case', folder)
    simulator.clock.advance(minute)
    const { json: result } = await simulator.retrieve(
      z.object({ retrieve_token: z.string() }).parse(json).retrieve_token,
    )
    const alert = z.strictObject({
      source: z.enum(['fraud', 'compliance', 'cross_document']),
      data: z.strictObject({ en: z.string(), fr: z.string() }),
      source_documents: z.array(z.enum(['a.pdf', 'b.jpg'])),
    })
    const { explanation } = z
      .strictObject({
        decision: z.strictObject({
          status: z.literal('rejected'),
          status_fraud: z.literal('high'),
          status_validation: z.string(),
        }),
        explanation: z.array(alert).min(3),
        share_link: z.strictObject({ url: z.string().startsWith(`${simulator.baseUrl}/share/case-management/`) }),
      })
      .parse(result)
    expect(explanation.map(one => one.source)).toEqual(expect.arrayContaining(['fraud', 'cross_document']))
    expect(cases()[0]?.folder.forms).toEqual([{ name: 'A' }])
  })

  test('comes to the same result for the same bytes, in any order and under any names', async () => {
    const contents = ['%PDF-1 one', '%PDF-1 two', '%PDF-1 three']
    const results: unknown[] = []
    for (const order of [contents, contents.toReversed()]) {
      const token = await simulator.token(...order)
      simulator.clock.advance(minute)
      results.push((await simulator.retrieve(token)).json)
    }
    expect(results[0]).toEqual(results[1])
  })
})

describe('a synchronous folder', () => {
  test('is answered with its result when there is one, with a decision alone unless told', async () => {
    const reply = simulator.post('/case', toFolder({ 'a.pdf': approved }))
    await expect.poll(() => simulator.clock.waiting()).toHaveLength(1)
    simulator.clock.advance(minute)
    expect(await reply).toMatchObject({
      status: 200,
      json: { decision: { status: 'approved', status_fraud: 'low', status_validation: 'compliant' } },
    })
  })

  test('that fails is a 500', async () => {
    const reply = simulator.post('/case', toFolder({ 'a.pdf': `${pdf}% assay-simulate: failed` }))
    await expect.poll(() => simulator.clock.waiting()).toHaveLength(1)
    simulator.clock.advance(minute)
    expect(await reply).toMatchObject({ status: 500, json: { detail: expect.any(String) } })
  })
})

describe('422 and nothing taken for a folder', () => {
  const withField = (name: string, form = toFolder({ 'a.pdf': pdf })) => {
    form.append(name, 'text')
    return form
  }
  const withFile = (name: string, form = toFolder({ 'a.pdf': pdf })) => {
    form.append(name, new Blob([pdf]), 'b.pdf')
    return form
  }
  const payload = (value: unknown) => toFolder({ 'a.pdf': pdf }, value)

  test.each<[string, () => unknown]>([
    ['that is JSON', () => ({ documents: [], payload: {} })],
    ['without a document', () => toFolder({})],
    ['of forms alone', () => toFolder({ 'form.json': '{}' })],
    ['with a form that is no JSON', () => toFolder({ 'a.pdf': pdf, 'form.JSON': '{"name":' })],
    ['with a text file', () => toFolder({ 'a.txt': pdf })],
    ['with a file without an extension', () => toFolder({ pdf })],
    ['with a file whose ending is not its last', () => toFolder({ 'a.pdf.exe': pdf })],
    ['with an empty file', () => toFolder({ 'a.pdf': '' })],
    ['with an encrypted file', () => toFolder({ 'a.pdf': pdf, 'b.pdf': createEncryptedPdf().toString('latin1') })],
    ['with a document that is no file', () => withField('documents')],
    ['with a file under another name', () => withFile('file')],
    ['with a field that nobody knows', () => withField('use_case')],
    ['without a payload', () => toFolder({ 'a.pdf': pdf }, null)],
    ['with two payloads', () => withField('payload')],
    ['with a payload that is a file', () => withFile('payload', toFolder({ 'a.pdf': pdf }, null))],
    ['with a payload that is no JSON', () => payload('{"analyse_type":')],
    ['with a payload that is a list', () => payload([])],
    ['with a wish that nobody knows', () => payload({ analyse_type: ['risk'] })],
    ['with a wish that is no list', () => payload({ analyse_type: 'decision' })],
    ['with no wish', () => payload({ analyse_type: [] })],
    ['with the American spelling', () => payload({ analyze_type: ['decision'] })],
    ['with an empty use case', () => payload({ use_case: '' })],
    ['with a word for asynchronous', () => payload({ asynchronous: 'true' })],
    ['with settings for no share link', () => payload({ share_link_settings: { access: 'public', password: '' } })],
    [
      'with half the settings of a share link',
      () => payload({ analyse_type: ['share_link'], share_link_settings: { access: 'public' } }),
    ],
  ])('%s', async (_, createBody) => {
    expect(await simulator.post('/case', createBody())).toMatchObject({
      status: 422,
      json: { detail: [expect.anything()] },
    })
    expect(cases()).toEqual([])
    expect(simulator.control.journal.at(-1)).toMatchObject({ operation: 'case', folder: null })
  })

  test('that breaks off, or has no boundary', async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="documents"; filename="a.pdf"\r\n\r\n'
    for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data']) {
      const headers = { ...simulator.key, 'content-type': type }
      expect((await simulator.post('/case', head + pdf, headers)).status).toBe(422)
    }
    expect(cases()).toEqual([])
  })
})

test.each(['pdf', 'PDF', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'tif', 'heic', 'webp'])(
  'a file may end in .%s',
  async ending => {
    expect((await simulator.post('/case', toFolder({ [`a.${ending}`]: pdf }, { asynchronous: true }))).status).toBe(202)
  },
)

describe('a question for a result', () => {
  test.each<[string, unknown]>([
    ['no JSON', 'retrieve_token=x'],
    ['empty', {}],
    ['of a number', { retrieve_token: 7 }],
    ['of more than the token', { retrieve_token: 'x', run_id: 'y' }],
  ])('that is %s is a 422', async (_, body) => {
    expect((await simulator.post('/case/retrieve', body)).status).toBe(422)
  })

  test('with a token that was never given, or was altered, is a 401', async () => {
    const token = await simulator.token(pdf)
    const altered = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21)
    for (const wrong of [altered, 'gAAAAABwrong', 'x', token.slice(0, -10)])
      expect(await simulator.retrieve(wrong)).toMatchObject({ status: 401, json: { detail: expect.any(String) } })
  })

  test('with somebody else’s token is a 403', async () => {
    const other = simulator.control.addAccount()
    const token = await simulator.token(pdf)
    expect((await simulator.retrieve(token, { 'api-key': other.apiKey })).status).toBe(403)
    expect((await simulator.retrieve(token)).status).toBe(202)
  })

  test('about a folder that failed is a 500, again and again', async () => {
    const token = await simulator.token(`${pdf}% assay-simulate: failed`)
    simulator.clock.advance(minute)
    for (let count = 1; count <= 2; count++) expect((await simulator.retrieve(token)).status).toBe(500)
  })
})

describe('the key', () => {
  const call = (headers: Record<string, string>) => [
    simulator.post('/case', toFolder({ 'a.pdf': pdf }), headers),
    simulator.retrieve('gAAAAABx', headers),
  ]

  test.each<[string, () => Record<string, string>]>([
    ['is missing', () => ({})],
    ['is unknown', () => ({ 'api-key': 'other' })],
    ['is in another header', () => ({ 'x-api-key': simulator.control.account.apiKey })],
    ['is a bearer token', () => ({ authorization: `Bearer ${simulator.control.account.apiKey}` })],
  ])('401 when it %s', async (_, toHeaders) => {
    for (const reply of call(toHeaders())) expect(await reply).toMatchObject({ status: 401 })
    expect(cases()).toEqual([])
  })

  test('403 when it does not cover Case Analysis', async () => {
    const { apiKey } = simulator.control.addAccount({ coversCases: false })
    for (const reply of call({ 'api-key': apiKey })) expect(await reply).toMatchObject({ status: 403 })
    expect(cases()).toEqual([])
  })
})

test.each([
  ['GET', '/case'],
  ['POST', '/case/'],
  ['POST', '/analyse'],
  ['POST', '/retrieve'],
  ['GET', '/case/retrieve'],
])('404 for the unknown route %s %s', async (method, path) => {
  expect((await fetch(simulator.baseUrl + path, { method, headers: simulator.key })).status).toBe(404)
})

test('P14 the journal has each folder with the names and digests of its documents', async () => {
  await simulator.post('/case', toFolder({ 'doc_1.pdf': pdf, 'form.json': '{"a": 1}' }, { asynchronous: true }))
  expect(simulator.control.journal).toMatchObject([
    {
      operation: 'case',
      method: 'POST',
      path: '/case',
      headers: simulator.key,
      status: 202,
      folder: {
        payload: { analyse_type: ['decision'], asynchronous: true },
        documents: [
          { fileName: 'doc_1.pdf', digest: createHash('sha256').update(pdf).digest('hex'), byteSize: pdf.length },
        ],
        forms: [{ a: 1 }],
      },
    },
  ])
})

test('a share link shows the result to whoever has it, unless a password was set, and nothing that was not shared', async () => {
  for (const settings of [
    { access: 'public', password: '' },
    { access: 'public', password: 'hunter2' },
  ])
    await simulator.post('/case', toFolder({ 'a.pdf': approved }, { ...everything, share_link_settings: settings }))
  await simulator.token(pdf)
  const pages = cases().map(({ id }) => simulator.get(`/share/case-management/${id}`, {}))
  const [unshared, locked, shared] = await Promise.all(pages)
  expect(shared).toMatchObject({ status: 200, text: expect.stringContaining('low') })
  expect(locked?.text).not.toContain('low')
  expect(unshared?.status).toBe(404)
})

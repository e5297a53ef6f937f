import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createEncryptedPdf } from '../../../test/support/encrypted-pdf.ts'
import { steering } from './simulator/case-plan.ts'
import { startTestSimulator, type TestSimulator, toFolder } from './simulator/start-test-simulator.ts'

// test/flows test whole analyses, alerts, share links, digests, the control and faults.

const pdf = '%PDF-1.7\npayslip\n%%EOF'
const minute = 60_000

describe('a request', () => {
  let simulator: TestSimulator
  beforeAll(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => expect(simulator.control.cases()).toEqual([]))
  afterAll(() => simulator.stop())

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
    ['with forms only', () => toFolder({ 'form.json': '{}' })],
    ['with a form that is not JSON', () => toFolder({ 'a.pdf': pdf, 'form.JSON': '{"name":' })],
    ['with a text file', () => toFolder({ 'a.txt': pdf })],
    ['with a file without an extension', () => toFolder({ pdf })],
    ['with a second extension', () => toFolder({ 'a.pdf.exe': pdf })],
    ['with an empty file', () => toFolder({ 'a.pdf': '' })],
    ['with an encrypted file', () => toFolder({ 'a.pdf': pdf, 'b.pdf': createEncryptedPdf().toString('latin1') })],
    ['with a document that is not a file', () => withField('documents')],
    ['with a file under another name', () => withFile('file')],
    ['with an unknown field', () => withField('use_case')],
    ['without a payload', () => toFolder({ 'a.pdf': pdf }, null)],
    ['with two payloads', () => withField('payload')],
    ['with a payload that is a file', () => withFile('payload', toFolder({ 'a.pdf': pdf }, null))],
    ['with a payload that is not JSON', () => payload('{"analyse_type":')],
    ['with a payload that is a list', () => payload([])],
    ['with an unknown analyse_type', () => payload({ analyse_type: ['risk'] })],
    ['with an analyse_type that is not a list', () => payload({ analyse_type: 'decision' })],
    ['with an empty analyse_type', () => payload({ analyse_type: [] })],
    ['with the American spelling', () => payload({ analyze_type: ['decision'] })],
    ['with an empty use case', () => payload({ use_case: '' })],
    ['with a text for asynchronous', () => payload({ asynchronous: 'true' })],
    ['with settings of a share link alone', () => payload({ share_link_settings: { access: 'public', password: '' } })],
    [
      'with half the settings of a share link',
      () => payload({ analyse_type: ['share_link'], share_link_settings: { access: 'public' } }),
    ],
  ])('for a folder %s is a 422', async (_, createBody) => {
    expect(await simulator.post('/case', createBody())).toMatchObject({
      status: 422,
      json: { detail: [expect.anything()] },
    })
    expect(simulator.control.journal.at(-1)).toMatchObject({ operation: 'case', folder: null })
  })

  test.each(['multipart/form-data; boundary=b', 'multipart/form-data'])(
    'with a body that ends early (%s) is a 422',
    async type => {
      const head = '--b\r\nContent-Disposition: form-data; name="documents"; filename="a.pdf"\r\n\r\n'
      const headers = { ...simulator.headers, 'content-type': type }
      expect((await simulator.post('/case', head + pdf, headers)).status).toBe(422)
    },
  )

  test.each<[string, unknown]>([
    ['that is not JSON', 'retrieve_token=x'],
    ['that is empty', {}],
    ['that is a number', { retrieve_token: 7 }],
    ['with another member', { retrieve_token: 'x', run_id: 'y' }],
  ])('for a result, with a token %s, is a 422', async (_, body) => {
    expect((await simulator.post('/case/retrieve', body)).status).toBe(422)
  })

  test.each<[number, string, () => Record<string, string>]>([
    [401, 'is missing', () => ({})],
    [401, 'is unknown', () => ({ 'api-key': 'other' })],
    [401, 'is in another header', () => ({ 'x-api-key': simulator.control.account.apiKey })],
    [403, 'does not cover this', () => ({ 'api-key': simulator.control.addAccount({ coversCases: false }).apiKey })],
  ])('is a %i when the key %s', async (status, _, toHeaders) => {
    const headers = toHeaders()
    expect((await simulator.post('/case', toFolder({ 'a.pdf': pdf }), headers)).status).toBe(status)
    expect((await simulator.retrieve('gAAAAABx', headers)).status).toBe(status)
  })

  test('for an unknown route is a 404', async () => {
    expect((await simulator.get('/case')).status).toBe(404)
    expect((await simulator.post('/analyse', {})).status).toBe(404)
  })
})

describe('a folder', () => {
  let simulator: TestSimulator
  afterEach(() => simulator.stop())

  test('is answered with 202 and a token, then has its result for 60 minutes, then 404', async () => {
    simulator = await startTestSimulator()
    const token = await simulator.token(`${pdf}\n% assay-simulate: approved\n`)
    expect(token).toMatch(/^gAAAAAB/)
    expect(await simulator.retrieve(token)).toMatchObject({
      status: 202,
      json: { status: 'processing', run_id: expect.stringMatching(/^04_20_12_30_01_[0-9a-f]{16}$/) },
    })
    simulator.clock.advance(20_000)
    const result = { decision: { status: 'approved', status_fraud: 'low', status_validation: 'compliant' } }
    expect(await simulator.retrieve(token)).toMatchObject({ status: 200, json: result })
    const finishedAt = simulator.control.cases()[0]?.finishedAt?.getTime() ?? Number.NaN
    simulator.clock.advance(finishedAt + 60 * minute - 1 - simulator.clock.now().getTime())
    expect((await simulator.retrieve(token)).json).toEqual(result)
    simulator.clock.advance(1)
    expect(await simulator.retrieve(token)).toMatchObject({ status: 404, json: { detail: expect.any(String) } })
  })

  test('is returned only for its token: another token is a 401, another account a 403', async () => {
    simulator = await startTestSimulator()
    const token = await simulator.token(pdf)
    const altered = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21)
    for (const wrong of [altered, 'gAAAAABwrong', 'x', token.slice(0, -10)])
      expect((await simulator.retrieve(wrong)).status).toBe(401)
    const other = { 'api-key': simulator.control.addAccount().apiKey }
    expect((await simulator.retrieve(token, other)).status).toBe(403)
    expect((await simulator.retrieve(token)).status).toBe(202)
  })

  test('that failed is a 500 each time', async () => {
    simulator = await startTestSimulator()
    const token = await simulator.token(`${pdf}% assay-simulate: failed`)
    simulator.clock.advance(minute)
    for (let count = 1; count <= 2; count++) expect((await simulator.retrieve(token)).status).toBe(500)
  })

  test('may hold files of every documented type', async () => {
    simulator = await startTestSimulator()
    for (const ending of ['pdf', 'PDF', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'tif', 'heic', 'webp']) {
      const folder = toFolder({ [`a.${ending}`]: pdf }, { asynchronous: true })
      expect((await simulator.post('/case', folder)).status).toBe(202)
    }
  })

  test('waits while ten others of the account are analysed', async () => {
    simulator = await startTestSimulator()
    for (let number = 1; number <= 12; number++) await simulator.token(`%PDF-1 ${number}`)
    const count = (state: string) => simulator.control.cases().filter(one => one.state === state).length
    expect([count('processing'), count('queued')]).toEqual([10, 2])
    simulator.control.answer(simulator.control.cases().findLast(one => one.state === 'processing')?.id ?? '')
    expect([count('answered'), count('processing'), count('queued')]).toEqual([1, 10, 1])
    simulator.clock.advance(minute)
    expect(count('answered')).toBe(12)
  })

  test('follows every steering word that the README lists', async () => {
    simulator = await startTestSimulator()
    await simulator.token(`%PDF-1.7\n% assay-simulate: ${steering.words.join(' ')} other\n`)
    const [folder] = simulator.control.cases()
    expect(folder?.folder.documents[0]?.steering.toSorted()).toEqual(steering.words.toSorted())
    expect(folder?.plan).toMatchObject(steering.toPlan(steering.words))
    const readme = readFileSync(new URL('simulator/README.md', import.meta.url), 'utf8')
    for (const word of steering.words) expect(readme).toContain(`\`${word}\``)
  })
})

test('calls above the limit per minute are a 429 for that key only', async () => {
  const simulator = await startTestSimulator({ speed: 0.01 })
  const ask = async (headers?: Record<string, string>) => (await simulator.retrieve('x', headers)).status
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([401, 401, 401, 429])
  expect(await ask({ 'api-key': simulator.control.addAccount().apiKey })).toBe(401)
  simulator.clock.advance(59_000)
  expect(await ask()).toBe(401)
  await simulator.stop()
})

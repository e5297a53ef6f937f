import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApplicant } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'

let app: TestApp
let applicantId: string

beforeAll(async () => {
  app = await startApp()
  applicantId = await createApplicant(app.client)
})
afterAll(() => app.stop())

const bad = (...field: string[]) => [{ code: 'BAD_USER_INPUT', message: expect.any(String), field }]

/** The user errors of an input. */
async function problemsOf(mutation: string, input: unknown) {
  return (await app.client.mutate(mutation, input, {})).userErrors
}

/** Posts bytes unchanged. */
async function post(body: string | Uint8Array): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/json', 'x-api-key': tenantKeys.acme }
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

describe('P32 a text that is too long is refused with its field, and nothing is created', () => {
  const long = 'x'.repeat(3_000)

  test.each<[mutation: string, input: () => unknown, field: readonly string[]]>([
    ['createApplicant', () => ({ kind: 'PERSON', idempotencyKey: long }), ['idempotencyKey']],
    ['createApplicant', () => ({ kind: 'PERSON', reference: 'x'.repeat(256) }), ['reference']],
    ['createApplicant', () => ({ kind: 'PERSON', displayName: long }), ['displayName']],
    [
      'createApplicant',
      () => ({ kind: 'COMPANY', registration: { scheme: 'OTHER', value: long } }),
      ['registration', 'value'],
    ],
    ['updateApplicant', () => ({ applicantId, displayName: long }), ['displayName']],
    ['eraseApplicant', () => ({ applicantId: long }), ['applicantId']],
    ['openCase', () => ({ applicantId, idempotencyKey: long }), ['idempotencyKey']],
    ['openCase', () => ({ applicantId, useCase: long }), ['useCase']],
    ['openCase', () => ({ applicantId, declared: 'x'.repeat(100_000) }), ['declared']],
    ['createDocumentUpload', () => ({ caseId: 'case_x', fileName: 'a.pdf', mediaType: long }), ['mediaType']],
    [
      'startAnalysis',
      () => ({ caseId: 'case_x', product: 'STATEMENT_EXTRACTION', documents: [{ documentId: 'x', password: long }] }),
      ['documents', '0', 'password'],
    ],
    [
      'startAnalysis',
      () => ({ caseId: 'case_x', product: 'STATEMENT_EXTRACTION', documents: [{ documentId: 'x', bankName: long }] }),
      ['documents', '0', 'bankName'],
    ],
    ['requestConsent', () => ({ caseId: 'case_x', customerName: long }), ['customerName']],
  ])('%s', async (mutation, input, field) => {
    expect(await problemsOf(mutation, input())).toEqual(bad(...field))
  })

  test('a character of two code units counts once, so 255 of them fit', async () => {
    expect(await problemsOf('createApplicant', { kind: 'PERSON', reference: '😀'.repeat(255) })).toEqual([])
  })
})

describe('a text is stored unchanged or refused', () => {
  test.each(['a\ud800', '\udc00b', 'c\0'])('%j is refused in every text field', async text => {
    expect(await problemsOf('createApplicant', { kind: 'PERSON', reference: text })).toEqual(bad('reference'))
    expect(await problemsOf('updateApplicant', { applicantId, displayName: text })).toEqual(bad('displayName'))
    expect(await problemsOf('openCase', { applicantId, reference: text })).toEqual(bad('reference'))
    expect(await problemsOf('openCase', { applicantId, idempotencyKey: text })).toEqual(bad('idempotencyKey'))
    expect(await problemsOf('openCase', { applicantId, declared: { deep: [text] } })).toEqual(bad('declared'))
    expect(await problemsOf('openCase', { applicantId, declared: { [text]: 1 } })).toEqual(bad('declared'))
  })

  test('bytes that are not UTF-8 are refused, because two references could become equal', async () => {
    const query =
      'mutation ($reference: String) { createApplicant(input: { kind: PERSON, reference: $reference }) { applicant { id } } }'
    const [start = '', end = ''] = JSON.stringify({ query, variables: { reference: '|' } }).split('|')
    for (const byte of [0xff, 0xc3]) {
      const answer = await post(Buffer.concat([Buffer.from(start), Buffer.from([byte]), Buffer.from(end)]))
      expect(answer).toEqual({ status: 400, text: expect.stringContaining('The body is not UTF-8.') })
    }
    expect((await post(Buffer.from(`${start}é😀${end}`))).text).toContain('"app_')
  })

  test.each(['', ' ', '{', '[1,]', 'null x'])('the body %j is refused, because it is not JSON', async body => {
    expect(await post(body)).toEqual({ status: 400, text: expect.stringContaining('BAD_USER_INPUT') })
  })
})

describe('P15 numbers of `declared` keep their digits', () => {
  const declared =
    '{"income":1234567899517.1299,"rent":1500.00,"id":9007199254740993,"rate":1E-7,"none":-0,"list":[0.10,1]}'
  const open =
    'mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id declared } userErrors { message } } }'

  test('in a variable, when stored, and when read', async () => {
    const input = `{"applicantId":"${applicantId}","declared":${declared}}`
    const { text } = await post(`{"query":${JSON.stringify(open)},"variables":{"input":${input}}}`)
    expect(text).toContain(`"declared":${declared}`)
    const id = /case_\w+/.exec(text)?.[0]
    const again = await post(JSON.stringify({ query: `{ case(id: "${id}") { declared } }` }))
    expect(again.text).toContain(`"declared":${declared}`)
  })

  test('in a literal', async () => {
    const literal = declared.replaceAll(/"(\w+)":/g, '$1:')
    const query = `mutation { openCase(input: { applicantId: "${applicantId}", declared: ${literal} }) { case { declared } } }`
    expect((await post(JSON.stringify({ query }))).text).toContain(`"declared":${declared}`)
  })

  test('an Int may be written with a decimal point, and any other number is refused', async () => {
    const ask = (first: string) =>
      post(
        `{"query":"query ($first: Int) { applicants(first: $first) { edges { node { id } } } }","variables":{"first":${first}}}`,
      )
    expect((await ask('1.0')).text.match(/app_/g)).toHaveLength(1)
    expect((await ask('1.5')).text).toContain('BAD_USER_INPUT')
    expect((await ask('1e3')).text).toContain('BAD_USER_INPUT')
  })
})

test('an absent member and a member that is null are the same request', async () => {
  const shape = { case: z.object({ id: z.string() }).nullable() }
  const ask = async (more: object) =>
    (await app.client.mutate('openCase', { applicantId, idempotencyKey: 'one', ...more }, shape)).case?.id
  const first = await ask({})
  expect(first).toMatch(/^case_/)
  expect(await ask({ useCase: null, reference: null, declared: null })).toBe(first)
  expect(await ask({ useCase: 'mortgage' })).toBeUndefined()
  const applicant = { kind: 'COMPANY', idempotencyKey: 'two' }
  expect(await problemsOf('createApplicant', applicant)).toEqual([])
  expect(await problemsOf('createApplicant', { ...applicant, displayName: null, registration: null })).toEqual([])
})

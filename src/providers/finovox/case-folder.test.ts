import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import type { AnalysisOptions } from '../../domain/analysis.ts'
import { toExactNumber } from '../../domain/exact-number.ts'
import type { JsonValue } from '../../domain/json.ts'
import type { SubmissionJob } from '../analysis-driver.ts'
import { toCaseParts } from './case-folder.ts'
import type { CaseMode } from './config.ts'

const job = createSubmissionJob([createSubmissionDocument('doc_1'), createSubmissionDocument('doc_2')])

function payloadOf(members: Partial<SubmissionJob>, mode: CaseMode = 'asynchronous'): unknown {
  const [payload] = toCaseParts({ ...job, ...members }, mode)
  if (!payload || !('value' in payload) || payload.name !== 'payload') throw new Error('The payload is no field.')
  return JSON.parse(payload.value)
}

async function filesOf(members: Partial<SubmissionJob>) {
  const files = toCaseParts({ ...job, ...members }, 'asynchronous').filter(part => 'open' in part)
  return Promise.all(
    files.map(async ({ name, fileName, mediaType, byteSize, open }) => {
      const content = await text(await open())
      expect(byteSize).toBe(Buffer.byteLength(content))
      return { name, fileName, mediaType, content }
    }),
  )
}

describe('the payload', () => {
  const withOptions = (options: AnalysisOptions) => payloadOf({ options })

  test('by default asks for the decision and its explanation, asynchronously', () => {
    expect(payloadOf({})).toEqual({ analyse_type: ['decision', 'explanation'], asynchronous: true })
  })

  test('asks for a synchronous answer in synchronous mode', () => {
    expect(payloadOf({}, 'synchronous')).toEqual({ analyse_type: ['decision', 'explanation'] })
  })

  test('names the use case of the case', () => {
    expect(payloadOf({ useCase: 'rental' })).toMatchObject({ use_case: 'rental' })
  })

  test('leaves the explanation out when options.explanation is false', () => {
    expect(withOptions({ explanation: false, shareLink: null })).toMatchObject({ analyse_type: ['decision'] })
    expect(withOptions({ explanation: true, shareLink: null })).toMatchObject({
      analyse_type: ['decision', 'explanation'],
    })
  })

  test('asks for a share link with its access and password only when options.shareLink is given', () => {
    expect(withOptions({ explanation: null, shareLink: { access: 'restricted', password: 'hunter2' } })).toMatchObject({
      analyse_type: ['decision', 'explanation', 'share_link'],
      share_link_settings: { access: 'restricted', password: 'hunter2' },
    })
    expect(withOptions({ explanation: null, shareLink: { access: null, password: null } })).toMatchObject({
      share_link_settings: { access: 'public', password: '' },
    })
    expect(JSON.stringify(payloadOf({}))).not.toContain('share')
  })
})

describe('the documents', () => {
  test('P14 are sent under the names that Assay gives them', async () => {
    expect(await filesOf({})).toEqual([
      { name: 'documents', fileName: 'doc_1.pdf', mediaType: 'application/pdf', content: '%PDF-1.7\n% doc_1\n' },
      { name: 'documents', fileName: 'doc_2.pdf', mediaType: 'application/pdf', content: '%PDF-1.7\n% doc_2\n' },
    ])
  })

  test.each(['doc_1.json', 'doc_1.JSON'])('P14 named like a form are refused: %s', fileName => {
    const documents = [{ ...createSubmissionDocument('doc_1'), fileName }]
    expect(() => toCaseParts({ ...job, documents }, 'asynchronous')).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_TYPE_UNSUPPORTED', retryable: false }),
    )
  })
})

describe('declared data', () => {
  const formsOf = async (declared: JsonValue) => (await filesOf({ declared })).slice(job.documents.length)

  test.each<[string, JsonValue]>([
    ['nothing', null],
    ['an empty list', []],
  ])('is not sent for %s', async (_, declared) => {
    expect(await formsOf(declared)).toEqual([])
  })

  test.each<[string, JsonValue, JsonValue]>([
    ['an object', { name: 'Zoë', income: 2_500.5 }, { name: 'Zoë', income: 2_500.5 }],
    ['a list of one', [{ name: 'Zoë' }], { name: 'Zoë' }],
    ['a text', 'tenant', 'tenant'],
  ])('is sent as one form for %s', async (_, declared, expected) => {
    const [form, ...more] = await formsOf(declared)
    expect(more).toEqual([])
    expect(form).toMatchObject({ name: 'documents', fileName: 'form.json', mediaType: 'application/json' })
    expect(JSON.parse(form?.content ?? '')).toEqual(expected)
  })

  test('P15 is sent with every number written as it was declared', async () => {
    const [form] = await formsOf({ income: toExactNumber('1234567899517.1299'), rent: toExactNumber('1500.00') })
    expect(form?.content).toBe('{"income":1234567899517.1299,"rent":1500.00}')
  })

  test('is sent as one form for each participant of a list', async () => {
    expect(await formsOf([{ name: 'Zoë' }, { name: 'Max' }])).toEqual([
      { name: 'documents', fileName: 'form-1.json', mediaType: 'application/json', content: '{"name":"Zoë"}' },
      { name: 'documents', fileName: 'form-2.json', mediaType: 'application/json', content: '{"name":"Max"}' },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { whatIsSaid } from '../../../test/support/what-is-said.ts'
import type { JsonValue } from '../../domain/json.ts'
import { parseExactJson } from '../../http/exact-json.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { normaliseResult } from './normalise.ts'
import { resultPayload } from './payloads.ts'
import { toAnswered } from './submission.ts'

const documentIds = ['doc_1', 'doc_2']

/** Parses a body, stores it in a checkpoint and normalises it. */
function normalise(body: string | Buffer, { wantsShareLink = true } = {}) {
  const payload = resultPayload.parse(parseExactJson(body))
  const kept: JsonValue = JSON.parse(
    JSON.stringify(toAnswered({ documentIds, wantsShareLink, runId: 'run-1' }, payload)),
  )
  const checkpoint = parseCheckpoint(kept)
  if (checkpoint.state !== 'answered') throw new Error('The result was not kept.')
  return normaliseResult(checkpoint, documentIds)
}

function decisionOf(members: object) {
  const { decision } = normalise(JSON.stringify(members))
  if (!decision) throw new Error('There is no decision.')
  return decision
}

test('a result becomes a decision with its alerts, and an assessment', () => {
  const fraud = {
    source: 'FRAUD',
    providerSource: 'fraud',
    messages: [
      { language: 'en', text: 'The document was last saved by an image editor.' },
      { language: 'fr', text: 'Le document a été enregistré en dernier par un logiciel de retouche.' },
    ],
    documentIds: ['doc_1'],
  }
  const compliance = {
    source: 'COMPLIANCE',
    providerSource: 'compliance',
    messages: [
      { language: 'en', text: 'A proof of income is missing.' },
      { language: 'fr', text: 'Il manque un justificatif de revenus.' },
    ],
  }
  const crossDocument = {
    source: 'CROSS_DOCUMENT',
    providerSource: 'cross_document',
    messages: [
      { language: 'en', text: 'The address differs.' },
      { language: 'fr', text: 'L’adresse diffère.' },
    ],
    documentIds: ['doc_1', 'doc_2'],
  }
  expect(whatIsSaid(normalise(readFixture(import.meta.dirname, 'result')))).toEqual({
    decision: {
      status: 'REJECTED',
      fraudRisk: 'HIGH',
      validation: 'NON_COMPLIANT',
      providerWords: { status: 'rejected', fraudRisk: 'high', validation: 'non_compliant' },
      consistent: true,
      alerts: [fraud, compliance, crossDocument],
      providerReference: 'run-1',
      shareUrl: 'https://app.finovox.example/share/case-management/abc_12==',
    },
    assessments: [
      {
        kind: 'DOCUMENT_FRAUD',
        level: 'HIGH',
        signals: [
          {
            code: 'fraud',
            explanations: fraud.messages.map(message => message.text),
          },
          {
            code: 'cross_document',
            explanations: crossDocument.messages.map(message => message.text),
          },
        ],
        providerReference: 'run-1',
      },
    ],
  })
})

test('a share link that was not requested is dropped', () => {
  expect(normalise(readFixture(import.meta.dirname, 'result'), { wantsShareLink: false }).decision?.shareUrl).toBeNull()
})

describe('the three words', () => {
  const words = (status: unknown, status_fraud: unknown, status_validation: unknown) =>
    decisionOf({ decision: { status, status_fraud, status_validation } })

  test.each([
    ['approved', 'low', 'compliant', true],
    ['rejected', 'low', 'non_compliant', true],
    ['rejected', 'medium', 'compliant', true],
    ['rejected', 'medium', 'non_compliant', true],
    ['rejected', 'high', 'compliant', true],
    ['rejected', 'high', 'non_compliant', true],
    ['rejected', 'low', 'compliant', false],
    ['approved', 'low', 'non_compliant', false],
    ['approved', 'medium', 'compliant', false],
    ['approved', 'medium', 'non_compliant', false],
    ['approved', 'high', 'compliant', false],
    ['approved', 'high', 'non_compliant', false],
    ['under_review', 'low', 'compliant', false],
    ['approved', 'critical', 'compliant', false],
    ['approved', 'low', 'pending', false],
  ])('%s with %s and %s is not changed (consistent: %s)', (status, fraud, validation, consistent) => {
    const decision = words(status, fraud, validation)
    expect(decision.consistent).toBe(consistent)
    expect(decision.providerWords).toEqual({ status, fraudRisk: fraud, validation })
    expect([decision.status, decision.fraudRisk, decision.validation]).toEqual([
      { approved: 'APPROVED', rejected: 'REJECTED' }[status] ?? 'OTHER',
      { low: 'LOW', medium: 'MEDIUM', high: 'HIGH' }[fraud] ?? 'UNKNOWN',
      { compliant: 'COMPLIANT', non_compliant: 'NON_COMPLIANT' }[validation] ?? 'OTHER',
    ])
  })

  test('mean the same in capitals and with a dash', () => {
    expect(words('Rejected', ' LOW ', 'Non-Compliant')).toMatchObject({
      status: 'REJECTED',
      fraudRisk: 'LOW',
      validation: 'NON_COMPLIANT',
      consistent: true,
    })
  })

  test.each([
    [undefined, 'low', 'compliant'],
    ['rejected', null, 'compliant'],
    ['rejected', 'high', 7],
    ['rejected', { value: 'low' }, ['compliant']],
  ])('P16 %j, %j and %j are not consistent', (status, fraud, validation) => {
    const decision = words(status, fraud, validation)
    expect(decision.consistent).toBe(false)
    expect(Object.values(decision.providerWords ?? {})).toContain(null)
  })

  test('P16 unknown ones are never APPROVED, LOW or COMPLIANT', () => {
    const known = ['approved', 'low', 'compliant']
    const unknown = fc.string({ minLength: 1 }).filter(word => !known.includes(word.trim().toLowerCase()))
    fc.assert(
      fc.property(unknown, unknown, unknown, (status, fraud, validation) => {
        const parsed = resultPayload.safeParse({
          decision: { status, status_fraud: fraud, status_validation: validation },
        })
        if (!parsed.success) return
        const { decision, assessments } = normaliseResult({ result: parsed.data, runId: null }, [])
        expect(decision?.status).not.toBe('APPROVED')
        expect(decision?.fraudRisk).not.toBe('LOW')
        expect(decision?.validation).not.toBe('COMPLIANT')
        expect(assessments?.[0]?.level).toBe(decision?.fraudRisk)
      }),
    )
  })
})

describe('an explanation', () => {
  const approved = { status: 'approved', status_fraud: 'low', status_validation: 'compliant' }
  const alertsOf = (explanation: unknown) => decisionOf({ decision: approved, explanation }).alerts ?? []

  test('by source gives the same alerts as a list', () => {
    expect(
      alertsOf({
        fraud: [{ data: { en: 'A', fr: 'B' }, source_documents: ['doc_2.jpg'] }],
        community: [{ data: { en: 'C' } }],
      }),
    ).toEqual([
      {
        source: 'FRAUD',
        providerSource: 'fraud',
        messages: [
          { language: 'en', text: 'A' },
          { language: 'fr', text: 'B' },
        ],
        documentIds: ['doc_2'],
      },
      { source: 'OTHER', providerSource: 'community', messages: [{ language: 'en', text: 'C' }], documentIds: [] },
    ])
  })

  test.each([
    ['without data', { source_documents: ['doc_1.pdf'] }],
    ['with data of null', { data: null, source_documents: ['doc_1.pdf'] }],
    ['with empty data', { data: {}, source_documents: ['doc_1.pdf'] }],
    ['with empty texts', { data: { en: ' ', fr: '' }, source_documents: ['doc_1.pdf'] }],
    ['with texts of another type', { data: { en: 7 }, source_documents: ['doc_1.pdf'] }],
  ])('P29 keeps an alert %s: its source, its documents and no message', (_, alert) => {
    const kept = [{ source: 'FRAUD', providerSource: 'fraud', messages: [], documentIds: ['doc_1'] }]
    expect(alertsOf([{ source: 'fraud', ...alert }])).toEqual(kept)
    expect(alertsOf({ fraud: alert })).toEqual(kept)
    expect(alertsOf({ fraud: [alert] })).toEqual(kept)
  })

  test('P29 keeps an alert that has only a source', () => {
    expect(alertsOf([{ source: 'compliance' }])).toMatchObject([{ source: 'COMPLIANCE', messages: [] }])
  })

  test('by source may have one alert, a list or a text under each source', () => {
    expect(
      alertsOf({
        fraud: { data: { en: 'A' }, source_documents: ['doc_1.pdf'] },
        compliance: [{ data: { en: 'B' } }, { data: { en: 'C' } }],
        cross_document: 'D',
        community: { en: 'E', fr: 'F' },
      }).map(({ providerSource, messages = [], documentIds: ids }) => [
        providerSource,
        messages.map(one => one.text),
        ids,
      ]),
    ).toEqual([
      ['fraud', ['A'], ['doc_1']],
      ['compliance', ['B'], []],
      ['compliance', ['C'], []],
      ['cross_document', ['D'], []],
      ['community', ['E', 'F'], []],
    ])
  })

  test('may be a single alert', () => {
    expect(alertsOf({ source: 'fraud', data: { en: 'A' } })).toMatchObject([{ source: 'FRAUD', documentIds: [] }])
  })

  test('may be a single text without a language', () => {
    expect(alertsOf([{ source: 'fraud', data: 'A' }])).toMatchObject([{ messages: [{ language: 'und', text: 'A' }] }])
  })

  test('may name documents with a path, without an extension, in capitals, twice, or not at all', () => {
    const names = ['folder/DOC_1.PDF', 'C:\\in\\doc_1.pdf', 'doc_2', 'doc_9.pdf', 'form.json', '', null, 7]
    expect(alertsOf([{ source: 'fraud', data: { en: 'A' }, source_documents: names }])).toMatchObject([
      { documentIds: ['doc_1', 'doc_2'] },
    ])
  })

  test.each([
    [undefined],
    [null],
    [7],
    ['text'],
    [[]],
    [{}],
    [{ fraud: 7 }],
    [{ fraud: {}, compliance: [], cross_document: null }],
    [{ fraud: [7, null, '', {}] }],
    [[7, null, '', {}, { data: { en: 7 } }, { other: 'A' }, []]],
  ])('P16 %j contains no alert', explanation => {
    expect(alertsOf(explanation)).toEqual([])
  })
})

describe('P16 an answer is not a result if it is', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['without a decision', { explanation: [] }],
    ['with a decision of null', { decision: null }],
    ['with a decision without words', { decision: {} }],
    ['with words of other types', { decision: { status: 8, status_fraud: { value: 1 }, status_validation: [] } }],
  ])('%s', (_, body) => {
    expect(resultPayload.safeParse(body).success).toBe(false)
  })
})

test.each([
  ['another scheme', 'javascript:alert(1)'],
  ['no address', 'here'],
  ['a number', 7],
  ['null', null],
  ['nothing', undefined],
  ['an address that is too long', `https://example.com/${'x'.repeat(5_000)}`],
])('P16 a share link is dropped if it is %s', (_, url) => {
  const decision = { status: 'approved', status_fraud: 'low', status_validation: 'compliant' }
  expect(decisionOf({ decision, share_link: { url } }).shareUrl).toBeNull()
  expect(decisionOf({ decision, share_link: url }).shareUrl).toBeNull()
})

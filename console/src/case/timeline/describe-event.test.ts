import { describe, expect, test } from 'vitest'
import { describeEvent } from './describe-event.ts'

const nothing = { analysisStatus: null, analysisStage: null, analysis: null, document: null, bankLogin: null }
const analysis = { product: 'BANK_RISK', provider: { name: 'Reader' } }

describe('an event in words', () => {
  test('names the event and its object', () => {
    expect(describeEvent({ ...nothing, type: 'ANALYSIS_FAILED', analysis })).toEqual({
      title: 'Analysis failed',
      subject: 'Risk assessment by Reader',
      tone: 'bad',
    })
    expect(describeEvent({ ...nothing, type: 'DOCUMENT_STORED', document: { fileName: 'a.pdf' } }).subject).toBe(
      'a.pdf',
    )
  })

  test('has the status of an analysis at that time', () => {
    const event = {
      ...nothing,
      type: 'ANALYSIS_PROGRESSED',
      analysis,
      analysisStatus: 'PROCESSING',
      analysisStage: 'EXTRACTING',
    }
    expect(describeEvent(event).title).toBe('Processing: extracting')
  })

  test('has a text for a type of a later release and for an erased object', () => {
    expect(describeEvent({ ...nothing, type: 'CASE_MERGED' })).toEqual({
      title: 'Case merged',
      subject: null,
      tone: 'busy',
    })
  })
})

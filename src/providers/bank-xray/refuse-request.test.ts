import { describe, expect, test } from 'vitest'
import { createCompanyJob, createStatement } from '../../../test/support/company-job.ts'
import type { Applicant } from '../../domain/applicant.ts'
import { refuseRequest, toCompanyCode } from './refuse-request.ts'

const { applicant: company, documents } = createCompanyJob('doc_1', createStatement('doc_2', { kind: 'OTHER' }))
const asked = (members: Partial<Applicant>) => ({
  applicant: { ...company, ...members },
  documents: documents.map(one => one.document),
})

describe('a request', () => {
  test.each<[string, Applicant['registration'], object]>([
    ['a SIREN', { scheme: 'SIREN', value: '123456782' }, { type: 'siren', id: '123456782' }],
    ['a KVK number', { scheme: 'KVK', value: '12345678' }, { type: 'kvk', id: '12345678' }],
  ])('about a company with %s is accepted', (_, registration, code) => {
    expect(refuseRequest(asked({ registration }))).toBeNull()
    expect(toCompanyCode(asked({ registration }))).toEqual(code)
  })

  test.each<[string, Applicant['registration'], string]>([
    ['a SIREN with a wrong check digit', { scheme: 'SIREN', value: '123456789' }, 'SIREN'],
    ['a SIRET instead of a SIREN', { scheme: 'SIREN', value: '12345678200010' }, 'SIREN'],
    ['a KVK number of nine digits', { scheme: 'KVK', value: '123456782' }, 'KVK'],
    ['a number of another register', { scheme: 'OTHER', value: '123456782' }, 'SIREN or KVK'],
    ['no number', null, 'SIREN or KVK'],
  ])('about a company with %s is refused, and the error says what to do', (_, registration, words) => {
    const refusal = refuseRequest(asked({ registration }))
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: ['caseId'], retryable: false })
    expect(refusal?.message).toContain(words)
    expect(refusal?.message).toContain('updateApplicant')
    expect(() => toCompanyCode(asked({ registration }))).toThrow(refusal?.message)
  })

  test('about a person is refused', () => {
    const refusal = refuseRequest(asked({ kind: 'PERSON' }))
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: ['caseId'] })
    expect(refusal?.message).toContain('person')
  })

  test('without a bank statement is refused', () => {
    const others = documents.map(one => ({ ...one.document, kind: 'OTHER' as const }))
    const refusal = refuseRequest({ applicant: company, documents: others })
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: ['documents'] })
  })
})

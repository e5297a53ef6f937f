import type { CompanyRegistration } from '../../domain/applicant.ts'
import { isKvkNumber, isSiren } from '../../domain/company-registration.ts'
import { AppError } from '../../errors.ts'
import type { AnalysisRequest } from '../analysis-driver.ts'
import { vendor } from './config.ts'

/** A company by a register that the vendor knows. https://doc.lending.soprafinancing.io, "Request" */
export interface CompanyCode {
  readonly type: 'siren' | 'kvk'
  readonly id: string
}

type Asked = Pick<AnalysisRequest, 'applicant' | 'documents'>

/** Why the vendor cannot analyse this request, as an error that says what to do; null when it can. */
export function refuseRequest(asked: Asked): AppError | null {
  const reading = read(asked)
  return reading instanceof AppError ? reading : null
}

/** The company that the vendor is asked about. @throws AppError as `refuseRequest`, if the applicant has changed since */
export function toCompanyCode(asked: Asked): CompanyCode {
  const reading = read(asked)
  if (reading instanceof AppError) throw reading
  return reading
}

function read({ applicant, documents }: Asked): CompanyCode | AppError {
  if (applicant.kind !== 'COMPANY')
    return refuse('Bank X-Ray analyses companies only, and the applicant of this case is a person.')
  if (documents.every(document => document.kind !== 'BANK_STATEMENT'))
    return refuse('Bank X-Ray needs at least one document of the kind BANK_STATEMENT.', ['documents'])
  return readRegistration(applicant.registration)
}

function readRegistration(registration: CompanyRegistration | null): CompanyCode | AppError {
  switch (registration?.scheme) {
    case 'SIREN':
      if (isSiren(registration.value)) return { type: 'siren', id: registration.value }
      return refuseNumber(
        "The applicant's SIREN is not valid: a SIREN has nine digits, of which the last is a check digit.",
      )
    case 'KVK':
      if (isKvkNumber(registration.value)) return { type: 'kvk', id: registration.value }
      return refuseNumber("The applicant's KVK number is not valid: a KVK number has eight digits.")
    case 'OTHER':
      return refuseNumber(
        'Bank X-Ray knows companies by SIREN or KVK number only, and the applicant has a number of another register.',
      )
    case undefined:
      return refuseNumber('Bank X-Ray needs the SIREN or KVK number of the company, and the applicant has none.')
  }
}

function refuseNumber(fault: string): AppError {
  return refuse(`${fault} Correct it with updateApplicant, then start the analysis.`)
}

function refuse(message: string, field: readonly string[] = ['caseId']): AppError {
  return new AppError('BAD_USER_INPUT', message, { provider: vendor.id, field })
}

export const applicantKinds = ['PERSON', 'COMPANY'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

export const registrationSchemes = ['SIREN', 'KVK', 'OTHER'] as const
export type RegistrationScheme = (typeof registrationSchemes)[number]

/** The number of a company in a public register. */
export interface CompanyRegistration {
  readonly scheme: RegistrationScheme
  readonly value: string
}

/** The person or company that everything is about. */
export interface Applicant {
  readonly id: string
  readonly reference: string
  readonly kind: ApplicantKind
  readonly displayName: string | null
  readonly registration: CompanyRegistration | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

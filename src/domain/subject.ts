/** Something of a tenant that is looked after at a provider, such as an analysis. */
export interface Subject {
  /** Which handler takes it further. */
  readonly kind: string
  readonly id: string
}

/** The subject that an analysis is. */
export function analysisSubject(id: string): Subject {
  return { kind: 'analysis', id }
}

/** What a provider was given for an analysis, after another provider was asked in its place. */
export interface AbandonedRun {
  readonly analysisId: string
  readonly providerId: string
}

/** The subject that an abandoned run is until its provider has deleted what it was given. */
export function abandonedRunSubject({ analysisId, providerId }: AbandonedRun): Subject {
  return { kind: 'abandoned-run', id: `${analysisId}/${providerId}` }
}

/** An applicant at a provider of bank data. */
export interface BankUser {
  readonly applicantId: string
  readonly providerId: string
}

/** The subject that an applicant's bank logins at a provider are, all together. */
export function bankUserSubject({ applicantId, providerId }: BankUser): Subject {
  return { kind: 'bank-user', id: `${applicantId}/${providerId}` }
}

/** The subject that a letter or a fax is until it is delivered or given up. */
export function shipmentSubject(id: string): Subject {
  return { kind: 'shipment', id }
}

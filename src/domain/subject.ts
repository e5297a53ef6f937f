/** Something of a tenant that workers look after at a provider, such as an analysis. */
export interface Subject {
  /** The kind of its handler. */
  readonly kind: string
  readonly id: string
}

/** An analysis as a subject. */
export function analysisSubject(id: string): Subject {
  return { kind: 'analysis', id }
}

/** A provider's run of an analysis that ended with a fallback. */
export interface AbandonedRun {
  readonly analysisId: string
  readonly providerId: string
}

/** An abandoned run as a subject, until its provider has deleted the data. */
export function abandonedRunSubject({ analysisId, providerId }: AbandonedRun): Subject {
  return { kind: 'abandoned-run', id: `${analysisId}/${providerId}` }
}

/** An applicant at a provider of bank data. */
export interface BankUser {
  readonly applicantId: string
  readonly providerId: string
}

/** A bank user with all its logins as a subject. */
export function bankUserSubject({ applicantId, providerId }: BankUser): Subject {
  return { kind: 'bank-user', id: `${applicantId}/${providerId}` }
}

/** A letter or fax as a subject, until it is delivered or has failed. */
export function shipmentSubject(id: string): Subject {
  return { kind: 'shipment', id }
}

/** Identifies a vendor account. Tenants may share one. */
export interface VendorAccountId {
  readonly providerId: string
  readonly accountKey: string
}

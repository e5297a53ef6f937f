import type { Analysis } from './analysis.ts'

export const consentStatuses = ['REQUESTED', 'PENDING', 'GIVEN', 'EXPIRED', 'CANCELLED', 'FAILED'] as const
export type ConsentStatus = (typeof consentStatuses)[number]

/** An invitation to a customer to give bank statements to a provider. Each has its own analysis. */
export interface Consent {
  readonly id: string
  readonly analysisId: string
  /** Null until the provider has made the invitation. */
  readonly joinUrl: string | null
  /** Null when the provider sets no expiry, or has not made the invitation yet. */
  readonly expiresAt: Date | null
  /** When this server learnt that the customer had agreed. */
  readonly givenAt: Date | null
}

/** The status of an invitation. A given consent stays given, whatever the status of the analysis. */
export function consentStatusOf(
  { givenAt }: Pick<Consent, 'givenAt'>,
  { status, error }: Pick<Analysis, 'status' | 'error'>,
): ConsentStatus {
  if (givenAt !== null) return 'GIVEN'
  switch (status) {
    case 'QUEUED':
    case 'SUBMITTING':
      return 'REQUESTED'
    case 'ACTION_REQUIRED':
      return 'PENDING'
    case 'CANCELLED':
      return 'CANCELLED'
    case 'FAILED':
      return error?.code === 'CONSENT_EXPIRED' ? 'EXPIRED' : 'FAILED'
    default:
      return 'GIVEN'
  }
}

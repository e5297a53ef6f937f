import type { PaymentPartner } from '../domain/payment-partner.ts'
import type { VendorUser } from './bank-login-driver.ts'

/** Judges who a company's payment partners are, from its connected accounts. */
export interface PaymentPartnerSource {
  /** @throws AppError NOT_FOUND when the vendor does not know the user any more */
  list(user: VendorUser, signal: AbortSignal): Promise<readonly PaymentPartnerFinding[]>
}

/** What the vendor says of a partner; what it does not say is left out. Amounts are signed: into the account positive. */
export type PaymentPartnerFinding = Pick<PaymentPartner, 'name'> & Partial<PaymentPartner>

import type { PaymentPartner } from '../domain/payment-partner.ts'
import type { VendorUser } from './bank-login-driver.ts'

/** Finds a company's payment partners in its connected accounts. */
export interface PaymentPartnerSource {
  /** @throws AppError NOT_FOUND when the vendor no longer knows the user */
  list(user: VendorUser, signal: AbortSignal): Promise<readonly PaymentPartnerFinding[]>
}

/** A payment partner. Members that the vendor does not give are left out. Amounts are positive into the account. */
export type PaymentPartnerFinding = Pick<PaymentPartner, 'name'> & Partial<PaymentPartner>

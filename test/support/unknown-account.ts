import type { StatementAccount } from '../../src/domain/statement.ts'

/** An account of which a provider says nothing. */
export const unknownAccount: StatementAccount = {
  holderName: null,
  accountNumber: null,
  maskedNumber: null,
  iban: null,
  maskedIban: null,
  bic: null,
  ifsc: null,
  micr: null,
  category: null,
  creditLimit: null,
  overdraftLimit: null,
  countryCode: null,
}

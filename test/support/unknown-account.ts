import type { StatementAccount } from '../../src/domain/statement.ts'

/** An account without any data. */
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

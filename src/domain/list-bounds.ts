/**
 * The longest lists that are taken from vendors within one finding, and so the longest that are answered: what `@listSize` of the
 * field says. What is beyond is left out.
 */
export const listBounds = {
  'Transaction.tags': 20,
  'Transaction.codes': 20,
  'Statement.fraudSignals': 50,
  'RiskAssessment.signals': 100,
  'RiskSignal.explanations': 10,
  'CaseDecision.alerts': 50,
  'DecisionAlert.messages': 20,
  'DecisionAlert.documents': 200,
} as const

export type BoundedList = keyof typeof listBounds

/** The same for lists of what is read of bank logins. */
export const bankListBounds = {
  'Applicant.bankLogins': 100,
  'BankLogin.accounts': 100,
  'BankAccount.standingOrders': 200,
  'BankAccount.securities': 500,
} as const

export type BoundedBankList = keyof typeof bankListBounds

/** The same for lists that a query asks a vendor for. */
export const liveListBounds = {
  'Query.companies': 50,
  'Company.creditorIds': 20,
  'Company.ibans': 20,
  'Applicant.paymentPartners': 200,
} as const

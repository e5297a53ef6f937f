/**
 * The longest lists in a vendor's finding, and so in answers. The directive `@listSize` of the field has the same
 * number. Further items are left out.
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

/** The same for lists of bank logins. */
export const bankListBounds = {
  'Applicant.bankLogins': 100,
  'BankLogin.accounts': 100,
  'BankAccount.standingOrders': 200,
  'BankAccount.securities': 500,
} as const

export type BoundedBankList = keyof typeof bankListBounds

/** The same for lists that a query reads from a vendor. */
export const liveListBounds = {
  'Query.companies': 50,
  'Company.creditorIds': 20,
  'Company.ibans': 20,
  'Applicant.paymentPartners': 200,
} as const

/** The longest lists of stored items that have no pages. Further items are left out. */
export const listLimits = {
  documents: 200,
  analyses: 200,
  statements: 500,
  overlaps: 100,
  disagreements: 20,
  riskAssessments: 100,
  reports: 20,
} as const

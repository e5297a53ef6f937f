import type { AnalysedCase } from './analyse-file.ts'
import type { ApiClient } from './api-client.ts'
import { caseResult, cashFlow } from './case-result.ts'
import { toSingleLine } from './fit-text.ts'
import {
  formatAssessment,
  formatBankLogin,
  formatCashFlow,
  formatDecision,
  formatReadings,
  formatReports,
  formatSources,
  formatStatement,
} from './format-result.ts'

const shown = 20

/** Queries the results and prints them. */
export async function showResult(
  api: ApiClient,
  { caseId, applicantId }: AnalysedCase,
  print: (line: string) => void,
  width: number,
): Promise<void> {
  const { case: found } = await api.ask(caseResult, { id: caseId, shown })
  for (const { product, documentResults } of found.analyses)
    for (const { document, status, error } of documentResults)
      if (status !== 'COMPLETED')
        print(`${toSingleLine(document.fileName)} is ${status} for ${product}${error ? `: ${error.userMessage}` : ''}`)
  if (found.decision) for (const line of formatDecision(found.decision, width)) print(line)
  const statements = found.statements.edges.map(({ node }) => node)
  for (const statement of statements.filter(one => one.duplicateOf === null)) {
    const copies = statements.filter(one => one.duplicateOf?.id === statement.id)
    if (copies.length > 0) for (const line of formatReadings([statement, ...copies], width)) print(line)
    for (const line of formatStatement(statement, width)) print(line)
  }

  for (const login of found.applicant.bankLogins ?? []) for (const line of formatBankLogin(login, width)) print(line)

  const from = found.applicant.earliest.edges[0]?.node.effectiveDate
  const to = found.applicant.latest.edges[0]?.node.effectiveDate
  if (from !== undefined && to !== undefined) {
    const { applicant } = await api.ask(cashFlow, { id: applicantId, from, to })
    for (const line of formatCashFlow(applicant.cashFlow, width)) print(line)
  }
  for (const assessment of found.riskAssessments) for (const line of formatAssessment(assessment, width)) print(line)
  for (const line of formatSources(found.applicant.sources, width)) print(line)
  for (const line of formatReports(found.analyses.flatMap(analysis => analysis.reports))) print(line)
}

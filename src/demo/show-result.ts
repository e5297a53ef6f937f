import type { ApiClient } from './api-client.ts'
import type { AnalysedCase } from './analyse-file.ts'
import { caseResult, cashFlow } from './case-result.ts'
import { toSingleLine } from './fit-text.ts'
import { formatAssessment, formatCashFlow, formatStatement } from './format-result.ts'

const shown = 20

/** Asks for what was found and prints it. */
export async function showResult(
  api: ApiClient,
  { caseId, applicantId }: AnalysedCase,
  print: (line: string) => void,
  width: number,
): Promise<void> {
  const { case: found } = await api.ask(caseResult, { id: caseId, shown })
  for (const { documentResults } of found.analyses)
    for (const { document, status, error } of documentResults)
      if (status !== 'COMPLETED')
        print(`${toSingleLine(document.fileName)} is ${status}${error ? `: ${error.userMessage}` : ''}`)
  for (const { node } of found.statements.edges) for (const line of formatStatement(node, width)) print(line)

  const from = found.applicant.earliest.edges[0]?.node.effectiveDate
  const to = found.applicant.latest.edges[0]?.node.effectiveDate
  if (from !== undefined && to !== undefined) {
    const { applicant } = await api.ask(cashFlow, { id: applicantId, from, to })
    for (const line of formatCashFlow(applicant.cashFlow, width)) print(line)
  }
  for (const assessment of found.riskAssessments) for (const line of formatAssessment(assessment, width)) print(line)
}

import { openAsBlob } from 'node:fs'
import { createRequest, createSocketClient, followAnalysis, sendDocument } from 'assay/client'
import { CreateApplicantDocument, OpenCaseDocument, StartAnalysisDocument } from 'assay/client/documents'

/** Analyses a bank statement and yields its progress. */
export async function* readStatement(url: string, headers: Record<string, string>, path: string) {
  const request = createRequest({ url, headers })
  const subscriptions = createSocketClient({ url, headers })

  const created = await request(CreateApplicantDocument, { input: { kind: 'PERSON', displayName: 'Ada Example' } })
  const applicantId = created.createApplicant?.applicant?.id ?? ''
  const opened = await request(OpenCaseDocument, { input: { applicantId, useCase: 'Loan application' } })
  const caseId = opened.openCase?.case?.id ?? ''
  const { documentId } = await sendDocument(request, {
    caseId,
    file: await openAsBlob(path),
    fileName: 'statement.pdf',
  })
  const input = { caseId, product: 'STATEMENT_EXTRACTION', documents: [{ documentId }] } as const
  const { startAnalysis } = await request(StartAnalysisDocument, { input })
  for (const { message } of startAnalysis?.userErrors ?? []) throw new Error(message)

  yield* followAnalysis(subscriptions, startAnalysis?.analysis?.id ?? '')
}

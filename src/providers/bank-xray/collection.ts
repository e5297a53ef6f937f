import type { CurrencyCode } from '../../domain/money.ts'
import type { CollectionJob } from '../analysis-driver.ts'
import type { Findings, TransactionFinding } from '../findings.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import { normaliseAssessment } from './normalise-assessment.ts'
import { normaliseStatements } from './normalise-statements.ts'
import { normaliseTransaction } from './normalise-transaction.ts'
import { isEmptyHead } from './report-head.ts'

export interface CollectionContext extends Pick<CollectionJob, 'documents'> {
  readonly reportId: string
  readonly currency: CurrencyCode
}

/** Transactions in one batch at most. */
const batchSize = 1_000

/**
 * A report as findings. It is asked for twice, because its members come in any order and transactions can only be given to
 * their statements once these are known: so no more than a batch of them is ever held.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when there is nothing in it
 */
export async function* collectFindings(
  datasource: BankXrayDatasource,
  { reportId, currency, documents }: CollectionContext,
): AsyncGenerator<Findings> {
  const head = await datasource.reportHead(reportId)
  if (isEmptyHead(head)) throw badResponse("Bank X-Ray's report holds nothing.")
  const statements = normaliseStatements(head.summary, { reportId, currency, documents })
  const createdAt = head.creation
  yield {
    statements: statements.map(statement => statement.finding),
    assessments: [normaliseAssessment(head, reportId)],
    reports: [{ reference: reportId, name: 'bank-xray-report.pdf', mediaType: 'application/pdf', createdAt }],
  }
  let transactions: TransactionFinding[] = []
  for await (const row of datasource.transactions(reportId)) {
    transactions.push(normaliseTransaction(row, statements, { currency }))
    if (transactions.length < batchSize) continue
    yield { transactions }
    transactions = []
  }
  if (transactions.length > 0) yield { transactions }
}

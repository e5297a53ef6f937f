import type { CurrencyCode } from '../../domain/money.ts'
import type { CollectionJob } from '../analysis-driver.ts'
import type { Findings, TransactionFinding } from '../findings.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import { normaliseAssessment, normaliseStatements, normaliseTransaction } from './normalise.ts'
import { isEmptyHead } from './payloads.ts'

export interface CollectionContext extends Pick<CollectionJob, 'documents'> {
  readonly reportId: string
  readonly currency: CurrencyCode
}

/** The most transactions in one batch. */
const batchSize = 1_000

/**
 * Turns a report into findings. The report is fetched twice: its members come in any order, and the statements must be known
 * before the transactions can be assigned to them. So at most one batch of transactions is held in memory.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when the report is empty
 */
export async function* collectFindings(
  datasource: BankXrayDatasource,
  { reportId, currency, documents }: CollectionContext,
): AsyncGenerator<Findings> {
  const head = await datasource.reportHead(reportId)
  if (isEmptyHead(head)) throw badResponse("Bank X-Ray's report is empty.")
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

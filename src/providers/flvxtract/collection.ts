import { isReadable } from '../../connector/payload-members.ts'
import { type CurrencyCode, unknownCurrency } from '../../domain/money.ts'
import type { ExtractionConfidence } from '../../domain/statement.ts'
import type { Findings } from '../findings.ts'
import type { ExtractedStatement } from './checkpoint.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import {
  currencyOf,
  normaliseAssessment,
  normaliseStatement,
  normaliseTransaction,
  type StatementContext,
} from './normalise.ts'
import type { AnalysisPart, HeaderPayload, MetricPayload, TransactionPayload } from './payloads.ts'

/** @param documentOf the document that became the statement; null when a customer gave the statement to the vendor */
export async function* collectFindings(
  datasource: FlvxtractDatasource,
  statements: readonly ExtractedStatement[],
  documentOf: (statementId: string) => string | null,
): AsyncGenerator<Findings> {
  if (statements.length === 0) throw new Error('A result was collected before a check found it ready.')
  for (const { statementId, bankName } of statements) {
    const context = { statementId, bankName, documentId: documentOf(statementId) }
    yield* normaliseAnalysis(datasource.analysis(statementId), context)
  }
}

/** The most transactions in one batch. */
const batchSize = 1_000

/**
 * Turns the analysis of one statement into findings while it arrives. Its members may come in any order. Transactions wait for
 * the header, which holds their currency; the statement comes last, because its confidence may come last.
 *
 * @throws AppError PROVIDER_BAD_RESPONSE when there are no transactions and the header does not say that there are none
 */
export async function* normaliseAnalysis(
  parts: AsyncIterable<AnalysisPart>,
  context: StatementContext,
): AsyncGenerator<Findings> {
  let header: HeaderPayload | null = null
  let confidence: ExtractionConfidence | null = null
  let metrics: readonly MetricPayload[] = []
  let currency: CurrencyCode | null = null
  let isEmpty = true
  const rows: TransactionPayload[] = []
  const takeBatch = (code: CurrencyCode): Findings => ({
    transactions: rows.splice(0, batchSize).map(row => normaliseTransaction(row, code, context)),
  })
  for await (const part of parts) {
    if (part.kind === 'transaction') {
      isEmpty = false
      rows.push(part.transaction)
    } else if (part.kind === 'header') {
      header = part.header
      currency = currencyOf(header)
    } else if (part.kind === 'confidence') {
      confidence = part.confidence
    } else {
      metrics = part.metrics
    }
    while (currency !== null && rows.length >= batchSize) yield takeBatch(currency)
  }
  if (isEmpty && !canBeEmpty(header))
    throw badResponse("FLVXtract's analysis holds no transactions, and its header does not say that there are none.")
  while (rows.length > 0) yield takeBatch(currency ?? unknownCurrency)
  const assessment = normaliseAssessment(metrics, context)
  yield {
    statements: [normaliseStatement(header, confidence, context)],
    assessments: assessment ? [assessment] : [],
  }
}

/** A statement may be without transactions if its header has a readable member and counts none. */
function canBeEmpty(header: HeaderPayload | null): boolean {
  return header !== null && Object.values(header).some(isReadable) && !header.totalTransactions
}

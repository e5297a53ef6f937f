import { isReadable } from '../../connector/or-unreadable.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import { unknownCurrency } from '../../domain/money.ts'
import type { ExtractionConfidence } from '../../domain/statement.ts'
import type { Findings } from '../findings.ts'
import type { AnalysisPart } from './analysis-parts.ts'
import { badResponse } from './errors.ts'
import type { StatementContext } from './normalise.ts'
import { currencyOf, normaliseAssessment, normaliseStatement, normaliseTransaction } from './normalise.ts'
import type { HeaderPayload, MetricPayload, TransactionPayload } from './payloads.ts'

/** Transactions in one batch at most. */
const batchSize = 1_000

/**
 * The analysis of one statement as findings, while it arrives. Its members may come in any order: transactions wait for
 * the header, which says their currency, and the statement comes last, when its confidence is known too.
 * @throws AppError PROVIDER_BAD_RESPONSE when there is nothing in it, or none of the transactions it speaks of.
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
    throw badResponse("FLVXtract's analysis holds no transactions, and does not say so.")
  while (rows.length > 0) yield takeBatch(currency ?? unknownCurrency)
  const assessment = normaliseAssessment(metrics, context)
  yield {
    statements: [normaliseStatement(header, confidence, context)],
    assessments: assessment ? [assessment] : [],
  }
}

/** A statement without transactions is one whose header tells something, and not of transactions. */
function canBeEmpty(header: HeaderPayload | null): boolean {
  return header !== null && Object.values(header).some(isReadable) && !header.totalTransactions
}

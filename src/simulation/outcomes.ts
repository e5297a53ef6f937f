import type { AnalysisProduct, AnalysisStatus, RequiredActionType } from '../domain/analysis.ts'
import type { ShipmentChannel, ShipmentStatus } from '../domain/shipment.ts'
import type { ErrorCode } from '../errors.ts'

/** The outcomes of sample documents at all vendors, in the order of a menu. */
export const outcomeNames = {
  fine: ['Fine', 'Everything is read without a fault.'],
  partial: ['Partial result', 'Only a part of the document can be used.'],
  failed: ['Failed', 'The vendor accepts the document and cannot read it.'],
  refused: ['Refused', 'The vendor refuses the document.'],
  scan: ['Scanned image', 'The document is an image without text.'],
  locked: ['Locked', 'The document opens only with a password.'],
  'quota-exceeded': ['Quota exceeded', 'The quota of documents is used up.'],
  slow: ['Slow', 'The vendor takes minutes instead of seconds.'],
  'two-days': ['Read by people', 'People read the document. It takes up to two days.'],
  'never-ending': ['Never ends', 'The vendor accepts the document and never reports a result.'],
  empty: ['No transactions', 'The statement shows no transactions.'],
  large: ['5,000 transactions', 'The statement shows many transactions.'],
  unreconciled: ['Does not add up', 'The closing balance differs from the sum of the transactions.'],
  suspicious: ['Suspicious', 'The document may be forged.'],
  forged: ['Forged', 'The document is forged.'],
  'wrong-document': ['Wrong document', 'The document is not the requested one.'],
  'high-risk': ['High risk', 'The account holder is a high risk.'],
  undeliverable: ['Undeliverable', 'A letter or fax with the document does not arrive.'],
} as const satisfies Readonly<Record<string, readonly [name: string, description: string]>>

export type OutcomeId = keyof typeof outcomeNames

/** The outcome of a document for one product of one vendor. */
export interface DocumentOutcome {
  readonly outcome: OutcomeId
  readonly product: AnalysisProduct | ShipmentChannel
  /** The steering words that lead to it. None when another property of the document does. */
  readonly words: readonly string[]
  /** The final status of the analysis or shipment, or its status while it waits for an action. */
  readonly status: Extract<AnalysisStatus, 'COMPLETED' | 'PARTIAL' | 'FAILED' | 'ACTION_REQUIRED'> | ShipmentStatus
  /** The error, unless it is COMPLETED or DELIVERED. */
  readonly errorCode?: ErrorCode
  /** The action of ACTION_REQUIRED. */
  readonly requiredAction?: RequiredActionType
  /** The longest time of the vendor, in milliseconds at speed 1; null: without end, so that the deadline ends it. */
  readonly takesMs: number | null
  /** How much longer Assay waits for a further result, in milliseconds; 0 when absent. */
  readonly awaitedMs?: number
  /** A sentence about it at this vendor. */
  readonly description: string
}

/** Creates the function that describes the outcomes of a product. @param usual their members, unless an outcome has others */
export function createOutcomes(usual: Pick<DocumentOutcome, 'product' | 'status' | 'takesMs'>) {
  return (
    outcome: OutcomeId,
    words: readonly string[],
    description: string,
    own: Partial<DocumentOutcome> = {},
  ): DocumentOutcome => ({ ...usual, outcome, words, description, ...own })
}

/** The input at a bank's page and its outcome. */
export interface BankLoginOutcome {
  readonly outcome: string
  readonly name: string
  readonly bank: string
  readonly userName: string
  readonly password: string
  /** The final status of the session. */
  readonly ends: 'SUCCEEDED' | 'FAILED'
  readonly description: string
}

/** All outcomes of one vendor. */
export interface SimulatedOutcomes {
  readonly documents: readonly DocumentOutcome[]
  readonly bankLogins?: readonly BankLoginOutcome[]
}

import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type AnalysisProgressFragment, type AnalysisStatus, AnalysisUpdatedDocument } from './documents.ts'
import { type FollowOptions, follow } from './follow.ts'
import type { SubscriptionClient } from './subscription-client.ts'

interface Versioned {
  readonly version: number
  readonly status: AnalysisStatus
}

/** A subscription to `analysisUpdated` that selects `version` and `status`. */
export type AnalysisQuery<Analysis extends Versioned> = TypedDocumentNode<
  { readonly analysisUpdated: Analysis },
  { readonly id: string }
>

/**
 * Follows an analysis across broken connections: yields the present state, then later versions up to the final one.
 * Intermediate versions may be skipped.
 *
 * @throws AssayError NOT_FOUND when there is no such analysis; ConnectionError
 */
export function followAnalysis(
  client: SubscriptionClient,
  id: string,
  options?: FollowOptions,
): AsyncGenerator<AnalysisProgressFragment, void, undefined>
export function followAnalysis<Analysis extends Versioned>(
  client: SubscriptionClient,
  id: string,
  options: FollowOptions & { readonly document: AnalysisQuery<Analysis> },
): AsyncGenerator<Analysis, void, undefined>
export async function* followAnalysis(
  client: SubscriptionClient,
  id: string,
  options: FollowOptions & { readonly document?: AnalysisQuery<Versioned> } = {},
): AsyncGenerator<Versioned, void, undefined> {
  const { document = AnalysisUpdatedDocument, signal } = options
  let version = 0
  for await (const { analysisUpdated: analysis } of follow(client, document, { id }, { signal })) {
    // After a reconnect the present state is sent again.
    if (analysis.version <= version) continue
    version = analysis.version
    yield analysis
    if (isFinal(analysis.status)) return
  }
}

/** Whether the status is final. A retry is a new analysis. */
export function isFinal(status: AnalysisStatus): boolean {
  return status === 'COMPLETED' || status === 'PARTIAL' || status === 'FAILED' || status === 'CANCELLED'
}

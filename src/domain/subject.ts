/** Something of a tenant that is looked after at a provider, such as an analysis. */
export interface Subject {
  /** Which handler takes it further. */
  readonly kind: string
  readonly id: string
}

/** The subject that an analysis is. */
export function analysisSubject(id: string): Subject {
  return { kind: 'analysis', id }
}

/** What a provider was given for an analysis, after another provider was asked in its place. */
export interface AbandonedRun {
  readonly analysisId: string
  readonly providerId: string
}

/** The subject that an abandoned run is until its provider has deleted what it was given. */
export function abandonedRunSubject({ analysisId, providerId }: AbandonedRun): Subject {
  return { kind: 'abandoned-run', id: `${analysisId}/${providerId}` }
}

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

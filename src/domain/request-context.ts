import type { Reach } from './reach.ts'

/** The reach of a request, and its correlation id. */
export interface RequestContext extends Reach {
  readonly correlationId: string
}

/** A finding of an examination, for an operator. */
export interface Finding {
  /** What was examined. */
  readonly about: string
  readonly isGood: boolean
  /** The result and, after a fault, what to do. */
  readonly says: string
}

/** The finding in one line. */
export function toLine({ about, isGood, says }: Finding): string {
  return `${isGood ? 'ok  ' : 'FAIL'}  ${about}: ${says}`
}

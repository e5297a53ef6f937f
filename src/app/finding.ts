/** What an examination came to, for an operator. */
export interface Finding {
  /** What was looked at. */
  readonly about: string
  readonly isGood: boolean
  /** What was seen; where it is not good, what to do too. */
  readonly says: string
}

/** The finding in one line. */
export function toLine({ about, isGood, says }: Finding): string {
  return `${isGood ? 'ok  ' : 'FAIL'}  ${about}: ${says}`
}

interface Covering {
  /** First day, `YYYY-MM-DD`; null when it is not known. */
  readonly from: string | null
  readonly to: string | null
}

interface Period {
  readonly from: string
  readonly to: string
}

/** The period from the earliest to the latest day of the statements; the last year when none has a period. */
export function coveredPeriod(statements: readonly Covering[], today: Date): Period {
  // ISO dates sort as texts.
  const days = statements
    .flatMap(({ from, to }) => [from, to])
    .filter(date => date !== null)
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first !== undefined && last !== undefined) return { from: first, to: last }
  const to = today.toISOString().slice(0, 10)
  const from = `${today.getUTCFullYear() - 1}${to.slice(4, 8)}01`
  return { from, to }
}

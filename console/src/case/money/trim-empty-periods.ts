interface Counted {
  readonly transactionCount: number
}

/** The periods without empty ones at the start and the end, because a currency may occur in only a part of the time. */
export function trimEmptyPeriods<Period extends Counted>(periods: readonly Period[]): Period[] {
  const isBusy = ({ transactionCount }: Counted): boolean => transactionCount > 0
  const first = periods.findIndex(isBusy)
  return first === -1 ? [] : periods.slice(first, periods.findLastIndex(isBusy) + 1)
}

import type { Money } from '../../format/money.ts'

interface Movement {
  readonly effectiveDate: string
  /** Null when the statement does not have it. */
  readonly balanceAfter: Money | null
}

/** The balance at the end of a day. */
export interface DailyBalance {
  readonly date: string
  readonly balance: Money
}

/**
 * The last known balance of each day.
 *
 * @param movements the transactions, earliest first, those of one day in the order of their statement
 */
export function toDailyBalances(movements: readonly Movement[]): DailyBalance[] {
  const balances = new Map<string, Money>()
  for (const { effectiveDate, balanceAfter } of movements) if (balanceAfter) balances.set(effectiveDate, balanceAfter)
  return [...balances].map(([date, balance]) => ({ date, balance }))
}

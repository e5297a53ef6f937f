/** Money in and out within a period, in one currency. Sums are exact decimals; spending is negative. */
export interface CashFlowPeriod {
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly moneyIn: string
  readonly moneyOut: string
  readonly net: string
  readonly transactionCount: number
}

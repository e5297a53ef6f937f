import { formatCents, toExactNumber } from '../../../simulation/exact-number.ts'
import { createRandom } from '../../../simulation/random.ts'

const choices = [
  { isin: 'DE000SIM1004', name: 'Rapsgold Mühlenwerke AG', market: 'XETRA', currency: 'EUR' },
  { isin: 'DE000SIM2002', name: 'Deichland Windkraft ETF', market: 'XETRA', currency: 'EUR' },
  { isin: 'US00SIMU3019', name: 'Turnip Robotics Inc.', market: 'NASDAQ', currency: 'USD' },
  { isin: 'LU00SIMU4026', name: 'Weltaktien Indexfonds', market: 'TRADEGATE', currency: 'EUR' },
] as const

export const securityNames = choices.map(({ name }) => name)

/** The securities of a deposit at an instant. Prices change daily. @param at milliseconds since 1970 */
export function createSecurities(seed: string, at: number) {
  const random = createRandom(`${seed} securities`)
  const day = Math.floor(at / 86_400_000)
  return choices.map(({ isin, name, market, currency }) => {
    const bought = random.integer(1_200, 40_000)
    const thousandths = random.integer(1_000, 90_000)
    const price = Math.round(bought * (1 + 0.2 * Math.sin(day / 37 + bought)))
    const isForeign = currency !== 'EUR'
    const cents = Math.round((price * thousandths) / 1_000 / (isForeign ? 1.08734521 : 1))
    return {
      /** The value in whole cents of the account's currency. */
      cents,
      /** All members but the ids. */
      body: {
        amount: toExactNumber(formatCents(cents)),
        priceAmount: toExactNumber(formatCents(price)),
        purchasePriceAmount: toExactNumber(formatCents(bought)),
        currency: 'EUR',
        priceCurrency: currency,
        purchasePriceCurrency: currency,
        exchangeRate: toExactNumber(isForeign ? '1.08734521' : '1'),
        quantity: toExactNumber(`${Math.floor(thousandths / 1_000)}.${String(thousandths % 1_000).padStart(3, '0')}`),
        isin,
        name,
        market,
      },
    }
  })
}

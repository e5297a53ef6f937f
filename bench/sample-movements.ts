import type { TransactionCategoryCode } from '../src/domain/transaction.ts'
import type { Random } from './random.ts'

/** One transaction without dates and ids. Every name is invented. */
export interface SampleMovement {
  readonly cents: number
  readonly description: string
  readonly counterparty: string
  readonly category: TransactionCategoryCode
  readonly providerCategory: string
}

const shops = ['Marktfrisch Süd', 'Biohof Möhrenglück', 'Bäckerei Knüsperle', 'Kramladen24'] as const
const journeys = ['Verkehrsbetriebe Wiesenau', 'Tankstelle Rapsgold', 'Bahnreisen Nordost'] as const
const outings = ['Gasthaus Krähennest', 'Trattoria Due Gatti', 'Lichtspiele Wiesenau'] as const

/** The transactions of one month in order; the salary is the last. */
export function createSampleMovements(random: Random, count: number): SampleMovement[] {
  const standing: SampleMovement[] = [
    movement(-95_000, 'Miete Wohnung 14', 'Wohnbau Wiesenau eG', 'HOUSING', 'Rent'),
    movement(-7_450, 'Abschlag Strom', 'Stadtwerke Wiesenau', 'UTILITIES', 'Utilities'),
    movement(-3_890, 'Beitrag Hausrat', 'Alsterhort Versicherung AG', 'INSURANCE', 'Insurance'),
    movement(310_000, 'Lohn/Gehalt', 'Nordlicht Gerätebau GmbH', 'SALARY', 'Salary'),
  ]
  const spending = Array.from({ length: count - standing.length }, () => createSpending(random))
  return [...standing.slice(0, 3), ...spending, ...standing.slice(3)].slice(-count)
}

function createSpending(random: Random): SampleMovement {
  const receipt = random.integer(100_000, 999_999)
  const kind = random.integer(1, 10)
  if (kind <= 6) {
    const shop = random.pick(shops)
    return movement(-random.integer(150, 2_400), `Kartenzahlung ${shop} ${receipt}`, shop, 'GROCERIES', 'Groceries')
  }
  if (kind <= 8) {
    const carrier = random.pick(journeys)
    return movement(-random.integer(190, 3_900), `${carrier} Beleg ${receipt}`, carrier, 'TRANSPORT', 'Transport')
  }
  const place = random.pick(outings)
  return movement(-random.integer(300, 2_800), `${place} dankt, Bon ${receipt}`, place, 'SPENDING', 'Leisure')
}

function movement(
  cents: number,
  description: string,
  counterparty: string,
  category: TransactionCategoryCode,
  providerCategory: string,
): SampleMovement {
  return { cents, description, counterparty, category, providerCategory }
}

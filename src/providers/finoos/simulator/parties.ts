import { createRandom } from '../../../simulation/random.ts'
import { createPerson } from './bank-customer.ts'
import { germanCompanyWords } from '../../../simulation/statements/company-words.ts'
import { createIban } from '../../../simulation/statements/iban.ts'

/** A counterparty. */
export interface Party {
  readonly name: string
  readonly iban: string
  readonly bic: string
  readonly creditorId: string
}

/** The texts of the movements of persons. */
export const { words: personWords } = createPerson('words')

/** The receiver of rents. */
export const landlord = 'Hausverwaltung Fliederhain'

const parties = new Map<string, Party>()

/** The party with this name, the same in every account and in the directory of companies. */
export function partyOf(name: string): Party {
  const known = parties.get(name)
  if (known) return known
  const random = createRandom(`${name} party`)
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
  const party = {
    name,
    iban: createIban('DE', `9994${digits(4)}${digits(10)}`),
    bic: `SIMUDE${random.integer(20, 99)}XXX`,
    creditorId: `DE${random.integer(10, 99)}ZZZ${digits(11)}`,
  }
  parties.set(name, party)
  return party
}

/** The name within a text such as `Kartenzahlung Marktfrisch Süd`. */
export function toPartyName(text: string): string {
  return text.replace(/^(?:Kartenzahlung|Online) /, '').replace(/ CARD CHECK$/, '')
}

/** The names of all companies that pay or are paid in the simulated accounts. */
export const companyNames: readonly string[] = [
  ...new Set(
    [
      ...[personWords.employers, personWords.insurers, personWords.powerSuppliers].flat(),
      ...[personWords.telecoms, personWords.lenders, personWords.groceries].flat(),
      ...[personWords.shops, personWords.restaurants, personWords.transport].flat(),
      ...germanCompanyWords.customers,
      ...germanCompanyWords.suppliers,
      germanCompanyWords.landlord,
      germanCompanyWords.insurer,
      germanCompanyWords.lender,
      germanCompanyWords.energy,
      germanCompanyWords.telecom,
      landlord,
    ].map(toPartyName),
  ),
]

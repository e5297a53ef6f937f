import { distance } from 'fastest-levenshtein'
import { foldText } from '../../../domain/fold-text.ts'
import { createRandom } from '../../../simulation/random.ts'
import { companyNames, type Party, partyOf } from './parties.ts'

interface LogoQuery {
  readonly name?: string | undefined
  readonly creditorId?: string | undefined
  readonly iban?: string | undefined
}

/** How names are compared. Source: "Search Logos", https://os.fino.ai/tmp/docv1 */
interface NameMatching {
  readonly exactMatch: boolean
  /** The number of edits allowed in a word; AUTO: none for up to two letters, one for up to five, else two. */
  readonly fuzziness: 'AUTO' | '1' | '2'
}

const streets = ['Krähenweg', 'Am Alten Kontor', 'Deichstraße', 'Mühlengasse', 'Windmühlenallee'] as const
const cities = ['Wiesenau', 'Alsterhort', 'Deichland', 'Unterhausen'] as const

const companies = companyNames.map(name => {
  const random = createRandom(`${name} company`)
  // ASSUMED: the members of an address.
  const address = {
    street: `${random.pick(streets)} ${random.integer(1, 180)}`,
    postalCode: String(random.integer(10_000, 99_998)),
    city: random.pick(cities),
    country: 'DE',
  }
  return { ...partyOf(name), address, words: wordsOf(name) }
})

/** ASSUMED: every word of the query is in the name, with the edits that AUTO allows; at most ten companies. */
export function searchCompanies(name: string) {
  const wanted = wordsOf(name)
  if (wanted.length === 0) return []
  return companies.filter(({ words }) => wanted.every(word => hasAlike(words, word, 'AUTO'))).slice(0, 10)
}

/**
 * ASSUMED: identifiers take precedence over the name, and a name is also found within a longer text, such as that of a
 * card payment.
 */
export function findByLogoQuery(query: LogoQuery, { exactMatch, fuzziness }: NameMatching): Party | null {
  const { name, creditorId, iban } = query
  const known = companies.find(
    one =>
      (creditorId !== undefined && one.creditorId === creditorId) ||
      (iban !== undefined && one.iban === iban.replace(/\s/g, '').toUpperCase()),
  )
  if (known || name === undefined) return known ?? null
  if (exactMatch) return companies.find(one => one.name.toLowerCase() === name.trim().toLowerCase()) ?? null
  const given = wordsOf(name)
  return companies.find(({ words }) => words.every(word => hasAlike(given, word, fuzziness))) ?? null
}

function wordsOf(name: string): readonly string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

function hasAlike(words: readonly string[], wanted: string, fuzziness: NameMatching['fuzziness']): boolean {
  const edits = fuzziness === 'AUTO' ? (wanted.length > 5 ? 2 : wanted.length > 2 ? 1 : 0) : Number(fuzziness)
  return words.some(word => Math.abs(word.length - wanted.length) <= edits && distance(word, wanted) <= edits)
}

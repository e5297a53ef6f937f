import { type AccountIdentity, isOtherAccount, isSameAccount } from './account-identity.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CurrencyCode } from './money.ts'

/** The facts that decide whether a statement counts, is a copy, or overlaps another. */
export interface StatementFacts {
  readonly id: string
  readonly collectionId: string
  readonly ordinal: number
  readonly providerId: string
  readonly caseId: string
  readonly documentId: string | null
  readonly documentSha256: string | null
  readonly identity: AccountIdentity
  readonly currency: CurrencyCode
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** The first and last day of its period and its dated transactions. */
  readonly firstDay: CalendarDate | null
  readonly lastDay: CalendarDate | null
  readonly transactionCount: number
  /** Equal for statements with the same transactions; null when it cannot be computed. */
  readonly contentDigest: string | null
  /** Whether the vendor read all of it. */
  readonly complete: boolean
  /** In milliseconds since 1970. */
  readonly publishedAt: number
}

/** Two readings of one document that can be compared only by their transactions. */
export interface StatementPair {
  readonly a: string
  readonly b: string
}

/**
 * Sorts the more complete reading first: with transactions before without, complete before incomplete, more
 * transactions before fewer, newer before older.
 */
export function compareCompleteness(a: StatementFacts, b: StatementFacts): number {
  return (
    Number(b.transactionCount > 0) - Number(a.transactionCount > 0) ||
    Number(b.complete) - Number(a.complete) ||
    b.transactionCount - a.transactionCount ||
    b.publishedAt - a.publishedAt ||
    compareText(b.collectionId, a.collectionId) ||
    a.ordinal - b.ordinal ||
    compareText(a.id, b.id)
  )
}

/** A statement, or something else that transactions are published with. */
export type PublishedSource = Pick<StatementFacts, 'publishedAt' | 'collectionId' | 'ordinal' | 'id'>

/** Sorts by publication. */
export function comparePublication(a: PublishedSource, b: PublishedSource): number {
  return (
    a.publishedAt - b.publishedAt ||
    compareText(a.collectionId, b.collectionId) ||
    a.ordinal - b.ordinal ||
    compareText(a.id, b.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** These statements and all that could be copies of them: those with the same document or the same content. */
export function familyOf(seeds: readonly StatementFacts[], all: readonly StatementFacts[]): readonly StatementFacts[] {
  const keysOf = ({ documentSha256, contentDigest }: StatementFacts) =>
    [documentSha256 && `document ${documentSha256}`, contentDigest && `content ${contentDigest}`].filter(
      key => key !== null,
    )
  const byKey = new Map<string, StatementFacts[]>()
  for (const statement of all)
    for (const key of keysOf(statement)) byKey.set(key, [...(byKey.get(key) ?? []), statement])
  const family = new Set<StatementFacts>()
  const seen = new Set<string>()
  const waiting = seeds.flatMap(keysOf)
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    for (const member of byKey.get(key) ?? []) {
      family.add(member)
      waiting.push(...keysOf(member))
    }
  }
  const seedIds = new Set(seeds.map(seed => seed.id))
  return all.filter(statement => family.has(statement) || seedIds.has(statement.id))
}

/** The pairs whose common transactions `findCopies` needs. */
export function pairsToCompare(family: readonly StatementFacts[]): StatementPair[] {
  return family.flatMap((a, index) =>
    family
      .slice(index + 1)
      .filter(b => relate(a, b) === 'compare')
      .map(b => ({ a: a.id, b: b.id })),
  )
}

type Relation = 'copy' | 'other' | 'compare'

/** Whether two statements are readings of one, judged without their transactions. */
function relate(a: StatementFacts, b: StatementFacts): Relation {
  // Two statements that one collection found in one document are different.
  if (a.collectionId === b.collectionId && (a.documentId === null || a.documentId === b.documentId)) return 'other'
  if (isOtherAccount(a.identity, b.identity)) return 'other'
  if (a.currency !== b.currency && a.currency !== 'XXX' && b.currency !== 'XXX') return 'other'
  const isKnown =
    isSameAccount(a.identity, b.identity) || (a.identity.mask !== null && a.identity.mask === b.identity.mask)
  if (a.documentSha256 === null || a.documentSha256 !== b.documentSha256)
    return isKnown && a.contentDigest !== null && a.contentDigest === b.contentDigest ? 'copy' : 'other'
  const periodsKnown = [a.from, a.to, b.from, b.to].every(day => day !== null)
  if (periodsKnown && !sharesDays(a.from, a.to, b.from, b.to)) return 'other'
  if (a.transactionCount === 0 || b.transactionCount === 0) return 'copy'
  return isKnown && (!periodsKnown || (a.from === b.from && a.to === b.to)) ? 'copy' : 'compare'
}

/**
 * The id of the statement that each statement of a family is a copy of, by id; null for those that count. The most
 * complete ones count. Each of the others is a copy of the one that it matches best.
 *
 * @param common how many transactions the statements of a pair have in common, by `pairKey`
 */
export function findCopies(
  family: readonly StatementFacts[],
  common: ReadonlyMap<string, number>,
): ReadonlyMap<string, string | null> {
  const counting: StatementFacts[] = []
  const copies = new Map<string, string | null>()
  for (const statement of [...family].sort(compareCompleteness)) {
    const shared = (other: StatementFacts) => common.get(pairKey(statement.id, other.id)) ?? 0
    const isCopyOf = (other: StatementFacts) => {
      const relation = relate(statement, other)
      const fewer = Math.min(statement.transactionCount, other.transactionCount)
      return relation === 'copy' || (relation === 'compare' && shared(other) * 2 >= fewer)
    }
    const knows = (other: StatementFacts) => Number(isSameAccount(statement.identity, other.identity))
    const [best] = counting.filter(isCopyOf).sort((a, b) => knows(b) - knows(a) || shared(b) - shared(a))
    copies.set(statement.id, best?.id ?? null)
    if (!best) counting.push(statement)
  }
  return copies
}

/** The key of a pair, in either order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/**
 * The statements that count, share days with a statement and belong to the same account, by the statement's id. A copy
 * has the same ones as its original, which is not among them.
 *
 * @param accounts the account of each statement, by the statement's id
 */
export function findOverlaps(
  statements: readonly StatementFacts[],
  copies: ReadonlyMap<string, string | null>,
  accounts: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, readonly string[]> {
  const counting = statements.filter(({ id, firstDay }) => copies.get(id) == null && firstDay !== null)
  const byAccount = Map.groupBy(counting, ({ id }) => accounts.get(id) ?? null)
  const overlaps = new Map<string, readonly string[]>()
  for (const statement of statements) {
    const account = accounts.get(statement.id) ?? null
    const original = copies.get(statement.id) ?? null
    const others = account === null ? [] : (byAccount.get(account) ?? [])
    const overlapIds = others
      .filter(({ id }) => id !== statement.id && id !== original)
      .filter(other => sharesDays(statement.firstDay, statement.lastDay, other.firstDay, other.lastDay))
      .sort(comparePublication)
      .map(({ id }) => id)
    overlaps.set(statement.id, overlapIds)
  }
  return overlaps
}

function sharesDays(
  fromA: CalendarDate | null,
  toA: CalendarDate | null,
  fromB: CalendarDate | null,
  toB: CalendarDate | null,
): boolean {
  if (fromA === null || toA === null || fromB === null || toB === null) return false
  return fromA <= toB && fromB <= toA
}

/** The statements that lead in their case: the most complete one among a statement and its copies in each case. */
export function findLeaders(
  family: readonly StatementFacts[],
  copies: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  const leaders = new Set<string>()
  const seen = new Set<string>()
  for (const { id, caseId } of [...family].sort(compareCompleteness)) {
    const place = JSON.stringify([copies.get(id) ?? id, caseId])
    if (!seen.has(place)) leaders.add(id)
    seen.add(place)
  }
  return leaders
}

import { foldText } from '../domain/fold-text.ts'
import { type Fragment, sql } from './sql.ts'

/** Instants between two ends, both included. An end that is absent or null is open. */
export interface InstantRange {
  readonly from?: Date | null
  readonly to?: Date | null
}

/** The conditions by which an instant lies within a range. */
export function isWithin(expression: Fragment, range: InstantRange | null | undefined): Fragment[] {
  return [
    range?.from == null ? null : sql`${expression} >= ${range.from}`,
    range?.to == null ? null : sql`${expression} <= ${range.to}`,
  ].filter(condition => condition !== null)
}

/** The condition by which a folded text contains what is searched for; none when that is blank. */
export function containsText(expression: Fragment, search: string | null | undefined): Fragment[] {
  const sought = foldText(search ?? '')
  return sought === '' ? [] : [sql`${expression} like ${`%${escapePattern(sought)}%`}`]
}

/** What would be a wildcard stands for itself. */
function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

import { foldText } from '../domain/fold-text.ts'
import { type Fragment, sql } from './sql.ts'

/** Instants from one to another, both included. An absent or null end is open. */
export interface InstantRange {
  readonly from?: Date | null
  readonly to?: Date | null
}

/** The conditions that an instant is within a range. */
export function isWithin(expression: Fragment, range: InstantRange | null | undefined): Fragment[] {
  return [
    range?.from == null ? null : sql`${expression} >= ${range.from}`,
    range?.to == null ? null : sql`${expression} <= ${range.to}`,
  ].filter(condition => condition !== null)
}

/** The condition that a folded text contains the search text; none when the search text is blank. */
export function containsText(expression: Fragment, search: string | null | undefined): Fragment[] {
  const sought = foldText(search ?? '')
  return sought === '' ? [] : [sql`${expression} like ${`%${escapePattern(sought)}%`}`]
}

function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

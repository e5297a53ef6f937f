import { z } from 'zod'
import type { Findings } from '../../src/providers/findings.ts'

/** Not validated, because empty members are optional in every finding. */
const findingsSchema = z.custom<Findings>(value => typeof value === 'object' && value !== null)

/** Findings without empty members: null, empty lists and empty objects mean the same as an absent member. */
export function whatIsSaid(findings: Findings | undefined): Findings {
  return findingsSchema.parse(withoutGaps(findings))
}

function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const members = Object.entries(value).map(([name, member]) => [name, withoutGaps(member)] as const)
  return Object.fromEntries(members.filter(([, member]) => !isGap(member)))
}

function isGap(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0
}

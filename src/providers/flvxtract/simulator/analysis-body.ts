import { inPieces, toMemberTexts } from '../../../simulation/json-texts.ts'
import type { StatementContent } from './statement-content.ts'
import type { AnalysisOverride } from './statement-plan.ts'

/** The analysis as JSON text, in pieces: however many rows there are, only a few are held at a time. */
export function createAnalysisBody(
  generated: StatementContent['analysis'],
  override: AnalysisOverride,
  memberOrder: readonly string[],
): Iterable<string> {
  const members = new Map<string, unknown>(Object.entries(generated))
  for (const [name, value] of Object.entries(override)) {
    const own = members.get(name)
    members.set(name, name === 'header' && isObject(own) && isObject(value) ? { ...own, ...value } : value)
  }
  const names = [...new Set([...memberOrder, ...members.keys()])]
  return inPieces(toMemberTexts(names.map(name => [name, members.get(name)] as const)))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

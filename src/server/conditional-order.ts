import type { FieldNode, SelectionNode, SelectionSetNode } from 'graphql'
import { Kind, print } from 'graphql'

interface SelectedField {
  readonly key: string
  readonly field: FieldNode
  /** The directives of the field, of the fragments around it and of the fields above it. */
  readonly conditions: readonly string[]
}

/** A selection set of an object, and the directives under which it applies. */
interface ConditionalSet {
  readonly set: SelectionSetNode
  readonly conditions: readonly string[]
}

/**
 * Whether conditions decide about the order of fields in the answer: a field is selected under a condition, then another
 * field for the first time and without that condition, then the first one again. When the first selection is skipped, the field belongs after
 * the other one.
 *
 * @param selectionSet of an object, without fragment spreads
 */
export function hasConditionalOrder(selectionSet: SelectionSetNode): boolean {
  return isUncertainIn([{ set: selectionSet, conditions: [] }])
}

/** @param sets those of one object */
function isUncertainIn(sets: readonly ConditionalSet[]): boolean {
  const fields = sets.flatMap(({ set, conditions }) => set.selections.flatMap(one => fieldsOf(one, conditions)))
  const firstOf = (key: string) => fields.findIndex(other => other.key === key)
  const isUncertain = ({ key, conditions }: SelectedField, place: number) =>
    conditions.length > 0 &&
    fields
      .slice(
        place + 1,
        fields.findLastIndex(other => other.key === key),
      )
      .some(other => firstOf(other.key) > place && !conditions.every(condition => other.conditions.includes(condition)))
  if (fields.some(isUncertain)) return true
  const below = Map.groupBy(fields, ({ key }) => key).values()
  return below
    .map(equal =>
      equal.flatMap(({ field: { selectionSet }, conditions }) =>
        selectionSet ? [{ set: selectionSet, conditions }] : [],
      ),
    )
    .some(deeper => deeper.length > 0 && isUncertainIn(deeper))
}

function fieldsOf(selection: SelectionNode, around: readonly string[]): SelectedField[] {
  const conditions = [...around, ...(selection.directives ?? []).map(directive => print(directive))]
  if (selection.kind === Kind.FIELD)
    return [{ key: (selection.alias ?? selection.name).value, field: selection, conditions }]
  if (selection.kind === Kind.FRAGMENT_SPREAD) return []
  return selection.selectionSet.selections.flatMap(one => fieldsOf(one, conditions))
}

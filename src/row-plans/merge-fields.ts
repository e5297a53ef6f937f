import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** The selected fields of an object, by their names in the answer. */
export type MergedFields = ReadonlyMap<string, readonly FieldNode[]>

/**
 * Merges the selections of an object, including inline fragments. Named fragments must have been inlined before.
 *
 * @returns null when a selection has a directive
 */
export function mergeFields(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  selectionSets: readonly (SelectionSetNode | undefined)[],
): MergedFields | null {
  const merged = new Map<string, FieldNode[]>()

  function add(selectionSet: SelectionSetNode | undefined): boolean {
    return (selectionSet?.selections ?? []).every(selection => {
      if (selection.kind === Kind.FRAGMENT_SPREAD || (selection.directives ?? []).length > 0) return false
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return !applies(selection.typeCondition?.name.value) || add(selection.selectionSet)
      const name = selection.alias?.value ?? selection.name.value
      const known = merged.get(name)
      if (known) known.push(selection)
      else merged.set(name, [selection])
      return true
    })
  }
  function applies(name: string | undefined): boolean {
    const condition = name === undefined ? type : schema.getType(name)
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type))
  }

  return selectionSets.every(add) ? merged : null
}

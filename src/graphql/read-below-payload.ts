import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema'>

/**
 * The first field asked for below a mutation's payload that only `read` opens, as a path; null when there is none. What the
 * mutation itself made (user errors, upload addresses, links, an erasure) is its answer; an entity could have been queried as
 * well, so everything of it but its `id` is reading. A field under a condition counts, whether the condition is met or not.
 */
export function findReadBelowPayload({ fieldNodes, fragments, returnType, schema }: Selected): string | null {
  const entities = entityNamesOf(schema)

  function findInField(parent: GraphQLNamedType, node: FieldNode, path: readonly string[]): string | null {
    const name = node.name.value
    const place = [...path, name]
    if (name.startsWith('__')) return null
    if (entities.has(parent.name) && name !== 'id') return place.join('.')
    const field = isObjectType(parent) ? parent.getFields()[name] : undefined
    return field && node.selectionSet ? findInSelection(getNamedType(field.type), node.selectionSet, place) : null
  }

  function findInSelection(
    parent: GraphQLNamedType,
    { selections }: SelectionSetNode,
    path: readonly string[],
  ): string | null {
    for (const selection of selections) {
      const found =
        selection.kind === Kind.FIELD
          ? findInField(parent, selection, path)
          : findInSelection(parent, selectionSetOf(selection), path)
      if (found !== null) return found
    }
    return null
  }

  function selectionSetOf(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>): SelectionSetNode {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet
    return fragments[selection.name.value]?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] }
  }

  for (const { selectionSet } of fieldNodes) {
    const found = selectionSet ? findInSelection(getNamedType(returnType), selectionSet, []) : null
    if (found !== null) return found
  }
  return null
}

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>()

/** Names of the types that can be looked up by a key. */
function entityNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const found = known.get(schema)
  if (found) return found
  const union = schema.getType('_Entity')
  const names = new Set(union && 'getTypes' in union ? union.getTypes().map(type => type.name) : [])
  known.set(schema, names)
  return names
}

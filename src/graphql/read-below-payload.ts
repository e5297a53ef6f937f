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
 * The path of the first field below a mutation's payload that needs `read`; null when there is none. What the mutation
 * itself created (user errors, upload addresses, links, an erasure) does not need it; an entity could also be queried,
 * so its fields except `id` do. A field under a condition counts always.
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

/** The names of the entity types. */
function entityNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const found = known.get(schema)
  if (found) return found
  const union = schema.getType('_Entity')
  const names = new Set(union && 'getTypes' in union ? union.getTypes().map(type => type.name) : [])
  known.set(schema, names)
  return names
}

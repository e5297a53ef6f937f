import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

type Selected = { readonly selectionSet?: SelectionSetNode }

/**
 * The names of the fields selected at the end of a path below a field: directly, in fragments, and also under conditions.
 */
export function selectedFields(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  path: readonly string[],
): ReadonlySet<string> {
  let parents: readonly Selected[] = fieldNodes
  for (const step of path) parents = fieldsOf(parents, fragments).filter(field => field.name.value === step)
  return new Set(fieldsOf(parents, fragments).map(field => field.name.value))
}

function fieldsOf(parents: readonly Selected[], fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  return parents.flatMap(({ selectionSet }) =>
    (selectionSet?.selections ?? []).flatMap(selection => {
      switch (selection.kind) {
        case Kind.FIELD:
          return [selection]
        case Kind.INLINE_FRAGMENT:
          return fieldsOf([selection], fragments)
        case Kind.FRAGMENT_SPREAD:
          return fieldsOf([fragments[selection.name.value] ?? {}], fragments)
      }
      return []
    }),
  )
}

import {
  __Schema,
  __Type,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { limits } from './limits.ts'

interface Scope {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/**
 * The number of values in the answer to an introspection of the schema or of one type. Each part of the schema is
 * counted once for each place in the selection, so nesting costs no time. Deprecated members count always. Counting
 * stops when there are more than an answer may have.
 */
export function countIntrospection(scope: Scope, selectionSet: SelectionSetNode, about: object): number {
  const { schema, fragments } = scope
  const counted = new Map<SelectionSetNode, Map<object, number>>()

  function count(type: GraphQLObjectType, selections: SelectionSetNode, source: object): number {
    const known = counted.get(selections) ?? new Map<object, number>()
    counted.set(selections, known)
    const found = known.get(source)
    if (found !== undefined) return found
    // A fragment within itself is refused by another rule.
    known.set(source, 0)
    let values = 0
    for (const selection of selections.selections) {
      if (values > limits.values) break
      if (selection.kind === Kind.FIELD)
        values += countField(type, selection.name.value, selection.selectionSet, source)
      else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
        if (fragment) values += count(type, fragment.selectionSet, source)
      }
    }
    known.set(source, values)
    return values
  }

  function countField(
    type: GraphQLObjectType,
    name: string,
    selections: SelectionSetNode | undefined,
    source: object,
  ): number {
    const field = type.getFields()[name]
    if (!field?.resolve) return 1
    const inner = getNamedType(field.type)
    const isList = isListType(getNullableType(field.type))
    if (!isList && !selections) return 1
    // The introspection resolvers of graphql-js use neither the context nor any info except the schema.
    const answer: unknown = Reflect.apply(field.resolve, undefined, [
      source,
      { includeDeprecated: true },
      undefined,
      { schema },
    ])
    const items: readonly unknown[] = isList && Array.isArray(answer) ? answer : [answer]
    let values = 0
    for (const item of items) {
      if (values > limits.values) break
      values += 1
      if (selections && isObjectType(inner) && typeof item === 'object' && item !== null)
        values += count(inner, selections, item)
    }
    return values
  }

  return count(about === schema ? __Schema : __Type, selectionSet, about)
}

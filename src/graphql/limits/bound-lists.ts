import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { objectFieldsOf } from '../object-fields.ts'
import { countValues } from './answer-size.ts'
import { limits, weights } from './limits.ts'
import { declaredListSize } from './list-size.ts'

type Field = GraphQLField<unknown, object>

/**
 * Makes every list of the schema return no more items than it declares by `@listSize(assumedSize:)`, and counts the
 * values of the answer. An answer with more than `maxValues` values fails with QUERY_TOO_COMPLEX, and no further lists
 * are resolved.
 *
 * @throws Error for a list without a declared size
 */
export function boundLists(schema: GraphQLSchema, maxValues: number = limits.values): GraphQLSchema {
  for (const { type, field } of objectFieldsOf(schema))
    if (isListType(getNullableType(field.type))) bound(field, boundOf(type.name, field), maxValues)
    else if (String(getNamedType(field.type)) === 'JSON') countJson(field, maxValues)
  return schema
}

/** The most items of a list. */
export function boundOf(typeName: string, field: Pick<Field, 'name' | 'astNode' | 'extensions'>): number {
  if (field.name === '_entities') return limits.representations
  if (field.name === 'edges') return weights.longestPage
  const size = declaredListSize(field)
  if (size === null)
    throw new Error(`${typeName}.${field.name} does not say how long it may be: declare @listSize(assumedSize:).`)
  return size
}

function bound(field: Field, length: number, maxValues: number): void {
  const { resolve = defaultFieldResolver } = field
  field.resolve = (source, args, context, info) => {
    // Throws if the answer is already too large.
    countValues(context, 0, maxValues)
    const cut = (list: unknown): unknown => {
      if (!Array.isArray(list)) return list
      const answered: readonly unknown[] = list.length > length ? list.slice(0, length) : list
      countValues(context, answered.length * valuesOfItem(info), maxValues)
      return answered
    }
    const list: unknown = resolve(source, args, context, info)
    return list instanceof Promise ? list.then(cut) : cut(list)
  }
}

/** Characters of JSON that count as one value. */
const charactersPerValue = 20

function countJson(field: Field, maxValues: number): void {
  const { resolve = defaultFieldResolver } = field
  field.resolve = (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info)
    if (typeof value === 'object' && value !== null)
      countValues(context, Math.ceil(JSON.stringify(value).length / charactersPerValue), maxValues)
    return value
  }
}

const known = new WeakMap<FieldNode, number>()

/** The values that one item of a list adds to the answer. Lists below it are counted when they are resolved. */
export function valuesOfItem({
  fieldNodes,
  fragments,
  returnType,
  schema,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema'>): number {
  const [first] = fieldNodes
  const found = first && known.get(first)
  if (found !== undefined) return found
  const item = getNamedType(returnType)
  const values = fieldNodes.reduce(
    (sum, { selectionSet }) => sum + (selectionSet ? valuesOf(item, selectionSet) : 0),
    1,
  )
  if (first) known.set(first, values)
  return values

  function valuesOf(type: GraphQLNamedType, { selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + valuesOfField(type, selection)
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]
      if (!fragment) return sum
      const narrowed = schema.getType(fragment.typeCondition?.name.value ?? type.name) ?? type
      return sum + valuesOf(narrowed, fragment.selectionSet)
    }, 0)
  }
  function valuesOfField(type: GraphQLNamedType, { name, selectionSet }: FieldNode): number {
    const field = isObjectType(type) ? type.getFields()[name.value] : undefined
    const isList = field && isListType(getNullableType(field.type))
    const inner = field && getNamedType(field.type)
    return 1 + (selectionSet && isCompositeType(inner) && !isList ? valuesOf(inner, selectionSet) : 0)
  }
}

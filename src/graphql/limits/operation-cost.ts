import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql'
import { boundOf } from './bound-lists.ts'
import { countIntrospection } from './introspection-values.ts'
import { usualLengths, weights } from './limits.ts'

export type Variables = Readonly<Record<string, unknown>>

/** A number that may depend on the variables. */
type Amount = number | ((variables: Variables) => number)

/** The number of values of an answer, as a sum of parts. */
interface Cost {
  readonly fixed: number
  readonly lists: readonly { readonly length: (variables: Variables) => number; readonly each: Cost }[]
}

/** The cost of one operation of a valid document. */
export interface OperationCost {
  /** The number of paged lists, each as often as its fragment is spread. */
  readonly lists: number
  /** The values in the answer if every page is full and every other list has its assumed length. */
  values(variables: Variables): number
}

interface Scope {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly defaults: ReadonlyMap<string, ValueNode>
  /** Paged lists met so far. */
  lists: number
}

/** Computes the part of the cost that does not depend on variables. The document must be valid and within the limits. */
export function createOperationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const defaults = new Map<string, ValueNode>()
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) defaults.set(variable.name.value, defaultValue)
  const scope: Scope = { schema, fragments, defaults, lists: 0 }
  const root = schema.getRootType(operation.operation)
  const cost = root ? costOfSelection(scope, root.name, operation.selectionSet, 1) : { fixed: 0, lists: [] }
  return { lists: scope.lists, values: variables => evaluate(cost, variables) }
}

function evaluate({ fixed, lists }: Cost, variables: Variables): number {
  return lists.reduce((sum, { length, each }) => sum + length(variables) * evaluate(each, variables), fixed)
}

/** @param page the number of edges, if the selection is that of a page */
function costOfSelection(scope: Scope, typeName: string, { selections }: SelectionSetNode, page: Amount): Cost {
  return sum(
    selections.map(selection => {
      switch (selection.kind) {
        case Kind.FIELD:
          return costOfField(scope, typeName, selection, page)
        case Kind.INLINE_FRAGMENT:
          return costOfSelection(scope, selection.typeCondition?.name.value ?? typeName, selection.selectionSet, page)
        case Kind.FRAGMENT_SPREAD: {
          const fragment = scope.fragments.get(selection.name.value)
          if (!fragment) return nothing
          return costOfSelection(scope, fragment.typeCondition.name.value, fragment.selectionSet, page)
        }
      }
      return nothing
    }),
  )
}

function costOfField(scope: Scope, typeName: string, node: FieldNode, page: Amount): Cost {
  const field = findField(scope.schema, typeName, node.name.value)
  const type = field && getNamedType(field.type)
  if (field === SchemaMetaFieldDef || field === TypeMetaFieldDef)
    return valuesOnce(costOfIntrospection(scope, field, node))
  if (!field || !isCompositeType(type) || !node.selectionSet) {
    const isCount = node.name.value === 'totalCount'
    const each = valuesOnce(isCount ? 1 + weights.lookUp : 1)
    return field && isList(field) ? times(lengthOf(scope, typeName, { field, node, page }), each) : each
  }
  if (isConnection(type)) {
    scope.lists += 1
    const inner = costOfSelection(scope, type.name, node.selectionSet, pageSizeOf(scope, node))
    return sum([{ fixed: 1 + weights.lookUp, lists: [] }, inner])
  }
  const inner = costOfSelection(scope, type.name, node.selectionSet, 1)
  const each = sum([{ fixed: 1, lists: [] }, inner])
  return isList(field) ? times(lengthOf(scope, typeName, { field, node, page }), each) : each
}

function findField(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
  if (typeName === schema.getQueryType()?.name)
    for (const meta of [SchemaMetaFieldDef, TypeMetaFieldDef]) if (meta.name === name) return meta
  const type = schema.getType(typeName)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

function isConnection(type: unknown): type is GraphQLObjectType {
  if (!isObjectType(type)) return false
  const { edges, pageInfo } = type.getFields()
  return edges !== undefined && pageInfo !== undefined
}

interface ListField {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  readonly page: Amount
}

const isList = (field: GraphQLField<unknown, unknown>) => isListType(getNullableType(field.type))

function lengthOf(scope: Scope, typeName: string, { field, node, page }: ListField): Amount {
  if (field.name === 'edges') return page
  const representations = node.arguments?.find(argument => argument.name.value === 'representations')
  return representations ? entriesOf(scope, representations.value) : assumedLength(typeName, field)
}

function assumedLength(typeName: string, field: GraphQLField<unknown, unknown>): number {
  return usualLengths[`${typeName}.${field.name}`] ?? boundOf(typeName, field)
}

function valuesOnce(fixed: number): Cost {
  return { fixed, lists: [] }
}

/** The answer to an introspection is known beforehand, so its real number of values is used. */
function costOfIntrospection(
  { schema, fragments }: Scope,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): number {
  const { selectionSet } = node
  if (!selectionSet) return 1
  if (field === SchemaMetaFieldDef) return 1 + countIntrospection({ schema, fragments }, selectionSet, schema)
  const types = Object.values(schema.getTypeMap())
  return 1 + Math.max(...types.map(type => countIntrospection({ schema, fragments }, selectionSet, type)))
}

function pageSizeOf(scope: Scope, { arguments: args = [] }: FieldNode): Amount {
  const sizes = args.filter(({ name }) => name.value === 'first' || name.value === 'last')
  const asked = sizes.map(({ value }) => amountOf(scope, value, toPageSize))
  // Two sizes at once are refused later.
  return asked[0] ?? weights.page
}

function toPageSize(value: unknown): number {
  return typeof value === 'number' ? Math.min(Math.max(value, 0), weights.longestPage) : weights.page
}

function entriesOf(scope: Scope, value: ValueNode): Amount {
  return amountOf(scope, value, entries => (Array.isArray(entries) ? entries.length : 1))
}

/** A number from an argument, which may be a variable. */
function amountOf({ defaults }: Scope, value: ValueNode, read: (value: unknown) => number): Amount {
  if (value.kind !== Kind.VARIABLE) return read(toPlain(value))
  const name = value.name.value
  const otherwise = defaults.get(name)
  return variables => read(variables[name] ?? (variables[name] === null || !otherwise ? null : toPlain(otherwise)))
}

/** The value of a literal: its number, or its list items. Other literals are null. */
function toPlain(value: ValueNode): unknown {
  if (value.kind === Kind.INT) return Number(value.value)
  return value.kind === Kind.LIST ? value.values : null
}

const nothing: Cost = { fixed: 0, lists: [] }

function sum(costs: readonly Cost[]): Cost {
  return {
    fixed: costs.reduce((total, cost) => total + cost.fixed, 0),
    lists: costs.flatMap(cost => cost.lists),
  }
}

function times(length: Amount, each: Cost): Cost {
  if (typeof length === 'function') return { fixed: 0, lists: [{ length, each }] }
  return {
    fixed: length * each.fixed,
    lists: each.lists.map(list => ({ ...list, length: variables => length * list.length(variables) })),
  }
}

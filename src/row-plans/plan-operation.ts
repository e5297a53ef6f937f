import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Alternatives } from '../graphql/scope-directives.ts'
import { mergeFields } from './merge-fields.ts'
import { rowsField } from './planned-schema.ts'
import { createTransactionPlan, type RowPlan } from './transaction-plan.ts'

/** An operation in which planned lists have one scalar instead of their edges. */
export interface PlannedOperation {
  readonly document: DocumentNode
  /** The plan of each list, by its node in the document. */
  readonly plans: ReadonlyMap<FieldNode, RowPlan>
  /** The scopes that a caller needs for all plans. */
  readonly scopes: readonly Alternatives[]
}

/**
 * Plans the lists of a query whose named fragments were inlined.
 *
 * @returns null when there is nothing to plan, or when the selections of one list in several places would have to be merged
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): PlannedOperation | null {
  const operation = getOperationAST(document, operationName)
  const root = schema.getQueryType()
  if (operation?.operation !== 'query' || !root) return null
  const plans = new Map<FieldNode, RowPlan>()
  const paths = new Set<string>()
  let isSelectedTwice = false

  function planSelections(typeName: string, { selections }: SelectionSetNode, path: string): SelectionSetNode {
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.map((selection): SelectionNode => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return selection
        if (selection.kind === Kind.FIELD) return planField(typeName, selection, path)
        const own = selection.typeCondition?.name.value ?? typeName
        return { ...selection, selectionSet: planSelections(own, selection.selectionSet, path) }
      }),
    }
  }

  function planField(typeName: string, node: FieldNode, parentPath: string): FieldNode {
    const type = schema.getType(typeName)
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined
    if (!field || !node.selectionSet) return node
    const path = `${parentPath}.${typeName} ${node.alias?.value ?? node.name.value}`
    const { name } = getNamedType(field.type)
    if (name !== 'TransactionConnection')
      return { ...node, selectionSet: planSelections(name, node.selectionSet, path) }
    isSelectedTwice ||= paths.has(path)
    paths.add(path)
    return planList(node) ?? node
  }

  function planList(node: FieldNode): FieldNode | null {
    const connection = schema.getType('TransactionConnection')
    const merged = isObjectType(connection) ? mergeFields(schema, connection, [node.selectionSet]) : null
    if (!merged) return null
    const selections = [...merged].flatMap(([key, nodes]) => nodes.map(own => ({ key, own })))
    const edges = selections.filter(({ own }) => own.name.value === 'edges')
    const [first] = edges
    if (!first || edges.some(({ key }) => key !== first.key)) return null
    const plan = createTransactionPlan(
      schema,
      edges.map(({ own }) => own),
    )
    if (!plan) return null
    const { loc } = first.own
    const rows: FieldNode = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: rowsField },
      alias: { kind: Kind.NAME, value: first.key },
      ...(loc && { loc }),
    }
    const planned = selections.flatMap(({ own }) =>
      own === first.own ? [rows] : edges.some(edge => edge.own === own) ? [] : [own],
    )
    const list: FieldNode = { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: planned } }
    plans.set(list, plan)
    return list
  }

  const selectionSet = planSelections(root.name, operation.selectionSet, '')
  if (plans.size === 0 || isSelectedTwice) return null
  const definitions = [{ ...operation, selectionSet }]
  const scopes = [...plans.values()].flatMap(plan => plan.scopes)
  return { document: { kind: Kind.DOCUMENT, definitions }, plans, scopes }
}

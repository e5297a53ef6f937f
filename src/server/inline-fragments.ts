import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { getOperationAST, Kind } from 'graphql'
import { hasConditionalOrder } from './conditional-order.ts'

/** An operation in which every fragment is inlined. */
export interface InlinedOperation {
  readonly document: DocumentNode
  /** The number of fields and inline fragments after inlining. */
  readonly selections: number
}

/**
 * A document of one operation in which every fragment is inlined. graphql-jit evaluates a named fragment once in a
 * selection, whatever the conditions of its spreads; inlined, each spread has its own conditions.
 *
 * @returns null for an unknown operation, one with more than `maxSelections`, and one in which conditions decide about the
 *   order of fields: graphql-jit gives a field the place of its first selection, even if that is skipped
 */
export function inlineFragments(
  document: DocumentNode,
  operationName: string | null,
  maxSelections: number,
): InlinedOperation | null {
  const operation = getOperationAST(document, operationName)
  if (!operation) return null
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  let selections = 0

  /** @returns null when there are too many selections */
  function inPlace({ selections: written }: SelectionSetNode): SelectionSetNode | null {
    const inlined: SelectionNode[] = []
    for (const selection of written) {
      selections += 1
      if (selections > maxSelections) return null
      const found = inlineSelection(selection)
      if (!found) return null
      inlined.push(found)
    }
    return { kind: Kind.SELECTION_SET, selections: inlined }
  }

  /** Creates a new node for every place, because graphql-jit writes conditions into the nodes. */
  function inlineSelection(selection: SelectionNode): SelectionNode | null {
    if (selection.kind === Kind.FIELD) {
      if (!selection.selectionSet) return { ...selection }
      const selectionSet = inPlace(selection.selectionSet)
      return selectionSet && { ...selection, selectionSet }
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const selectionSet = inPlace(selection.selectionSet)
      return selectionSet && { ...selection, selectionSet }
    }
    const fragment = fragments.get(selection.name.value)
    if (!fragment) throw new Error(`There is no fragment ${selection.name.value}.`)
    const selectionSet = inPlace(fragment.selectionSet)
    const { directives } = selection
    return (
      selectionSet && { kind: Kind.INLINE_FRAGMENT, typeCondition: fragment.typeCondition, directives, selectionSet }
    )
  }

  const selectionSet = inPlace(operation.selectionSet)
  if (!selectionSet || hasConditionalOrder(selectionSet)) return null
  const inlined: OperationDefinitionNode = { ...operation, selectionSet }
  return { document: { kind: Kind.DOCUMENT, definitions: [inlined] }, selections }
}

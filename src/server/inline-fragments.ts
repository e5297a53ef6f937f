import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { getOperationAST, Kind } from 'graphql'

/** An operation with every fragment in its place. */
export interface InlinedOperation {
  readonly document: DocumentNode
  /** Fields and inline fragments, each as often as it stands there. */
  readonly selections: number
}

/**
 * A document of one operation with every fragment in its place. graphql-jit takes a named fragment once in a selection,
 * whatever the conditions under which it is spread; written out, each has its own.
 *
 * Visits what it writes once, and stops at `maxSelections`.
 *
 * @returns null for an operation with more selections, or one that is not there
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

  /** null once there are too many. */
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

  /** A node of its own for every place: graphql-jit notes conditions on the nodes. */
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
  if (!selectionSet) return null
  const inlined: OperationDefinitionNode = { ...operation, selectionSet }
  return { document: { kind: Kind.DOCUMENT, definitions: [inlined] }, selections }
}

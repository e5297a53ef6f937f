import type { DocumentNode, FieldNode, FragmentSpreadNode, InlineFragmentNode } from 'graphql'
import { Kind, visit } from 'graphql'

/**
 * The same document with every fragment in its place. graphql-jit takes a named fragment once in a selection, whatever the
 * conditions under which it is spread; written out, each has its own.
 */
export function inlineFragments(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap(node => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )

  function inPlace<Node extends DocumentNode | InlineFragmentNode>(node: Node): Node {
    return visit(node, {
      // A node of its own for every place: graphql-jit notes conditions on the nodes.
      Field: (field: FieldNode) => ({ ...field }),
      FragmentSpread(spread: FragmentSpreadNode): InlineFragmentNode {
        const fragment = fragments.get(spread.name.value)
        if (!fragment) throw new Error(`There is no fragment ${spread.name.value}.`)
        const { typeCondition, selectionSet } = fragment
        return inPlace({ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: spread.directives, selectionSet })
      },
    })
  }

  const operations = document.definitions.filter(node => node.kind === Kind.OPERATION_DEFINITION)
  return inPlace({ ...document, definitions: operations })
}

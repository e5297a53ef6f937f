import { buildSubgraphSchema } from '@apollo/subgraph'
import { type DirectiveNode, type DocumentNode, findBreakingChanges, Kind, print, visit } from 'graphql'

/**
 * The changes of a schema that would break clients or other subgraphs of a federation, each as a sentence.
 */
export function findBreaking(released: DocumentNode, current: DocumentNode): string[] {
  const changes = findBreakingChanges(
    buildSubgraphSchema([{ typeDefs: released }]),
    buildSubgraphSchema([{ typeDefs: current }]),
  )
  return [...changes.map(({ description }) => description), ...findBrokenDirectives(released, current)]
}

/** graphql-js does not check the directives of federation. */
function findBrokenDirectives(released: DocumentNode, current: DocumentNode): string[] {
  const before = directivesOf(released)
  const now = directivesOf(current)
  return [...now].flatMap(([place, directives]) => {
    const known = before.get(place)
    if (!known) return []
    const lost = [...known].filter(directive => isPromise(directive) && !directives.has(directive))
    const gained = [...directives].filter(directive => isDemand(directive) && !known.has(directive))
    return [
      ...lost.map(directive => `${place} lost ${directive}.`),
      ...gained.map(directive => `${place} now has ${directive}.`),
    ]
  })
}

/** Other subgraphs refer to entities by their keys, and may define shareable types, too. */
const isPromise = (directive: string) => directive.startsWith('@key(') || directive === '@shareable'
/** Callers without the scopes are refused. */
const isDemand = (directive: string) => directive.startsWith('@requiresScopes(')

/** The directives as written, by type or field. */
function directivesOf(document: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  let type = ''
  const add = (place: string, directives: readonly DirectiveNode[] = []) => {
    const known = found.get(place) ?? new Set()
    found.set(place, new Set([...known, ...directives.map(print)]))
  }
  visit(document, {
    enter(node) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.OBJECT_TYPE_EXTENSION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_EXTENSION:
          type = node.name.value
          return add(type, node.directives)
        case Kind.FIELD_DEFINITION:
          return add(`${type}.${node.name.value}`, node.directives)
      }
    },
  })
  return found
}

import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  GraphQLError,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'
import type { AppError } from '../../errors.ts'
import { limits } from './limits.ts'
import { tooComplex } from './too-complex.ts'

/** The size of a selection after its fragments are inlined. */
interface Extent {
  readonly depth: number
  readonly fields: number
  readonly selections: number
  readonly aliases: number
}

const nothing: Extent = { depth: 0, fields: 0, selections: 0, aliases: 0 }

/**
 * A validation rule that refuses documents beyond the limits and hides them from the other rules, some of which take
 * quadratic time. Visits each fragment once, however often it is spread.
 */
export function limitDocument(context: ValidationContext): ASTVisitor {
  return {
    Document: {
      enter(document) {
        const fault = findExcess(document) ?? findConditionalSubscription(document)
        if (!fault) return undefined
        context.reportError(fault)
        return { ...document, definitions: [] }
      },
    },
  }
}

function findExcess(document: DocumentNode): GraphQLError | null {
  const excess = describeExcess(document)
  return excess && new GraphQLError(excess.message, { extensions: { code: excess.code } })
}

/**
 * A subscription whose field is left out by a condition has no events, and graphql-js throws for it.
 *
 * @see https://spec.graphql.org/September2025/#sec-Single-Root-Field
 */
function findConditionalSubscription({ definitions }: DocumentNode): GraphQLError | null {
  const fragments = fragmentsOf(definitions)
  const entered = new Set<string>()

  function findCondition({ selections }: SelectionSetNode): DirectiveNode | null {
    for (const selection of selections) {
      const condition = selection.directives?.find(({ name }) => name.value === 'skip' || name.value === 'include')
      if (condition) return condition
      const inner = selection.kind === Kind.FIELD ? null : enter(selection)
      if (inner) return inner
    }
    return null
  }
  function enter(selection: InlineFragmentNode | FragmentSpreadNode): DirectiveNode | null {
    if (selection.kind === Kind.INLINE_FRAGMENT) return findCondition(selection.selectionSet)
    const fragment = fragments.get(selection.name.value)
    if (!fragment || entered.has(fragment.name.value)) return null
    entered.add(fragment.name.value)
    return findCondition(fragment.selectionSet)
  }

  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'subscription') continue
    const condition = findCondition(definition.selectionSet)
    if (condition)
      return new GraphQLError(
        `The field of a subscription must not have the directive @${condition.name.value}. Put it on fields below, or do not subscribe.`,
        { nodes: condition, extensions: { code: 'BAD_USER_INPUT' } },
      )
  }
  return null
}

function fragmentsOf(definitions: DocumentNode['definitions']): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(found.map(fragment => [fragment.name.value, fragment]))
}

function describeExcess(document: DocumentNode): AppError | null {
  const operations = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
  if (operations.length > limits.operations)
    return tooComplex('The document has', [operations.length, limits.operations], 'operations')
  const { extents, directives } = measure(document)
  if (directives > limits.directives)
    return tooComplex('The document has', [directives, limits.directives], 'directives')
  for (const { depth, fields, selections, aliases } of extents) {
    if (depth > limits.depth) return tooComplex('The query has', [depth, limits.depth], 'levels of fields')
    if (fields > limits.fields)
      return tooComplex('The query has', [fields, limits.fields], 'fields, those of fragments included')
    if (selections > limits.selections)
      return tooComplex('The query has', [selections, limits.selections], 'fields and fragments')
    if (aliases > limits.aliases)
      return tooComplex('The query has', [aliases, limits.aliases], 'aliases, those of fragments included')
  }
  return null
}

function measure({ definitions }: DocumentNode) {
  const fragments = fragmentsOf(definitions)
  const measured = new Map<string, Extent>()
  let directives = 0

  const countDirectives = ({ directives: found = [] }: { readonly directives?: readonly unknown[] }) => {
    directives += found.length
  }

  function extentOfFragment(name: string): Extent {
    const known = measured.get(name)
    if (known) return known
    // A fragment that contains itself is refused by another rule.
    measured.set(name, nothing)
    const fragment = fragments.get(name)
    const extent = fragment ? extentOf(fragment.selectionSet) : nothing
    if (fragment) countDirectives(fragment)
    measured.set(name, extent)
    return extent
  }

  function extentOf(selectionSet: SelectionSetNode | undefined): Extent {
    let { depth, fields, selections, aliases } = nothing
    for (const selection of selectionSet?.selections ?? []) {
      countDirectives(selection)
      const isField = selection.kind === Kind.FIELD
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? extentOfFragment(selection.name.value)
          : extentOf(selection.selectionSet)
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0))
      fields += inner.fields + (isField ? 1 : 0)
      selections += inner.selections + 1
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0)
    }
    return { depth, fields, selections, aliases }
  }

  const extents: Extent[] = []
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) extents.push(extentOfFragment(definition.name.value))
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    countDirectives(definition)
    for (const variable of definition.variableDefinitions ?? []) countDirectives(variable)
    extents.push(extentOf(definition.selectionSet))
  }
  return { extents, directives }
}

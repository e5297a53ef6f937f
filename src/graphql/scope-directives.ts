import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped, visit } from 'graphql'
import { z } from 'zod'
import { isScope, type Scope } from '../auth/caller.ts'

/** Sets of scopes. Any one of them gives access to a field. */
export type Alternatives = readonly (readonly Scope[])[]

const directiveName = 'requiresScopes'
const alternativesSchema = z.array(z.array(z.string().refine(isScope)))

/**
 * The scopes that `@requiresScopes` declares, by `Type.field`.
 *
 * @throws Error for a directive on a type, which would not be enforced, and for a scope that does not exist
 */
export function readScopeDirectives(typeDefs: DocumentNode): ReadonlyMap<string, Alternatives> {
  const found = new Map<string, Alternatives>()
  for (const definition of typeDefs.definitions) {
    if ('directives' in definition && findScopes(definition.directives) && 'name' in definition)
      throw new Error(`@${directiveName} on ${definition.name?.value} is not enforced: put it on fields.`)
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    for (const field of definition.fields ?? []) {
      const value = findScopes(field.directives)?.arguments?.find(({ name }) => name.value === 'scopes')?.value
      if (value)
        found.set(`${definition.name.value}.${field.name.value}`, alternativesSchema.parse(valueFromASTUntyped(value)))
    }
  }
  return found
}

/**
 * The same definitions without `@requiresScopes` and without its import. Apollo's gateway refuses a supergraph that has the
 * directive, and its router enforces it only with a licence.
 */
export function withoutScopeDirectives(typeDefs: DocumentNode): DocumentNode {
  return visit(typeDefs, {
    Directive: node => (node.name.value === directiveName ? null : undefined),
    StringValue: (node, _key, parent) =>
      Array.isArray(parent) && node.value === `@${directiveName}` ? null : undefined,
  })
}

function findScopes(directives: readonly DirectiveNode[] = []): DirectiveNode | undefined {
  return directives.find(directive => directive.name.value === directiveName)
}

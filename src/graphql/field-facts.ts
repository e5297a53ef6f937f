import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { Scope } from '../auth/caller.ts'
import { objectFieldsOf } from './object-fields.ts'
import type { Alternatives } from './scope-directives.ts'

type Field = GraphQLField<unknown, never>

/** Facts about a field, stored in its extensions, which schemas made from this one keep. */
class FieldFacts {
  /** Whether it has no resolver of its own except checks and bounds, and so returns its parent's member of the same name. */
  readonly isPlain: boolean
  /** A caller needs one set of scopes of each of these alternatives. */
  readonly scopes: readonly Alternatives[]
  constructor(isPlain: boolean, scopes: readonly Alternatives[]) {
    this.isPlain = isPlain
    this.scopes = scopes
  }
}

const unknownField = new FieldFacts(false, [])

export function factsOf({ extensions }: Pick<Field, 'extensions'>): FieldFacts {
  const { facts } = extensions
  return facts instanceof FieldFacts ? facts : unknownField
}

/** Marks fields without a resolver. To be called before checks and bounds wrap them. */
export function notePlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const { field } of objectFieldsOf(schema)) note(field, new FieldFacts(!field.resolve, []))
  return schema
}

/** Stores the scopes that a field needs. */
export function noteScopes(field: Field, scopes: readonly Alternatives[]): void {
  note(field, new FieldFacts(factsOf(field).isPlain, scopes))
}

function note(field: Field, facts: FieldFacts): void {
  field.extensions = { ...field.extensions, facts }
}

export function holdsOne(alternatives: Alternatives, held: ReadonlySet<Scope>): boolean {
  return alternatives.some(scopes => scopes.every(scope => held.has(scope)))
}

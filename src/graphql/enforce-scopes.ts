import {
  type DirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql'
import { z } from 'zod'
import { isScope, type Scope } from '../auth/caller.ts'
import { AppError } from '../errors.ts'
import type { GraphQLContext } from './context.ts'

/** Any of these sets of scopes opens the field. */
type Alternatives = readonly (readonly Scope[])[]

const directiveName = 'requiresScopes'
const scopeSchema = z.string().refine(isScope)
const alternativesSchema = z.array(z.array(scopeSchema))
const reading: Alternatives = [['read']]

/**
 * Has every field with `@requiresScopes` refuse callers that lack them, before it does anything. Reading needs `read`: so do
 * all queries, entities included, and subscriptions.
 *
 * @throws Error when the directive stands where it would not be enforced, or names a scope that does not exist
 */
export function enforceScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (findDirective(type.astNode) ?? type.extensionASTNodes.map(findDirective).find(found => found !== undefined))
      throw new Error(`@${directiveName} on ${type.name} is not enforced: put it on fields.`)
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) guard(schema, type, field)
  }
  return schema
}

function guard(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, GraphQLContext>): void {
  const alternatives = [...declared(field), ...implied(schema, type, field)]
  if (alternatives.length === 0) return
  const check = ({ caller }: GraphQLContext) => {
    for (const needed of alternatives) requireAny(needed, caller.scopes)
  }
  const { resolve = defaultFieldResolver, subscribe } = field
  if (subscribe)
    field.subscribe = (source, args, context, info) => {
      check(context)
      return subscribe(source, args, context, info)
    }
  else
    field.resolve = (source, args, context, info) => {
      check(context)
      return resolve(source, args, context, info)
    }
}

function declared(field: GraphQLField<unknown, GraphQLContext>): Alternatives[] {
  const directive = findDirective(field.astNode)
  const value = directive?.arguments?.find(argument => argument.name.value === 'scopes')?.value
  return value ? [alternativesSchema.parse(valueFromASTUntyped(value))] : []
}

function implied(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, GraphQLContext>,
): Alternatives[] {
  const isReading =
    type === schema.getSubscriptionType() || (type === schema.getQueryType() && field.name !== '_service')
  return isReading ? [reading] : []
}

function requireAny(alternatives: Alternatives, held: ReadonlySet<Scope>): void {
  if (alternatives.some(scopes => scopes.every(scope => held.has(scope)))) return
  const wanted = alternatives.map(scopes => scopes.join(' and ')).join(', or ')
  throw new AppError('FORBIDDEN', `This needs the scope ${wanted}.`)
}

function findDirective(
  node: { readonly directives?: readonly DirectiveNode[] } | null | undefined,
): DirectiveNode | undefined {
  return node?.directives?.find(directive => directive.name.value === directiveName)
}

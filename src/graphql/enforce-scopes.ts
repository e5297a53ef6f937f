import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql'
import { AppError } from '../errors.ts'
import type { GraphQLContext } from './context.ts'
import { holdsOne, noteScopes } from './field-facts.ts'
import { countValues } from './limits/answer-size.ts'
import { objectFieldsOf } from './object-fields.ts'
import { findReadBelowPayload } from './read-below-payload.ts'
import type { Alternatives } from './scope-directives.ts'

const reading: Alternatives = [['read']]

/**
 * Makes every field with scopes refuse callers that lack them, before its resolver is called. All queries (including
 * entities) and subscriptions need `read`, and so do fields of entities below a mutation's payload, except their ids.
 *
 * @param declared scopes by `Type.field`
 */
export function enforceScopes(schema: GraphQLSchema, declared: ReadonlyMap<string, Alternatives>): GraphQLSchema {
  for (const { type, field, name } of objectFieldsOf(schema)) {
    if (type === schema.getMutationType()) guardAnswer(field)
    const own = declared.get(name)
    const isReading =
      type === schema.getSubscriptionType() || (type === schema.getQueryType() && field.name !== '_service')
    guard(field, [...(own ? [own] : []), ...(isReading ? [reading] : [])])
  }
  return schema
}

/** Refuses the whole mutation before it runs. Otherwise it would take effect and the caller would get no answer. */
function guardAnswer(field: GraphQLField<unknown, GraphQLContext>): void {
  const { resolve = defaultFieldResolver } = field
  field.resolve = (source, args, context, info) => {
    if (!context.caller.scopes.has('read')) {
      const place = findReadBelowPayload(info)
      if (place !== null)
        throw new AppError(
          'FORBIDDEN',
          `This needs the scope read: ${place}. Without it a mutation answers ids, userErrors and what it made itself.`,
        )
    }
    return resolve(source, args, context, info)
  }
}

function guard(field: GraphQLField<unknown, GraphQLContext>, alternatives: readonly Alternatives[]): void {
  if (alternatives.length === 0) return
  noteScopes(field, alternatives)
  const check = (context: GraphQLContext) => {
    for (const needed of alternatives) requireAny(needed, context)
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

/** The cost of an error in values, because it is created, located, formatted and sent for each refused field. */
const valuesPerRefusal = 100

function requireAny(alternatives: Alternatives, context: GraphQLContext): void {
  if (holdsOne(alternatives, context.caller.scopes)) return
  countValues(context, valuesPerRefusal)
  const wanted = alternatives.map(scopes => scopes.join(' and ')).join(', or ')
  throw new AppError('FORBIDDEN', `This needs the scope ${wanted}.`)
}

import { defaultFieldResolver, type GraphQLSchema, isObjectType, isUnionType } from 'graphql'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { isStorableText } from '../store/is-storable-text.ts'
import type { GraphQLContext } from './context.ts'

const representationSchema = z.looseObject({ __typename: z.string() })

/** The outcome for a representation before anything is read: an entity to load, no entity, or an error. */
type Outcome = { readonly load: object } | null | AppError

/**
 * Makes `_entities` answer each representation by itself. One with a null, missing or malformed key is null; one with
 * an unknown type is an error at its own path; the others are loaded as usual.
 */
export function resolveEntitiesAlone(schema: GraphQLSchema): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities
  if (!field) return schema
  const keys = readEntityKeys(schema)
  const { resolve = defaultFieldResolver } = field

  function outcomeOf(representation: unknown): Outcome {
    const parsed = representationSchema.safeParse(representation)
    if (!parsed.success)
      return new AppError('BAD_USER_INPUT', 'A representation must be an object with the name of its type, __typename.')
    const { __typename } = parsed.data
    const names = keys.get(__typename)
    if (!names) return new AppError('BAD_USER_INPUT', `There is no entity type ${quote(__typename)}.`)
    for (const name of names) {
      const key = parsed.data[name]
      if (typeof key === 'string' && isStorableText(key)) return { load: { __typename, [name]: key } }
    }
    return null
  }

  field.resolve = (source, args: { readonly representations: readonly unknown[] }, context: GraphQLContext, info) => {
    const outcomes = args.representations.map(outcomeOf)
    const known = outcomes.flatMap(outcome => (outcome !== null && 'load' in outcome ? [outcome.load] : []))
    // Promises in the given order, because each is loaded by a loader.
    const loaded: unknown = resolve(source, { representations: known }, context, info)
    if (!Array.isArray(loaded)) throw new Error('Entities are answered as a list.')
    const answers: readonly unknown[] = loaded
    let next = 0
    return outcomes.map(outcome => {
      if (outcome === null) return null
      if (outcome instanceof AppError) return Promise.reject(outcome)
      next += 1
      return answers[next - 1]
    })
  }
  return schema
}

/** The fields that are each a key of an entity type, by the name of the type. */
function readEntityKeys(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const union = schema.getType('_Entity')
  const entities = isUnionType(union) ? union.getTypes().filter(isObjectType) : []
  return new Map(
    entities.map(({ name, astNode, extensionASTNodes }) => {
      const directives = [astNode, ...extensionASTNodes].flatMap(node => node?.directives ?? [])
      const keys = directives.flatMap(directive => {
        const fields = directive.arguments?.find(argument => argument.name.value === 'fields')?.value
        return directive.name.value === 'key' && fields?.kind === 'StringValue' ? [fields.value.trim()] : []
      })
      const compound = keys.find(key => !/^\w+$/.test(key))
      if (compound !== undefined) throw new Error(`The key "${compound}" of ${name} is not a single field.`)
      return [name, keys] as const
    }),
  )
}

/** A text of a caller, cut for a message. */
function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
}

import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql'

const samples: Readonly<Record<string, unknown>> = { Int: 1, Boolean: true, URL: 'https://app.example/' }

/** The smallest valid input of a type. */
export function sampleOf(type: GraphQLInputType | undefined): unknown {
  if (!type || !isNonNullType(type)) return null
  const wanted: GraphQLInputType = type.ofType
  if (isListType(wanted)) return []
  if (isEnumType(wanted)) return wanted.getValues()[0]?.name
  if (!isInputObjectType(wanted)) return samples[wanted.name] ?? 'x'
  const required = Object.values(wanted.getFields()).filter(field => isNonNullType(field.type))
  return Object.fromEntries(required.map(field => [field.name, sampleOf(field.type)]))
}

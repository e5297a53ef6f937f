import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
} from 'graphql'
import { isExactNumber } from '../domain/exact-number.ts'

type Variables = Readonly<Record<string, unknown>>

/**
 * The variables with every number that is held as text (`10.0`) converted to a JavaScript number, which all types
 * except JSON need. To be called before any other use of them.
 */
export function withPlainNumbers(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): Variables {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
  const types = new Map(definitions.map(({ variable, type }) => [variable.name.value, typeFromAST(schema, type)]))
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const type = types.get(name)
      return [name, type && isInputType(type) ? plain(type, value) : value]
    }),
  )
}

function plain(wrapped: GraphQLInputType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const type = getNullableType(wrapped)
  if (isExactNumber(value)) return !isListType(type) && type.name === 'JSON' ? value : Number(value.rawJSON)
  // Only as deep as the type, because the value may be nested without a limit.
  if (isListType(type) && Array.isArray(value)) return value.map(entry => plain(type.ofType, entry))
  if (!isInputObjectType(type)) return value
  const fields = type.getFields()
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const field = fields[name]
      return [name, field ? plain(field.type, member) : member]
    }),
  )
}

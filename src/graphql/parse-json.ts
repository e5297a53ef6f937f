import { GraphQLError, Kind, type ValueNode } from 'graphql'
import { toExactNumber } from '../domain/exact-number.ts'
import { isJsonValue, type JsonValue } from '../domain/json.ts'

/** @throws GraphQLError for a value that JSON cannot carry */
export function parseJsonValue(value: unknown): JsonValue {
  if (isJsonValue(value)) return value
  throw badInput('This is not a JSON value.')
}

/** The value of a literal in the text of a query. Numbers keep their digits. */
export function parseJsonLiteral(node: ValueNode, variables?: Readonly<Record<string, unknown>> | null): JsonValue {
  switch (node.kind) {
    case Kind.NULL:
      return null
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value
    case Kind.INT:
    case Kind.FLOAT:
      return toExactNumber(node.value)
    case Kind.LIST:
      return node.values.map(item => parseJsonLiteral(item, variables))
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(field => [field.name.value, parseJsonLiteral(field.value, variables)]))
    case Kind.VARIABLE:
      return parseJsonValue(variables?.[node.name.value] ?? null)
    case Kind.ENUM:
      throw badInput(`A JSON value cannot hold ${node.value}. Put text in quotes.`)
  }
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

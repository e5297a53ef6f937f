import { GraphQLError, Kind, type ValueNode } from 'graphql'
import { z } from 'zod'
import type { JsonValue } from '../domain/json.ts'

const tooLong = 'A whole number beyond 2^53 would lose digits in JSON. Give it as a string.'

/** @throws GraphQLError for a value that JSON cannot carry without loss */
export function parseJsonValue(value: unknown): JsonValue {
  const result = z.json().safeParse(value)
  if (!result.success) throw badInput('This is not a JSON value.')
  return checked(result.data)
}

/** The value of a literal in the text of a query. */
export function parseJsonLiteral(node: ValueNode, variables?: Readonly<Record<string, unknown>> | null): JsonValue {
  switch (node.kind) {
    case Kind.NULL:
      return null
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value
    case Kind.INT:
    case Kind.FLOAT:
      return checked(Number(node.value))
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

function checked(value: JsonValue): JsonValue {
  if (
    typeof value === 'number' &&
    (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
  )
    throw badInput(tooLong)
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(checked)
  return value
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

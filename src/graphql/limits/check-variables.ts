import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { limits } from './limits.ts'
import type { Variables } from './operation-cost.ts'
import { tooComplex } from './too-complex.ts'

/** @throws AppError QUERY_TOO_COMPLEX for variables that are too large */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): void {
  checkNesting(variables)
  for (const { variable, type } of variableDefinitions) {
    const name = variable.name.value
    const inputType = typeFromAST(schema, type)
    if (isInputType(inputType)) checkLength(inputType, variables[name], `$${name}`)
  }
}

/** Without recursion, because it protects recursive code from running out of stack. */
function checkNesting(variables: Variables): void {
  let level: unknown[] = Object.values(variables)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.variableNesting)
      throw tooComplex('The variables have', [null, limits.variableNesting], 'levels of lists and objects')
    level = level.flatMap(value => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}

/** Checks the lengths of lists. The size of a JSON scalar is bounded elsewhere. */
function checkLength(type: GraphQLInputType, value: unknown, place: string): void {
  const wanted = getNullableType(type)
  if (isListType(wanted)) {
    // A single value stands for a list of one.
    const entries = Array.isArray(value) ? value : [value]
    const limit = getNamedType(wanted).name === '_Any' ? limits.representations : limits.entries
    if (entries.length > limit)
      throw tooComplex(`The list ${place} has`, [entries.length, limit], 'entries', 'Ask in several requests.')
    for (const entry of entries) checkLength(wanted.ofType, entry, place)
  } else if (isInputObjectType(wanted) && typeof value === 'object' && value !== null) {
    const fields = wanted.getFields()
    for (const [name, member] of Object.entries(value)) {
      const field = fields[name]
      if (field) checkLength(field.type, member, `${place}.${name}`)
    }
  }
}

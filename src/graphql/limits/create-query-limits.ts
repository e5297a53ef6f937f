import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql'
import { createSourceCheck } from './check-source.ts'
import { checkVariables } from './check-variables.ts'
import { limitDocument } from './limit-document.ts'
import { limits } from './limits.ts'
import { createOperationCost, type OperationCost, type Variables } from './operation-cost.ts'
import { tooComplex } from './too-complex.ts'

/** The checks of a request, in this order. Each throws or reports QUERY_TOO_COMPLEX. */
export interface QueryLimits {
  /** Before the document is parsed. */
  checkSource(text: string): void
  /** While it is validated; the outcome holds for every request with that document. */
  readonly validationRules: readonly ValidationRule[]
  /**
   * Before an operation of a valid document is executed.
   *
   * @returns the cost of the operation: the number of values its answer may have, for a subscription that of one event
   */
  checkOperation(document: DocumentNode, operationName: string | null, variables: Variables): number
}

export function createQueryLimits(schema: GraphQLSchema): QueryLimits {
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>()

  function costOf(document: DocumentNode, operation: OperationDefinitionNode): OperationCost {
    const known = costs.get(operation)
    if (known) return known
    const cost = createOperationCost(schema, document, operation)
    costs.set(operation, cost)
    return cost
  }

  return {
    checkSource: createSourceCheck(),
    validationRules: [limitDocument],
    checkOperation(document, operationName, variables) {
      const operation = getOperationAST(document, operationName)
      if (!operation) return 0
      checkVariables(schema, operation, variables)
      const cost = costOf(document, operation)
      if (cost.lists > limits.lists) throw tooComplex('The query has', [cost.lists, limits.lists], 'paged lists')
      const values = cost.values(variables)
      if (values > limits.values)
        throw tooComplex(
          'The answer may have',
          [values, limits.values],
          'values',
          'Ask for smaller pages (first, last), or in several requests.',
        )
      return values
    },
  }
}

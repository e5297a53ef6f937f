import { type DocumentNode, type GraphQLSchema, Kind, parse, specifiedRules, validate } from 'graphql'
import { ConfigError } from '../config/config-error.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'

/**
 * Checks that the schema has all that trusted documents ask for, and that none of them is beyond the limits.
 *
 * @param documents texts that are GraphQL, by their ids
 * @throws ConfigError with every fault, each named by the id and the operations of its document
 */
export function checkTrustedDocuments(
  documents: ReadonlyMap<string, string> | null,
  schema: GraphQLSchema,
  limits: QueryLimits,
): void {
  const faults = [...(documents ?? [])].flatMap(([id, text]) => {
    const document = parse(text)
    return faultsOf(document, text, schema, limits).map(
      fault => `TRUSTED_DOCUMENTS: ${id} (${operationsOf(document)}): ${fault}`,
    )
  })
  if (faults.length > 0) throw new ConfigError(faults)
}

function faultsOf(document: DocumentNode, text: string, schema: GraphQLSchema, limits: QueryLimits): string[] {
  try {
    limits.checkSource(text)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  return validate(schema, document, [...specifiedRules, ...limits.validationRules]).map(({ message }) => message)
}

function operationsOf({ definitions }: DocumentNode): string {
  const operations = definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [`${definition.operation} ${definition.name?.value ?? ''}`.trim()]
      : [],
  )
  return operations.join(', ') || 'without an operation'
}

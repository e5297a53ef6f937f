import { GraphQLError, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql'

/** Adds the location of the literal to errors of our own scalars, which graphql-js does not do. */
export function locateLiterals(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue
    const { parseLiteral } = type
    type.parseLiteral = (node, variables) => {
      try {
        return parseLiteral(node, variables)
      } catch (error) {
        if (!(error instanceof GraphQLError) || error.nodes) throw error
        throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions })
      }
    }
  }
  return schema
}

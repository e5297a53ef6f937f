import { GraphQLError, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql'

/** Has every refusal of a literal by a scalar of ours say where the literal stands. graphql-js adds no location to it. */
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

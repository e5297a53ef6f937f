import { buildASTSchema, type DocumentNode, type GraphQLSchema, visit } from 'graphql'

const standard = ['deprecated', 'oneOf', 'specifiedBy']

/** The schema for clients, without the parts for federation. */
export function createClientSchema(typeDefs: DocumentNode): GraphQLSchema {
  return buildASTSchema(
    visit(typeDefs, {
      Directive: node => (standard.includes(node.name.value) ? undefined : null),
      SchemaExtension: () => null,
    }),
  )
}

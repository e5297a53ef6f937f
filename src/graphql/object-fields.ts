import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql'

export interface ObjectField {
  readonly type: GraphQLObjectType
  readonly field: ReturnType<GraphQLObjectType['getFields']>[string]
  /** `Type.field` */
  readonly name: string
}

/** Every field of every object of a schema, except those of introspection. */
export function objectFieldsOf(schema: GraphQLSchema): ObjectField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(type => !type.name.startsWith('__'))
    .flatMap(type =>
      Object.values(type.getFields()).map(field => ({ type, field, name: `${type.name}.${field.name}` })),
    )
}

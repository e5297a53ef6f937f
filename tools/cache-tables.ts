import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'

const pageArgs = ['first', 'after', 'last', 'before']
const envelope = /(Connection|Edge|Payload|^PageInfo)$/
const roots = ['Query', 'Mutation', 'Subscription']

/**
 * A TypeScript module for the caches of GraphQL clients: the types without an id, and the paged lists with the
 * arguments that distinguish them.
 */
export function createCacheTables(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
  const withoutId = types
    .filter(type => !('id' in type.getFields()) && !roots.includes(type.name))
    .map(type => type.name)
  const listOf = (names: readonly string[]) => `[\n${names.map(name => `  '${name}',\n`).join('')}] as const`
  const connections = types.flatMap(type => {
    const lists = Object.entries(pagedFieldsOf(type))
    return lists.length > 0
      ? [`  ${type.name}: {\n${lists.map(([field, args]) => `    ${field}: ${args},\n`).join('')}  },\n`]
      : []
  })
  return `/** Object types that wrap others in an answer: pages, and what mutations answer. */
export const envelopeTypes = ${listOf(withoutId.filter(name => envelope.test(name)))}

/** All other object types without an \`id\`: they belong to the object in which they stand. */
export const valueTypes = ${listOf(withoutId.filter(name => !envelope.test(name)))}

/** Lists in pages by \`Type.field\`, with the arguments that make another list of it. */
export const connectionFields = {\n${connections.join('')}} as const
`
}

function pagedFieldsOf(type: GraphQLObjectType): Record<string, string> {
  const paged = Object.values(type.getFields()).filter(
    field => getNamedType(field.type).name.endsWith('Connection') && field.args.some(({ name }) => name === 'after'),
  )
  return Object.fromEntries(
    paged.map(field => {
      const names = field.args.map(({ name }) => name).filter(name => !pageArgs.includes(name))
      return [field.name, `[${names.map(name => `'${name}'`).join(', ')}]`]
    }),
  )
}

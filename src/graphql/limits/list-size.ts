import { type GraphQLField, Kind } from 'graphql'

type DeclaredField = Pick<GraphQLField<unknown, unknown>, 'astNode'>

/**
 * The most items of a list, as the schema declares by `@listSize(assumedSize:)`; null when it does not.
 *
 * @see https://specs.apollo.dev/cost/v0.1/
 */
export function declaredListSize({ astNode }: DeclaredField): number | null {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'listSize')
  const size = directive?.arguments?.find(({ name }) => name.value === 'assumedSize')?.value
  return size?.kind === Kind.INT ? Number(size.value) : null
}

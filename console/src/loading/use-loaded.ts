import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useSuspenseQuery } from '@apollo/client/react'
import type { DocumentNode } from 'graphql'
import { use } from 'react'
import { AttemptContext } from './attempt.ts'

/**
 * The data of a query. The component suspends until there is data. Cached data is shown at once and updated. It throws
 * only when there is no data: loaded data stays on the screen while the server is away, and when the API cannot return
 * one field, which is null then, the others are shown.
 */
export function useLoaded<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
  fetchPolicy: useSuspenseQuery.FetchPolicy = 'cache-and-network',
) {
  const document: DocumentNode = query
  const { data, error, fetchMore, refetch } = useSuspenseQuery<Data>(document, {
    variables,
    fetchPolicy,
    errorPolicy: 'all',
    queryKey: use(AttemptContext),
  })
  if (data === undefined) throw error
  return { data, fetchMore, refetch }
}

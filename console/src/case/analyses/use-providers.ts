import { graphql } from '../../__generated__/gql.ts'
import { useLoaded } from '../../loading/use-loaded.ts'

const Providers = graphql(`
  query Providers {
    dataProviders {
      id
      name
      products
      options
      capabilities
      enabled
    }
  }
`)

/** The providers that are switched on, and what each can do. */
export function useProviders() {
  const { dataProviders } = useLoaded(Providers, {}, 'cache-first').data
  return dataProviders.filter(({ enabled }) => enabled)
}

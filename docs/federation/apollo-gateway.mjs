import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

// npx node docs/federation/apollo-gateway.mjs supergraph.graphql 4200
const [, , supergraph, port] = process.argv
const credentials = ['x-api-key', 'authorization']

/** Passes the caller's own credential on to a subgraph. */
class Subgraph extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    for (const name of credentials) if (context.headers?.[name]) request.http.headers.set(name, context.headers[name])
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) => new Subgraph({ url }),
})
export const server = new ApolloServer({ gateway })
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(port) },
  context: async ({ req: { headers } }) => ({ headers }),
})
console.log(`Listening on ${url}`)

const credentials = ['x-api-key', 'authorization']

export const gatewayConfig = {
  // The caller's own credential goes along with each request.
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(
        credentials.flatMap(name => (request.headers.has(name) ? [[name, request.headers.get(name)]] : [])),
      ),
  },
  // Subscriptions go over a WebSocket, which the same credential opens.
  transportEntries: {
    '*.http': {
      options: {
        subscriptions: {
          kind: 'ws',
          location: '/graphql',
          headers: credentials.map(name => [name, `{context.headers['${name}']}`]),
        },
      },
    },
  },
}

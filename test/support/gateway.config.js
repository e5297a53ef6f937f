// How Hive Gateway is told to carry subscriptions to us, and the callers' keys with everything.
import { defineConfig, MemPubSub } from '@graphql-hive/gateway'

const { PUBLIC_URL, SUBSCRIPTIONS } = process.env
const headers = [['x-api-key', "{context.headers['x-api-key']}"]]

const subscriptions = {
  socket: { kind: 'ws', location: '/graphql', headers },
  callback: {
    kind: 'http-callback',
    headers,
    options: { public_url: `${PUBLIC_URL}/callback`, path: '/callback', heartbeat_interval: 5_000 },
  },
}

export const gatewayConfig = defineConfig({
  transportEntries: { '*.http': { options: { subscriptions: subscriptions[SUBSCRIPTIONS] } } },
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ 'x-api-key': request.headers.get('x-api-key') }),
  },
  pubsub: new MemPubSub(),
  webhooks: true,
})

// How Hive Gateway is told to have events sent to it or to open event streams, and to pass the callers' keys on.
import { defineConfig, MemPubSub } from '@graphql-hive/gateway'

const { PUBLIC_URL, SUBSCRIPTIONS } = process.env
const headers = [['x-api-key', "{context.headers['x-api-key']}"]]

const subscriptions = {
  // Without being told it uses GET, which a server that guards against forged requests refuses.
  stream: { kind: 'http', headers, options: { method: 'POST' } },
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

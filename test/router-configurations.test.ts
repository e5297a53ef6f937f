import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from './support/read-pages.ts'

const read = (name: string): unknown => parse(readFileSync(join(root, 'docs/federation', name), 'utf8'))
const credentials = ['x-api-key', 'authorization']

test('Apollo Router is configured to pass on credentials and errors, and to subscribe by WebSocket', () => {
  const propagate = z.array(z.strictObject({ propagate: z.strictObject({ named: z.string() }) }))
  const shape = z.strictObject({
    supergraph: z.strictObject({ listen: z.string() }),
    headers: z.strictObject({ all: z.strictObject({ request: propagate }) }),
    include_subgraph_errors: z.strictObject({ all: z.literal(true) }),
    subscription: z.strictObject({ enabled: z.literal(true), mode: z.unknown() }),
  })
  const { headers, subscription } = shape.parse(read('apollo-router.yaml'))
  expect(headers.all.request.map(rule => rule.propagate.named)).toEqual(credentials)
  expect(subscription.mode).toEqual({
    passthrough: { subgraphs: { assay: { path: '/graphql', protocol: 'graphql_ws' } } },
  })
})

test('Cosmo Router is configured to pass on credentials, also of sockets, and errors with every extension', () => {
  const shape = z.looseObject({
    execution_config: z.strictObject({ file: z.strictObject({ path: z.string() }) }),
    headers: z.strictObject({
      all: z.strictObject({ request: z.array(z.strictObject({ op: z.literal('propagate'), named: z.string() })) }),
    }),
    subgraph_error_propagation: z.strictObject({
      mode: z.literal('pass-through'),
      allow_all_extension_fields: z.literal(true),
    }),
    websocket: z.looseObject({
      forward_initial_payload: z.literal(true),
      forward_upgrade_headers: z.strictObject({ enabled: z.literal(true), allow_list: z.array(z.string()) }),
    }),
  })
  const { headers, websocket } = shape.parse(read('cosmo-router.yaml'))
  const named = headers.all.request.map(rule => rule.named.toLowerCase())
  expect([named, websocket.forward_upgrade_headers.allow_list.map(name => name.toLowerCase())]).toEqual([
    credentials,
    credentials,
  ])
})

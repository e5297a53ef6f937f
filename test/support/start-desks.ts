import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Environment } from '../../src/providers/provider.ts'
import { createGraphqlClient, type GraphqlClient } from './graphql-client.ts'
import { startApp, type TestApp } from './start-app.ts'
import { nodeVariables } from './start-app-on.ts'

/** A vendor of one test. */
interface OwnVendor {
  /** The variables with which a node reaches it. */
  readonly variables: Environment
  /** Absent if the vendor has no webhooks. */
  announceTo?(node: { readonly url: string }): void
  stop(): Promise<void>
}

/** A tenant with its own vendor, whose faults do not affect other tests. */
export interface Desk<Vendor> {
  readonly vendor: Vendor
  readonly client: GraphqlClient
}

export interface Desks<Vendor> {
  /** Runs work with exclusive use of a desk. */
  use(work: (desk: Desk<Vendor>) => Promise<void>): Promise<void>
  /** The node of all desks. */
  app(): TestApp
}

/**
 * One node with several tenants for the tests of one file. As many tests run in parallel as there are desks.
 *
 * @param variablesFor the variables of the node, which apply to clients without a desk
 */
export function useDesks<Vendor extends OwnVendor>(
  count: number,
  startVendor: () => Promise<Vendor>,
  variablesFor: () => Environment | Promise<Environment> = () => ({}),
): Desks<Vendor> {
  let started: Awaited<ReturnType<typeof startDesks<Vendor>>> | undefined
  const desks = () => {
    if (!started) throw new Error('Desks exist only within tests and hooks.')
    return started
  }
  vi.setConfig({ maxConcurrency: count })
  beforeAll(async () => {
    started = await startDesks(count, startVendor, await variablesFor())
  })
  afterAll(() => started?.stop())
  return { use: work => desks().use(work), app: () => desks().app }
}

async function startDesks<Vendor extends OwnVendor>(
  count: number,
  startVendor: () => Promise<Vendor>,
  variables: Environment,
) {
  const folder = await mkdtemp(join(tmpdir(), 'flows-'))
  const vendors = await Promise.all(Array.from({ length: count }, () => startVendor()))
  const tenants = vendors.map((vendor, index) => {
    const { SIMULATE: _, ...own } = vendor.variables
    return { name: `tenant-${index}`, key: `tenant-${index}-0123456789-abcdefghij`, own, vendor }
  })
  const path = join(folder, 'tenants.json')
  await writeFile(path, JSON.stringify(Object.fromEntries(tenants.map(({ name, own }) => [name, own]))))
  const app = await startApp(() => ({
    API_KEYS: [nodeVariables.API_KEYS, ...tenants.map(({ name, key }) => `${name}:${key}`)].join(),
    TENANTS_FILE: path,
    ...variables,
  }))
  for (const vendor of vendors) vendor.announceTo?.(app)
  const free = tenants.map(({ key, vendor }): Desk<Vendor> => ({ vendor, client: createGraphqlClient(app, key) }))
  const waiting: (() => void)[] = []

  return {
    app,
    async use(work: (desk: Desk<Vendor>) => Promise<void>): Promise<void> {
      let desk = free.pop()
      for (; !desk; desk = free.pop()) await new Promise<void>(resolve => waiting.push(resolve))
      try {
        await work(desk)
      } finally {
        free.push(desk)
        waiting.shift()?.()
      }
    },
    async stop(): Promise<void> {
      await app.stop()
      await Promise.all(vendors.map(vendor => vendor.stop()))
      await rm(folder, { recursive: true })
    },
  }
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Environment } from '../../src/providers/provider.ts'
import { createGraphqlClient, type GraphqlClient } from './graphql-client.ts'
import { nodeVariables, startApp, type TestApp } from './start-app.ts'

/** A vendor of a test's own. */
interface OwnVendor {
  /** With which a node reaches it. */
  readonly variables: Environment
  /** Absent where a vendor announces nothing. */
  announceTo?(node: { readonly url: string }): void
  stop(): Promise<void>
}

/** A tenant with a vendor of its own, so that what goes wrong there concerns nobody else. */
export interface Desk<Vendor> {
  readonly vendor: Vendor
  readonly client: GraphqlClient
}

export interface Desks<Vendor> {
  /** Works at a desk that nobody else works at meanwhile. */
  use(work: (desk: Desk<Vendor>) => Promise<void>): Promise<void>
  /** The node of all of them. */
  app(): TestApp
}

/**
 * One node with several tenants, for the tests of one file: as many of them run at the same time as there are desks.
 *
 * @param variablesFor what the node is started with, and what counts for its own clients, which have no desk
 */
export function useDesks<Vendor extends OwnVendor>(
  count: number,
  startVendor: () => Promise<Vendor>,
  variablesFor: () => Environment | Promise<Environment> = () => ({}),
): Desks<Vendor> {
  let started: Awaited<ReturnType<typeof startDesks<Vendor>>> | undefined
  const desks = () => {
    if (!started) throw new Error('There are desks within tests and hooks only.')
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

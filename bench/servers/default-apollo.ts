import { randomUUID } from 'node:crypto'
import { ApolloServer } from '@apollo/server'
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import Fastify from 'fastify'
import { scopes } from '../../src/auth/caller.ts'
import { createSigner } from '../../src/auth/signer.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { createContext, type GraphQLContext } from '../../src/graphql/context.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import type { Services } from '../../src/graphql/services.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { secretKey, tenant } from '../settings.ts'
import { loadServerSettings } from './load-server-settings.ts'

// The same schema, resolvers, loaders and queries in Apollo Server with its defaults.

const settings = loadServerSettings(process.env)
const database = await openDatabase(settings.url, settings.directory)

function unused(): never {
  throw new Error('Only stored data is queried here.')
}

const services: Services = {
  database,
  now: () => new Date(),
  providers: { list: unused, find: unused },
  readProviderHealth: unused,
  events: { page: unused, head: unused, follow: unused, toCursor: unused, parseCursor: unused },
  banks: { read: unused },
  cursors: createSigner([secretKey], 'list-cursor'),
  secretBox: { open: unused },
  accessTokens: { create: unused },
  reports: { link: unused },
  documentFiles: { link: unused },
  intake: { createApplicant: unused, updateApplicant: unused, openCase: unused },
  erasures: { erase: unused },
  uploads: { createUpload: unused },
  analyses: { start: unused, cancel: unused, retry: unused },
  consents: { request: unused },
  shipments: { send: unused },
  companies: { search: unused },
  logos: { find: unused },
  paymentPartners: { read: unused },
  bankLogins: {
    connect: unused,
    manage: unused,
    synchronize: unused,
    importLogins: unused,
    deleteLogin: unused,
    disconnect: unused,
  },
  liveBankLogins: { refresh: unused },
}
const caller = { ...wholeTenant(tenant), scopes: new Set(scopes), anonymous: false, expiresAt: null }

const app = Fastify()
const apollo = new ApolloServer<GraphQLContext>({ schema: createSchema(), plugins: [fastifyApolloDrainPlugin(app)] })
await apollo.start()
await app.register(fastifyApollo(apollo), {
  context: async ({ ip }) => createContext(services, { caller, correlationId: randomUUID(), address: ip }),
})
await app.listen({ host: '127.0.0.1', port: settings.port })

process.once('SIGTERM', async () => {
  await apollo.stop()
  await app.close()
  await database.stop()
})

import type { ConfiguredProvider, Provider, VendorAccount } from '../provider.ts'
import { type FlvxtractConfig, flvxtractConfig, flvxtractVariables, vendor } from './config.ts'
import { createConsentDriver } from './consent-driver.ts'
import { createFlvxtractDatasource } from './datasource.ts'
import { createExtractionDriver } from './driver.ts'
import { createFlvxtractSimulator } from './simulator.ts'
import { createWebhookReceiver } from './webhook.ts'

/** FLVXtract: extraction of bank statements from PDF. https://flvxtract.com/docs */
export const flvxtract: Provider = {
  ...vendor,
  products: ['STATEMENT_EXTRACTION'],
  variables: flvxtractVariables,
  settings: flvxtractConfig.transform(toConfiguredProvider),
  // https://flvxtract.com/docs, "Rate Limiting". ASSUMED: the tier "strict", for "sensitive operations", covers none of the
  // calls that are made here. If it covers consent requests, they are repeated after their 429.
  budgets: {
    default: { limit: 1_000, perMs: 60_000 },
    uploads: { limit: 10, perMs: 60_000 },
    authentication: { limit: 5, perMs: 60_000 },
  },
  createSimulator: createFlvxtractSimulator,
}

function toConfiguredProvider(config: FlvxtractConfig): ConfiguredProvider {
  return { baseUrl: config.baseUrl, account: toAccount(config), webhook: createWebhookReceiver(config) }
}

function toAccount({ credentials }: FlvxtractConfig): VendorAccount | null {
  if (!credentials) return null
  const { kind } = credentials
  const [name, secret] =
    kind === 'login'
      ? [credentials.email.toLowerCase(), credentials.password]
      : [credentials.consumerKey, credentials.consumerSecret]
  return {
    names: [kind, name],
    secret,
    connect({ http, now }) {
      const datasource = createFlvxtractDatasource({ http, credentials, now })
      return {
        products: { STATEMENT_EXTRACTION: createExtractionDriver(datasource, now) },
        consents: createConsentDriver(datasource, now),
        async checkCredentials(signal) {
          await datasource.within(signal).list(1)
          return []
        },
      }
    },
  }
}

import { type CheckAddress, toVendorLogo } from '../../connector/vendor-logo.ts'
import type { BankFinding } from '../bank-catalogue.ts'
import type { ConfiguredProvider, Provider, VendorAccount } from '../provider.ts'
import { type FinboxConfig, finboxConfig, finboxVariables, vendor } from './config.ts'
import { createFinboxDatasource } from './datasource.ts'
import { createExtractionDriver } from './driver.ts'
import type { CatalogueBank } from './payloads.ts'
import { createFinboxSimulator } from './simulator.ts'
import { createWebhookReceiver } from './webhook.ts'

/** FinBox BankConnect, session flow: what a person's bank statements say, from PDF. https://docs.finbox.in/session-flow/ */
export const finbox: Provider = {
  ...vendor,
  products: ['STATEMENT_EXTRACTION'],
  variables: finboxVariables,
  settings: finboxConfig.transform(toConfiguredProvider),
  // No page names a limit. FINBOX_LIMITS sets the limit of a contract.
  budgets: {},
  createSimulator: createFinboxSimulator,
}

function toConfiguredProvider(config: FinboxConfig): ConfiguredProvider {
  return { baseUrl: config.baseUrl, account: toAccount(config), webhook: createWebhookReceiver(config) }
}

function toAccount({ credentials }: FinboxConfig): VendorAccount | null {
  if (!credentials) return null
  return {
    names: [credentials.apiKey],
    secret: credentials.serverHash,
    connect({ http, now }) {
      const datasource = createFinboxDatasource({ http, credentials })
      return {
        products: { STATEMENT_EXTRACTION: createExtractionDriver(datasource, now) },
        banks: {
          async list(signal) {
            return (await datasource.within(signal).banks()).map(bank => toBank(bank, http.vendorAddress))
          },
        },
        registerWebhook: (url, signal) => datasource.within(signal).registerWebhook(url),
        async checkCredentials(signal) {
          await datasource.within(signal).banks()
          return []
        },
        async erase(references, signal) {
          const calls = datasource.within(signal)
          for (const sessionId of references) await calls.deleteSession(sessionId)
        },
      }
    },
  }
}

function toBank({ name, fullName, bankCode, logoUrl }: CatalogueBank, check: CheckAddress): BankFinding {
  return { name, fullName, bankCode, logo: logoUrl === null ? null : toVendorLogo(logoUrl, null, check) }
}

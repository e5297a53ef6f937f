import type { ConfiguredProvider, Provider, VendorAccount } from '../provider.ts'
import { type BankXrayConfig, bankXrayConfig, bankXrayVariables, vendor } from './config.ts'
import { createBankXrayDatasource } from './datasource.ts'
import { createRiskDriver } from './driver.ts'
import { createBankXraySimulator } from './simulator.ts'
import { createWebhookReceiver } from './webhook.ts'

/** Bank X-Ray of October Connect: what a company's bank statements say of its risk. https://doc.lending.soprafinancing.io */
export const bankXray: Provider = {
  ...vendor,
  products: ['BANK_RISK'],
  variables: bankXrayVariables,
  settings: bankXrayConfig.transform(toConfiguredProvider),
  // No page names a limit. BANK_XRAY_LIMITS sets the limit of a contract.
  budgets: {},
  createSimulator: createBankXraySimulator,
}

function toConfiguredProvider(config: BankXrayConfig): ConfiguredProvider {
  return { baseUrl: config.baseUrl, account: toAccount(config), webhook: createWebhookReceiver(config) }
}

function toAccount({ apiVersion, currency, credentials }: BankXrayConfig): VendorAccount | null {
  if (!credentials) return null
  return {
    // Equal accounts share one client, so the currency and the version of the API are part of them.
    names: [credentials.userId, apiVersion, currency],
    secret: credentials.sessionToken,
    connect({ http, now, pollSpeedup }) {
      const datasource = createBankXrayDatasource({ http, credentials, apiVersion })
      return {
        products: { BANK_RISK: createRiskDriver({ datasource, currency, now, pollSpeedup }) },
        async checkCredentials(signal) {
          await datasource.within(signal).checkCredentials()
          return []
        },
      }
    },
  }
}

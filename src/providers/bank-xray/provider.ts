import { toAccountKey } from '../../connector/account-key.ts'
import type { ConfiguredProvider, Provider } from '../provider.ts'
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
  const { baseUrl, apiVersion, currency, credentials } = config
  return {
    enabled: credentials !== null,
    baseUrl,
    get accountKey() {
      return accountKeyOf(config)
    },
    connect({ http, now, pollSpeedup }) {
      if (!credentials) return { products: {} }
      const datasource = createBankXrayDatasource({ http, credentials, apiVersion })
      return {
        products: { BANK_RISK: createRiskDriver({ datasource, currency, now, pollSpeedup }) },
        async checkCredentials(signal) {
          await datasource.within(signal).checkCredentials()
          return []
        },
      }
    },
    webhook: createWebhookReceiver(config),
  }
}

/** Equal accounts share one client, so the currency and the version of the API are part of the key. */
function accountKeyOf({ baseUrl, credentials, apiVersion, currency }: BankXrayConfig): string {
  if (!credentials) return 'none'
  const { userId, sessionToken } = credentials
  return toAccountKey([vendor.id, baseUrl, userId, apiVersion, currency], sessionToken)
}

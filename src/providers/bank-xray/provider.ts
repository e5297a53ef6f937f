import { toAccountKey } from '../../connector/account-key.ts'
import type { ConfiguredProvider, Provider } from '../provider.ts'
import type { BankXrayConfig } from './config.ts'
import { bankXrayConfig, bankXrayVariables } from './config.ts'
import { createBankXrayDatasource } from './datasource.ts'
import { createRiskDriver } from './driver.ts'
import { createBankXraySimulator } from './simulator.ts'
import { vendor } from './vendor.ts'
import { createWebhookReceiver } from './webhook.ts'

/** Bank X-Ray of October Connect: what a company's bank statements say of its risk. https://doc.lending.soprafinancing.io */
export const bankXray: Provider = {
  ...vendor,
  products: ['BANK_RISK'],
  variables: bankXrayVariables,
  settings: bankXrayConfig.transform(toConfiguredProvider),
  // No page names a limit: BANK_XRAY_LIMITS names the one of a contract.
  budgets: {},
  createSimulator: createBankXraySimulator,
}

function toConfiguredProvider(config: BankXrayConfig): ConfiguredProvider {
  const { baseUrl, apiVersion, currency, credentials } = config
  return {
    enabled: credentials !== null,
    baseUrl,
    accountKey: accountKeyOf(config),
    connect({ http, now, pollSpeedup }) {
      if (!credentials) return { products: {} }
      const datasource = createBankXrayDatasource({ http, credentials, apiVersion })
      return {
        products: { BANK_RISK: createRiskDriver({ datasource, currency, now, pollSpeedup }) },
        checkCredentials: signal => datasource.within(signal).checkCredentials(),
      }
    },
    webhook: createWebhookReceiver(config),
  }
}

/**
 * Accounts that are read in another currency or by another version of the API are other ones, since equal accounts share what
 * is connected to them.
 */
function accountKeyOf({ baseUrl, credentials, apiVersion, currency }: BankXrayConfig): string {
  if (!credentials) return 'none'
  const { userId, sessionToken } = credentials
  return toAccountKey([vendor.id, baseUrl, userId, apiVersion, currency], sessionToken)
}

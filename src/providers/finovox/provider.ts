import { toAccountKey } from '../../connector/account-key.ts'
import type { ConfiguredProvider, Provider } from '../provider.ts'
import { type FinovoxConfig, finovoxConfig, finovoxVariables, vendor } from './config.ts'
import { createFinovoxDatasource } from './datasource.ts'
import { createFraudDriver } from './driver.ts'
import { createFinovoxSimulator } from './simulator.ts'

/** Finovox, Case Analysis: a decision about a folder of documents. https://app.finovox.com/docs/public/case_analysis/introduction */
export const finovox: Provider = {
  ...vendor,
  products: ['DOCUMENT_FRAUD'],
  variables: finovoxVariables,
  settings: finovoxConfig.transform(toConfiguredProvider),
  // There is a limit (429), but no page names it. FINOVOX_LIMITS sets the limit of a contract.
  budgets: {},
  createSimulator: createFinovoxSimulator,
}

function toConfiguredProvider(config: FinovoxConfig): ConfiguredProvider {
  const { baseUrl, apiKey, mode } = config
  return {
    enabled: apiKey !== null,
    baseUrl,
    get accountKey() {
      return accountKeyOf(config)
    },
    connect({ http, now }) {
      if (apiKey === null) return { products: {} }
      return { products: { DOCUMENT_FRAUD: createFraudDriver(createFinovoxDatasource({ http, apiKey, mode }), now) } }
    },
    // The vendor documents no webhook.
    webhook: null,
  }
}

function accountKeyOf({ baseUrl, apiKey }: FinovoxConfig): string {
  if (apiKey === null) return 'none'
  return toAccountKey([vendor.id, baseUrl], apiKey)
}

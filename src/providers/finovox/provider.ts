import type { ConfiguredProvider, Provider, VendorAccount } from '../provider.ts'
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
  // The vendor documents no webhook.
  return { baseUrl: config.baseUrl, account: toAccount(config), webhook: null }
}

function toAccount({ apiKey, mode }: FinovoxConfig): VendorAccount | null {
  if (apiKey === null) return null
  return {
    names: [],
    secret: apiKey,
    connect: ({ http, now }) => ({
      products: { DOCUMENT_FRAUD: createFraudDriver(createFinovoxDatasource({ http, apiKey, mode }), now) },
    }),
  }
}

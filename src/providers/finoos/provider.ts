import type { AccountFact, ConfiguredProvider, Provider, VendorAccount } from '../provider.ts'
import { type FinoosConfig, finoosConfig, finoosVariables, type Scope, vendor } from './config.ts'
import { createFinoosDatasource } from './datasource.ts'
import { createDateReader } from './dates.ts'
import { createCompanyDirectory, createLogoDirectory, createPaymentPartnerSource } from './directories.ts'
import { createBankLoginDriver } from './driver.ts'
import type { SettingsPayload } from './payloads.ts'
import { createShipmentDriver } from './shipment-driver.ts'
import { createFinoosSimulator } from './simulator.ts'

/** finoOS by fino: bank logins by PSD2, companies, payment partners, letters and faxes. https://os.fino.ai/tmp/docv1 */
export const finoos: Provider = {
  ...vendor,
  products: [],
  variables: finoosVariables,
  settings: finoosConfig.transform(toConfiguredProvider),
  // There is a limit (429), but the page names none. FINOOS_LIMITS sets the limit of a contract.
  budgets: {},
  createSimulator: createFinoosSimulator,
}

function toConfiguredProvider(config: FinoosConfig): ConfiguredProvider {
  // The vendor has no webhook of an account. The outcome of each shipment is sent to a separate address.
  return { baseUrl: config.baseUrl, account: toAccount(config), webhook: null }
}

/** Each capability needs a scope that the settings name, without which the vendor would refuse its calls. */
function toAccount({ credentials, scopes, timeZone }: FinoosConfig): VendorAccount | null {
  if (!credentials) return null
  return {
    names: [credentials.name],
    secret: credentials.secret,
    connect({ http, now, logger }) {
      const datasource = createFinoosDatasource({ http, credentials, now, logger, dates: createDateReader(timeZone) })
      const check = (address: string) => http.vendorAddress(address)
      const has = (scope: Scope) => scopes.includes(scope)
      const hasBanking = has('banking') || has('bankingExternal')
      return {
        products: {},
        ...(hasBanking && { bankLogins: createBankLoginDriver(datasource, { scopes, check }) }),
        ...(has('companies') && { companies: createCompanyDirectory(datasource, check) }),
        ...(has('companiesLogo') && { logos: createLogoDirectory(datasource, check) }),
        // The vendor computes them from the accounts of a user.
        ...(hasBanking && has('paymentPartnerAnalysis') && { paymentPartners: createPaymentPartnerSource(datasource) }),
        ...(has('documentShipment') && { shipments: createShipmentDriver(datasource) }),
        async checkCredentials(signal) {
          return toAccountFacts(await datasource.within(signal).settings(), scopes)
        },
        async erase(references, signal) {
          const calls = datasource.within(signal)
          for (const userId of references) await calls.deleteUser(userId)
        },
      }
    },
  }
}

function toAccountFacts(settings: SettingsPayload, wanted: readonly Scope[]): readonly AccountFact[] {
  const lacking = wanted.filter(scope => !settings.scopes.includes(scope))
  return [
    { name: 'account', value: settings.name ?? 'unnamed' },
    { name: 'version of the API', value: settings.apiVersion ?? 'unnamed' },
    { name: 'scopes of the account', value: settings.scopes.join(', ') || 'none' },
    ...(lacking.length > 0
      ? [{ name: 'scopes that FINOOS_SCOPES names and the account lacks', value: lacking.join(', ') }]
      : []),
  ]
}

import type { CheckAddress } from '../../connector/vendor-logo.ts'
import type { CompanyDirectory, LogoDirectory } from '../company-directory.ts'
import type { PaymentPartnerSource } from '../payment-partner-source.ts'
import { type FinoosDatasource, queriesPerCall } from './datasource.ts'
import { normaliseCompany, normalisePartner, toLogo } from './normalise.ts'

export function createCompanyDirectory(datasource: FinoosDatasource, check: CheckAddress): CompanyDirectory {
  return {
    maxQueries: queriesPerCall,
    async search(names, signal) {
      const found = await datasource.within(signal).companies(names)
      return names.map((_, place) => (found.get(place) ?? []).map(company => normaliseCompany(company, check)))
    },
  }
}

export function createLogoDirectory(datasource: FinoosDatasource, check: CheckAddress): LogoDirectory {
  return {
    maxQueries: queriesPerCall,
    async find(queries, signal) {
      const asked = queries.map(({ name, creditorId, iban }) => ({
        ...(name !== null && { name }),
        ...(creditorId !== null && { creditorId }),
        ...(iban !== null && { iban }),
      }))
      const found = await datasource.within(signal).logos(asked)
      return queries.map((_, place) => toLogo(found.get(place) ?? null, check))
    },
  }
}

export function createPaymentPartnerSource(datasource: FinoosDatasource): PaymentPartnerSource {
  return {
    async list(user, signal) {
      return (await datasource.within(signal).paymentPartners(user.reference)).map(normalisePartner)
    },
  }
}

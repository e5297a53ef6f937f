import { expect, test } from 'vitest'
import { connectProvider, connectRegistry } from '../../../test/support/connect-provider.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { parseTenantId } from '../../domain/tenant.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { finoos } from './provider.ts'

const account = { FINOOS_BASE_URL: 'http://127.0.0.1:1', FINOOS_NAME: 'fino', FINOOS_SECRET: 'se cret' }
const [acme, beta, gamma] = ['acme', 'beta', 'gamma'].map(parseTenantId)

test('the scopes decide which capabilities are on, also for tenants that share an account', async () => {
  if (!acme || !beta || !gamma) throw new Error('There are no tenants.')
  const registry = connectRegistry({
    providers: [finoos],
    environment: { ...account, FINOOS_SCOPES: 'companiesLogo,documentShipment' },
    tenants: new Map([
      [beta, { ...account, FINOOS_SCOPES: 'bankingExternal,companies,paymentPartnerAnalysis' }],
      [gamma, { ...account, FINOOS_SCOPES: ' companiesLogo,documentShipment ' }],
    ]),
  })
  const on = (tenant: typeof acme) => registry.find(tenant, 'finoos')?.capabilities
  expect(on(acme)).toEqual(['logos', 'shipments', 'checkCredentials', 'erase'])
  expect(on(beta)).toEqual(['bankLogins', 'companies', 'paymentPartners', 'checkCredentials', 'erase'])
  expect(registry.client(acme, 'finoos').bankLogins).toBeUndefined()
  expect(registry.client(beta, 'finoos').bankLogins?.importLogins).toBeDefined()
  expect(registry.accountKey(beta, 'finoos')).toBe(registry.accountKey(acme, 'finoos'))
  // Equal settings share one client and its token.
  expect(registry.client(gamma, 'finoos')).toBe(registry.client(acme, 'finoos'))
  await registry.stop()
})

test('checkCredentials lists the account’s scopes and the configured ones that it lacks', async () => {
  const server = await startLoopbackServer((response, { message }) => {
    const settings = { apiVersion: '2020-06-16', name: 'fino', scopes: 'banking,contracts' }
    response.end(JSON.stringify(message.url === '/auth' ? { accessToken: 'access' } : settings))
  })
  const variables = { ...account, FINOOS_BASE_URL: server.url, FINOOS_SCOPES: 'banking,companies' }
  const { client, stop } = connectProvider(finoos, variables)
  expect(await client.checkCredentials?.(neverAborted)).toEqual([
    { name: 'account', value: 'fino' },
    { name: 'version of the API', value: '2020-06-16' },
    { name: 'scopes of the account', value: 'banking, contracts' },
    { name: 'scopes that FINOOS_SCOPES names and the account lacks', value: 'companies' },
  ])
  await stop()
  await server.close()
})

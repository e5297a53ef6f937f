import { expect, test } from 'vitest'
import { connectRegistry } from '../../test/support/connect-provider.ts'
import { createMemoryProvider } from '../../test/support/memory-provider.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type Offer, requireOffer } from './capability.ts'

const tenant = parseTenantId('acme')
const ids = ['first', 'second', 'third']

test('the order of a product or capability lists only the providers that offer it', async () => {
  const registry = connectRegistry({
    providers: ids.map(id => createMemoryProvider(id, { erases: id !== 'second' }).provider),
    orderOf: () => new Map([['STATEMENT_EXTRACTION', ['third', 'first']]]),
  })
  const order = (wanted: Offer) => registry.order(tenant, wanted)
  expect(order('STATEMENT_EXTRACTION')).toEqual(['third', 'first'])
  // Consents follow the order of STATEMENT_EXTRACTION.
  expect(order('consents')).toEqual(['third', 'first'])
  expect(order('erase')).toEqual(['first', 'third'])
  expect(order('BANK_RISK')).toEqual([])
  expect(registry.find(tenant, 'second')?.capabilities).not.toContain('erase')
  expect(registry.find(tenant, 'third')).toMatchObject({
    products: ['STATEMENT_EXTRACTION'],
    capabilities: expect.arrayContaining(['consents', 'erase']),
    options: ['password'],
  })

  const wanted = { wanted: 'erase', field: ['provider'] } as const
  expect(requireOffer(registry, tenant, { ...wanted, providerId: 'first' })).toBe(
    registry.client(tenant, 'first').erase,
  )
  expect(() => requireOffer(registry, tenant, { ...wanted, providerId: 'second' })).toThrow(
    expect.objectContaining({ code: 'CAPABILITY_UNSUPPORTED', provider: 'second', field: ['provider'] }),
  )
  expect(() => requireOffer(registry, tenant, { ...wanted, providerId: 'nobody' })).toThrow(
    expect.objectContaining({ code: 'PROVIDER_NOT_CONFIGURED', provider: 'nobody' }),
  )
  await registry.stop()
})

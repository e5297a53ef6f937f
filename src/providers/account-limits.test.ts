import { expect, test } from 'vitest'
import { connectProvider } from '../../test/support/connect-provider.ts'
import { readAccountLimits, variablesOf } from './account-limits.ts'
import { finovox } from './finovox/provider.ts'

const provider = {
  id: 'some-vendor',
  variables: { SOME_VENDOR_KEY: { credential: true } },
  budgets: { default: { limit: 1000, perMs: 60_000 }, uploads: { limit: 10, perMs: 60_000 } },
}

function read(limits: string, parallel = '') {
  const faults: string[] = []
  const variables = { SOME_VENDOR_LIMITS: limits, SOME_VENDOR_MAX_PARALLEL: parallel }
  return { ...readAccountLimits(provider, variables, faults), faults }
}

test('P12 without a variable the budgets are the documented ones, and without documentation there are none', () => {
  expect(readAccountLimits(provider, {}, [])).toEqual({ budgets: provider.budgets, maxParallel: null })
  expect(readAccountLimits({ ...provider, budgets: {} }, {}, []).budgets).toEqual({})
})

test('a variable sets the budgets that it names, and leaves the others as documented', () => {
  expect(read(' uploads = 100 / 60 ', '25')).toEqual({
    budgets: { default: { limit: 1000, perMs: 60_000 }, uploads: { limit: 100, perMs: 60_000 } },
    maxParallel: 25,
    faults: [],
  })
  expect(read('uploads=1/1,default=5000/3600').budgets).toEqual({
    default: { limit: 5000, perMs: 3_600_000 },
    uploads: { limit: 1, perMs: 1000 },
  })
})

test.each([
  'uploads',
  'uploads=10',
  'uploads=0/60',
  'uploads=10/0',
  'uploads=1e3/60',
  'uploads=-1/60',
  'uploads=1/90000',
  ',',
])('P23 %s is a fault under the name of its variable', limits => {
  const { faults } = read(limits)
  expect(faults[0]).toMatch(/^SOME_VENDOR_LIMITS: got /)
})

test('P23 an unknown budget, a budget named twice and an invalid number of analyses are faults', () => {
  expect(read('upload=1/60,default=1/60,default=2/60', '2.5').faults).toEqual([
    'SOME_VENDOR_LIMITS: there is no budget "upload"; there are default, uploads',
    'SOME_VENDOR_LIMITS: names the budget "default" twice',
    'SOME_VENDOR_MAX_PARALLEL: got "2.5"; wants a whole number from 1 to 999999',
  ])
})

test('every provider has both variables', () => {
  expect(variablesOf(provider)).toEqual(['SOME_VENDOR_KEY', 'SOME_VENDOR_LIMITS', 'SOME_VENDOR_MAX_PARALLEL'])
})

test('MAX_PARALLEL replaces the driver’s number of parallel analyses', async () => {
  const numberWith = async (variables: Record<string, string>) => {
    const account = { FINOVOX_BASE_URL: 'http://127.0.0.1:1', FINOVOX_API_KEY: 'key', ...variables }
    const { client, stop } = connectProvider(finovox, account)
    await stop()
    return client.products.DOCUMENT_FRAUD?.maxParallel
  }
  expect(await numberWith({})).toBe(10)
  expect(await numberWith({ FINOVOX_MAX_PARALLEL: '3' })).toBe(3)
})

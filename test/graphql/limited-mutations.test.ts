import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '../../src/graphql/schema.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { sampleOf } from '../support/sample-input.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

/** Those that may make a provider work. */
const limited = [
  'connectBank',
  'importBankLogins',
  'manageBankLogins',
  'requestConsent',
  'retryAnalysis',
  'sendFax',
  'sendLetter',
  'startAnalysis',
  'synchronizeBankLogin',
]

const database = useOneDatabase()
let app: AppOnDatabase
beforeAll(async () => {
  app = await startAppOn(database(), [createMemoryProvider('vendor').provider], { CALLER_LIMITS: 'analyses=1/3600' })
})
afterAll(() => app.stop())

test('P32 the limit of analyses counts every mutation that makes a provider work, and no other', async () => {
  const mutations = Object.values(createSchema().getMutationType()?.getFields() ?? {})
  const { answer } = app.client(tenantKeys.acme)
  const refused = async (): Promise<string[]> => {
    const names: string[] = []
    for (const { name, args } of mutations) {
      const [input] = args
      const query = `mutation ($input: ${input?.type}) { ${name}(input: $input) { userErrors { code } } }`
      const text = JSON.stringify(await answer(query, { input: sampleOf(input?.type) }))
      if (text.includes('RATE_LIMITED')) names.push(name)
    }
    return names.toSorted()
  }
  // The first of them uses up the limit.
  expect(await refused()).toHaveLength(limited.length - 1)
  expect(await refused()).toEqual(limited)
})

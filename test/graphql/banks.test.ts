import { expect, test } from 'vitest'
import { z } from 'zod'
import { createBankLists } from '../../src/loaders/bank-lists.ts'
import { connectRegistry } from '../support/connect-provider.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi } from '../support/graphql-api.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'

const database = useOneDatabase()
const pageSchema = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.looseObject({ name: z.string() }) })),
  pageInfo: z.looseObject({ endCursor: z.string(), hasPreviousPage: z.boolean() }),
  totalCount: z.number(),
  retrievedAt: z.string(),
  stale: z.boolean(),
})
const names = Array.from({ length: 120 }, (_, index) => `bank ${String(index).padStart(3, '0')}`)

function createApi() {
  const vendor = createMemoryProvider('lister', { lists: true })
  vendor.listBanks = async () => names.map(name => ({ name, fullName: name.toUpperCase() }))
  const providers = connectRegistry({ providers: [vendor.provider, createMemoryProvider('other').provider] })
  const now = () => new Date('2026-03-01T12:00:00Z')
  return createTestApi(database(), { providers, banks: createBankLists({ database: database(), providers, now }) })
}

const text = `query($provider: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {
  banks(provider: $provider, search: $search, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { name fullName bic bankCode logo { url mediaType } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount retrievedAt stale
  }
}`

test('banks are searched and paged in both directions', async () => {
  const api = createApi()
  const ask = async (variables: Readonly<Record<string, unknown>>) => {
    const { banks } = await api.read(text, { variables: { provider: 'lister', ...variables } })
    return pageSchema.parse(banks)
  }
  const first = await ask({ first: 2 })
  expect(first).toEqual({
    edges: ['bank 000', 'bank 001'].map(name => ({
      cursor: expect.any(String),
      node: { name, fullName: name.toUpperCase(), bic: null, bankCode: null, logo: null },
    })),
    pageInfo: {
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: expect.any(String),
      endCursor: expect.any(String),
    },
    totalCount: 120,
    retrievedAt: '2026-03-01T12:00:00.000Z',
    stale: false,
  })
  const next = await ask({ first: 1, after: first.pageInfo.endCursor })
  expect(next.edges).toMatchObject([{ node: { name: 'bank 002' } }])
  expect(next.pageInfo.hasPreviousPage).toBe(true)
  expect(await ask({ last: 1 })).toMatchObject({
    edges: [{ node: { name: 'bank 119' } }],
    pageInfo: { hasNextPage: false },
  })
  const found = await ask({ search: 'BANK  11' })
  expect(found).toMatchObject({ totalCount: 10, pageInfo: { hasNextPage: false } })
  expect(found.edges).toHaveLength(10)
})

test('a provider without a list, an unknown provider and an invalid page are refused with the field', async () => {
  const api = createApi()
  const refused = [
    [{ provider: 'other' }, 'CAPABILITY_UNSUPPORTED'],
    [{ provider: 'nobody' }, 'PROVIDER_NOT_CONFIGURED'],
    [{ provider: 'lister', first: 501 }, 'BAD_USER_INPUT'],
    [{ provider: 'lister', after: 'forged' }, 'BAD_USER_INPUT'],
  ] as const
  for (const [variables, code] of refused)
    expect(await api.ask(text, { variables })).toMatchObject({
      data: { banks: null },
      errors: [{ extensions: { code } }],
    })
  expect(await api.ask(text, { variables: { provider: 'lister' }, scopes: [] })).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  })
})

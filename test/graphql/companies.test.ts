import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { LogoQuery } from '../../src/domain/company.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import { useOneDatabase } from '../support/databases.ts'
import { correlationId, createTestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const age = { retrievedAt: new Date('2025-09-01T07:00:00Z'), stale: true }
const ageShown = { retrievedAt: '2025-09-01T07:00:00.000Z', stale: true }
const logo = { url: 'https://logos.example/1.png', mediaType: 'image/png' }

describe('companies, logos and payment partners', () => {
  const database = useOneDatabase()

  beforeAll(async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    const movement = { applicant_id: 'app_a', collection_id: 'col_a' }
    const nobody = { name: null, iban: null, maskedIban: null, bic: null, creditorId: null }
    const toMovement = (_: unknown, index: number) => ({
      ...movement,
      id: `txn_${index}`,
      position: index,
      // Each twice; one counterparty without a name, and one transaction without a counterparty.
      counterparty: index === 58 ? nobody : index === 59 ? null : { ...nobody, name: `Shop ${index % 29}` },
    })
    await insertRows(database(), tenant, 'transactions', Array.from({ length: 60 }, toMovement))
  })

  test('a search returns the companies of the directory and their age', async () => {
    const asked: unknown[] = []
    const company = { name: 'Kramladen', address: 'Weg 1, Ort', creditorIds: ['DE98ZZZ'], ibans: ['DE00'], logo }
    const search = async (...args: readonly unknown[]) => {
      asked.push(args)
      return { ...age, value: [company] }
    }
    const { data } = await createTestApi(database(), { companies: { search } }).ask(
      '{ companies(search: "kram") { name address creditorIds ibans logo { url mediaType } retrievedAt stale } }',
    )
    expect(data).toEqual({ companies: [{ ...company, ...ageShown }] })
    expect(asked).toEqual([[tenant, 'kram']])
  })

  test('the logos of a page of transactions are requested in one call, each company once', async () => {
    const asked: (readonly LogoQuery[])[] = []
    const find = async (_tenant: unknown, queries: readonly LogoQuery[]) => {
      asked.push(queries)
      return queries.map(({ name }) => (name === 'Shop 1' ? logo : null))
    }
    const api = createTestApi(database(), { logos: { find } })
    const text = `{ applicant(id: "app_a") { transactions(first: 500, orderBy: EFFECTIVE_DATE_ASC) { edges { node {
      counterparty { name logo { url mediaType } } } } } } }`
    const data = await api.read(text)
    const counterparty = z.object({ name: z.string().nullable(), logo: z.unknown() }).nullable()
    const node = z.object({ node: z.object({ counterparty }) })
    const shape = z.object({ applicant: z.object({ transactions: z.object({ edges: z.array(node) }) }) })
    const shown = shape.parse(data).applicant.transactions.edges.map(edge => edge.node.counterparty)
    expect(shown.filter(one => one?.logo)).toEqual([
      { name: 'Shop 1', logo },
      { name: 'Shop 1', logo },
    ])
    expect(asked).toHaveLength(1)
    expect(asked[0]).toHaveLength(29)
  })

  test('without logos in the query no call is made', async () => {
    const text = '{ applicant(id: "app_a") { transactions { edges { node { counterparty { name } } } } } }'
    await createTestApi(database()).read(text)
  })

  test('payment partners have an age, and an applicant without them has null', async () => {
    const partner = {
      name: 'Kramladen',
      iban: 'DE02120300000000202051',
      maskedIban: 'DE****************2051',
      relevance: '0.80',
      firstTransaction: '2024-01-02',
      lastTransaction: '2025-08-01',
      transactionCount: 12,
      moneyIn: '0.00',
      moneyOut: '-1200.00',
      shareOfIncome: null,
      shareOfOutcome: '0.25',
    }
    const asked: unknown[] = []
    const read = async (...args: readonly unknown[]) => {
      asked.push(args)
      return asked.length === 1 ? { ...age, value: [partner] } : null
    }
    const api = createTestApi(database(), { paymentPartners: { read } })
    const fields = [...Object.keys(partner), ...Object.keys(age)].join(' ')
    const text = `{ applicant(id: "app_a") { paymentPartners { ${fields} } } }`
    expect((await api.ask(text)).data).toEqual({ applicant: { paymentPartners: [{ ...partner, ...ageShown }] } })
    expect((await api.ask(text)).data).toEqual({ applicant: { paymentPartners: null } })
    expect(asked[0]).toEqual([{ ...wholeTenant(tenant), correlationId }, 'app_a'])
  })

  test('P13 a provider that does not answer makes only its fields null', async () => {
    const fail = async (): Promise<never> => {
      throw new AppError('PROVIDER_TIMEOUT', 'No answer.')
    }
    const api = createTestApi(database(), { companies: { search: fail }, paymentPartners: { read: fail } })
    const { data, errors } = await api.ask(
      '{ companies(search: "x") { name } applicant(id: "app_a") { id paymentPartners { name } } }',
    )
    expect(data).toEqual({ companies: null, applicant: { id: 'app_a', paymentPartners: null } })
    expect(errors?.map(({ path }) => path)).toEqual([['companies'], ['applicant', 'paymentPartners']])
  })
})

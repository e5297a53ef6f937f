import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { countQueries } from '../support/count-queries.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi, type Question, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const other = parseTenantId('other')

const pageSchema = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
})
const fields = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }'

/** The lists by name, with a query for a page. */
const lists: Readonly<Record<string, (args: string) => string>> = {
  applicants: args => `{ list: applicants(${args}) ${fields} }`,
  cases: args => `{ list: cases(${args}) ${fields} }`,
  analyses: args => `{ list: analyses(${args}) ${fields} }`,
  'Applicant.cases': args => `{ parent: applicant(id: "app_a") { list: cases(${args}) ${fields} } }`,
  'Applicant.analyses': args => `{ parent: applicant(id: "app_a") { list: analyses(${args}) ${fields} } }`,
  'Applicant.statements': args => `{ parent: applicant(id: "app_a") { list: statements(${args}) ${fields} } }`,
  'Applicant.transactions': args => `{ parent: applicant(id: "app_a") { list: transactions(${args}) ${fields} } }`,
  'Case.statements': args => `{ parent: case(id: "case_a") { list: statements(${args}) ${fields} } }`,
  'Applicant.shipments': args => `{ parent: applicant(id: "app_a") { list: shipments(${args}) ${fields} } }`,
  'BankAccount.transactions': args => `{ parent: bankAccount(id: "bac_a") { list: transactions(${args}) ${fields} } }`,
  'Statement.transactions': args => `{ parent: statement(id: "stm_a1") { list: transactions(${args}) ${fields} } }`,
}

describe('lists', () => {
  const database = useOneDatabase()
  let api: TestApi

  beforeAll(async () => {
    api = createTestApi(database())
    for (const name of ['b', 'c']) await insertRows(database(), tenant, 'applicants', [{ id: `app_${name}` }])
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertAnalysedApplicant(database(), other, 'a')
    const owner = { applicant_id: 'app_a' }
    const [one, two, three] = ['1', '2', '3'].map(day => `2025-08-0${day}T00:00:00Z`)
    for (const [index, at] of [one, two].entries()) {
      await insertRows(database(), tenant, 'cases', [{ ...owner, id: `case_a${index}`, opened_at: at }])
      await insertRows(database(), tenant, 'analyses', [
        { ...owner, id: `ana_a${index}`, case_id: 'case_a', requested_at: at, status: 'QUEUED', product: 'BANK_RISK' },
      ])
    }
    const found = { ...owner, analysis_id: 'ana_a', collection_id: 'col_a' }
    await insertRows(database(), tenant, 'statements', [
      { ...found, id: 'stm_a1', to_date: three },
      { ...found, id: 'stm_a2', to_date: two },
      { ...found, id: 'stm_a3' },
    ])
    const movement = { ...owner, collection_id: 'col_a', statement_id: 'stm_a1' }
    await insertRows(database(), tenant, 'transactions', [
      { ...movement, id: 'txn_1', effective_date: one },
      { ...movement, id: 'txn_2', effective_date: one, position: 1 },
      { ...movement, id: 'txn_3', effective_date: three, amount: '-5' },
    ])
    await insertRows(database(), tenant, 'bank_users', [{ applicant_id: 'app_b' }])
    await insertRows(database(), tenant, 'bank_logins', [{ applicant_id: 'app_b', id: 'blg_a' }])
    await insertRows(database(), tenant, 'bank_accounts', [{ applicant_id: 'app_b', id: 'bac_a', login_id: 'blg_a' }])
    for (const [index, at] of [one, two, three].entries())
      await insertRows(database(), tenant, 'shipments', [
        { ...owner, document_id: 'doc_a', id: `shp_${index}`, created_at: at },
      ])
    const ofAccount = { applicant_id: 'app_b', owner_id: 'bac_a', account_id: 'bac_a' }
    await insertRows(database(), tenant, 'transactions', [
      { ...ofAccount, id: 'txn_b1', effective_date: one },
      { ...ofAccount, id: 'txn_b2', effective_date: one, position: 1 },
      { ...ofAccount, id: 'txn_b3', effective_date: three, amount: '-5' },
    ])
  })

  async function page(name: string, args: string): Promise<z.infer<typeof pageSchema>> {
    const data = await api.read((lists[name] ?? String)(args))
    const parsed = z
      .union([z.object({ list: pageSchema }), z.object({ parent: z.object({ list: pageSchema }) })])
      .parse(data)
    return 'list' in parsed ? parsed.list : parsed.parent.list
  }
  const refusal = async (text: string, question?: Question) => (await api.ask(text, question)).errors

  test.each(Object.keys(lists))('%s: pages can be followed forward and backward, and pageInfo is right', async name => {
    const all = await page(name, 'first: 500')
    expect(all.edges).toHaveLength(3)
    expect(all.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: all.edges[0]?.cursor,
      endCursor: all.edges[2]?.cursor,
    })
    const ids = all.edges.map(edge => edge.node.id)
    const shown = async (args: string) => {
      const { edges, pageInfo } = await page(name, args)
      return [edges.map(edge => edge.node.id), pageInfo.hasPreviousPage, pageInfo.hasNextPage]
    }
    const [first, second, third] = all.edges.map(edge => edge.cursor)
    expect(await shown('first: 2')).toEqual([ids.slice(0, 2), false, true])
    expect(await shown(`first: 2, after: "${second}"`)).toEqual([ids.slice(2), true, false])
    expect(await shown(`first: 1, after: "${first}"`)).toEqual([ids.slice(1, 2), true, true])
    expect(await shown('last: 2')).toEqual([ids.slice(1), true, false])
    expect(await shown(`last: 2, before: "${second}"`)).toEqual([ids.slice(0, 1), false, true])
    expect(await shown(`last: 1, before: "${third}"`)).toEqual([ids.slice(1, 2), true, true])
    expect(await shown(`first: 5, after: "${first}", before: "${third}"`)).toEqual([ids.slice(1, 2), true, true])
    expect(await shown(`first: 5, after: "${third}"`)).toEqual([[], true, false])
    expect(await shown('first: 0')).toEqual([[], false, true])
    expect((await page(name, 'first: 0')).pageInfo).toMatchObject({ startCursor: null, endCursor: null })
  })

  test.each(Object.keys(lists))('%s: the size is from 0 to 500, given by either first or last', async name => {
    for (const args of ['first: -1', 'last: -1', 'first: 501', 'last: 501', 'first: 2, last: 2']) {
      const [error] = (await refusal((lists[name] ?? String)(args))) ?? []
      expect(error).toMatchObject({
        message: expect.stringMatching(/first|last/),
        extensions: { code: 'BAD_USER_INPUT' },
      })
    }
  })

  const cursors = new Map<string, string>()
  test.each(Object.keys(lists))('P17 %s: a cursor is valid only for its list, order and tenant', async name => {
    const own = (await page(name, 'first: 1')).edges[0]?.cursor ?? ''
    const others = Object.keys(lists).filter(list => list !== name)
    for (const list of others)
      if (!cursors.has(list)) cursors.set(list, (await page(list, 'first: 1')).edges[0]?.cursor ?? '')
    const foreign = others.map(list => cursors.get(list))
    const invalid = ['', 'x', `${own}x`, `${own.slice(0, -1)}`, own.replace('.', '.A')]
    for (const [argument, refused] of [
      ['after', [...foreign, ...invalid]],
      ['before', [foreign[0], 'x']],
    ] as const)
      for (const cursor of refused)
        expect(await refusal((lists[name] ?? String)(`${argument}: "${cursor}"`))).toMatchObject([
          { message: expect.stringContaining(argument), extensions: { code: 'BAD_USER_INPUT' } },
        ])
    expect(await refusal((lists[name] ?? String)(`after: "${own}"`))).toBeUndefined()
    const elsewhere = await api.ask((lists[name] ?? String)(`after: "${own}"`), { tenant: 'other' })
    // If the parent belongs to another tenant, there is no list.
    if (!(elsewhere.data && 'parent' in elsewhere.data && elsewhere.data.parent === null))
      expect(elsewhere.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('a cursor of one order is refused in another', async () => {
    const transactions = lists['Applicant.transactions'] ?? String
    const { edges } = await page('Applicant.transactions', 'orderBy: AMOUNT_ASC, first: 1')
    expect(edges[0]?.node.id).toBe('txn_3')
    const after = `after: "${edges[0]?.cursor}"`
    expect(await refusal(transactions(`orderBy: AMOUNT_DESC, ${after}`))).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect(await refusal(transactions(`orderBy: AMOUNT_ASC, ${after}`))).toBeUndefined()
  })

  test('totalCount counts the filtered list', async () => {
    const { data } = await api.ask(`{
      applicants { totalCount } companies: applicants(filter: { kind: COMPANY }) { totalCount }
      cases { totalCount } mine: cases(filter: { applicantId: "app_b" }) { totalCount } named: cases(filter: { reference: "x" }) { totalCount }
      analyses { totalCount } queued: analyses(filter: { statuses: [QUEUED], products: [BANK_RISK], providers: ["reader"] }) { totalCount }
      none: analyses(filter: { statuses: [] }) { totalCount }
      applicant(id: "app_a") { out: transactions(filter: { amount: { max: -5 } }) { totalCount } }
    }`)
    const total = (totalCount: number) => ({ totalCount })
    expect(data).toEqual({
      applicants: total(3),
      companies: total(0),
      cases: total(3),
      mine: total(0),
      named: total(0),
      analyses: total(3),
      queued: total(2),
      none: total(0),
      applicant: { out: total(1) },
    })
  })

  test('an invalid filter is refused with its field', async () => {
    const late = '{ from: "2025-08-02T00:00:00Z", to: "2025-08-01T00:00:00Z" }'
    const workLists = {
      [`cases(filter: { updatedAt: ${late} })`]: 'from must not be after to',
      [`applicants(filter: { createdAt: ${late} })`]: 'from must not be after to',
      [`analyses(filter: { requestedAt: ${late} })`]: 'from must not be after to',
      [`cases(filter: { useCases: [${'"x" '.repeat(21)}] })`]: 'At most 20 values',
      [`analyses(filter: { providers: [${'"x" '.repeat(21)}] })`]: 'At most 20 values',
    }
    for (const [list, message] of Object.entries(workLists))
      expect(await refusal(`{ ${list} { totalCount } }`)).toMatchObject([
        { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
      ])
    const filters = {
      'effectiveDate: { from: "2025-08-02", to: "2025-08-01" }': 'from must not be after to',
      'amount: { min: "0.02", max: "0.010" }': 'min must not be above max',
      [`search: "${'x'.repeat(201)}"`]: 'filter.search has more than 200 characters',
    }
    for (const [filter, message] of Object.entries(filters))
      expect(
        await refusal(`{ applicant(id: "app_a") { transactions(filter: { ${filter} }) { totalCount } } }`),
      ).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('lists of many parents take one database query', async () => {
    const counted = countQueries(database())
    const counting = createTestApi(counted.database)
    const text =
      '{ applicants { edges { node { transactions(first: 2) { totalCount edges { node { id statement { id } } } } cases { edges { node { status } } } } } } }'
    expect((await counting.ask(text)).errors).toBeUndefined()
    // Applicants; their transactions, counts and cases; the statements of those.
    expect(counted.count()).toBe(5)
  })
})

import { getNamedType, isCompositeType, isObjectType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'

const tenant = parseTenantId('acme')
const transactionSchema = z.record(z.string(), z.unknown())
const answerSchema = z.object({ list: z.object({ edges: z.array(z.object({ node: transactionSchema })) }) })
const type = createSchema().getType('Transaction')
const fields = isObjectType(type) ? Object.values(type.getFields()) : []

/** The field with the scalar fields of its type. */
const selections = fields.map(field => {
  const of = getNamedType(field.type)
  if (!isCompositeType(of) || !isObjectType(of)) return { name: field.name, text: field.name }
  const leaves = Object.values(of.getFields()).filter(({ type, args }) => {
    return !isCompositeType(getNamedType(type)) && args.length === 0
  })
  return { name: field.name, text: `${field.name} { ${leaves.map(leaf => leaf.name).join(' ')} }` }
})

describe('a list reads only the selected columns of transactions', () => {
  const database = useOneDatabase()
  let api: TestApi
  let whole: z.infer<typeof transactionSchema>

  beforeAll(async () => {
    api = createTestApi(database())
    await insertAnalysedApplicant(database(), tenant, 'a')
    const found = { applicant_id: 'app_a', analysis_id: 'ana_a', collection_id: 'col_a' }
    await insertRows(database(), tenant, 'statements', [
      { ...found, id: 'stm_1' },
      { ...found, id: 'stm_2', duplicate_of_id: 'stm_1' },
    ])
    const user = { applicant_id: 'app_a' }
    await insertRows(database(), tenant, 'bank_users', [user])
    await insertRows(database(), tenant, 'bank_logins', [{ ...user, id: 'blg_a' }])
    await insertRows(database(), tenant, 'bank_accounts', [{ ...user, id: 'bac_a', login_id: 'blg_a' }])
    const movement = {
      applicant_id: 'app_a',
      collection_id: 'col_a',
      provider_transaction_id: 'v-1',
      booking_date: '2025-08-01',
      value_date: '2025-08-02',
      description: 'Coffee',
      counterparty: { name: 'Kramladen', iban: 'DE00', maskedIban: '****', bic: 'XXXX', creditorId: 'C1' },
      channel: 'card',
      category: 'SPENDING',
      provider_category: 'Leisure',
      tags: [{ name: 'cash', source: 'reader' }],
      codes: [{ type: 'GVC', value: '005' }],
      mandate_reference: 'M1',
      reference: 'R1',
      balance_after: '10.00',
      fingerprint: 'f',
      // No real transaction has both a statement and an account, but this one tests both columns.
      account_id: 'bac_a',
      replaces_id: 'txn_1',
    }
    await insertRows(database(), tenant, 'transactions', [{ ...movement, id: 'txn_1', statement_id: 'stm_1' }])
    await insertRows(database(), tenant, 'duplicate_transactions', [
      { ...movement, id: 'txn_2', statement_id: 'stm_2', duplicate_of_id: 'txn_1' },
    ])
    const data = await api.read(`{ transaction(id: "txn_2") { ${selections.map(({ text }) => text).join(' ')} } }`)
    whole = z.object({ transaction: transactionSchema }).parse(data).transaction
  })

  async function readFrom(parent: string, args: string, selection: string) {
    const text = `{ parent: ${parent} { list: transactions(first: 9 ${args}) { edges { node { ${selection} } } } } }`
    const nodes = z
      .object({ parent: answerSchema })
      .parse(await api.read(text))
      .parent.list.edges.map(({ node }) => node)
    return nodes.length === 1 ? nodes : nodes.filter(node => node.id === 'txn_2')
  }

  test('every field has a value here, so that a missing column would be noticed', () => {
    expect(Object.entries(whole).filter(([, value]) => value === null)).toEqual([])
    expect(Object.keys(whole)).toEqual(fields.map(field => field.name))
  })

  test.each(selections)('$name alone has the same value as with all others', async ({ name, text }) => {
    expect(await readFrom('statement(id: "stm_2")', '', text)).toEqual([{ [name]: whole[name] }])
    expect(await readFrom('applicant(id: "app_a")', 'filter: { includeDuplicates: true }', `id ${text}`)).toEqual([
      { id: 'txn_2', [name]: whole[name] },
    ])
  })

  test('two lists of one parent may select different fields', async () => {
    const { data } = await api.ask(`{ statement(id: "stm_2") {
      a: transactions { edges { node { reference } } } b: transactions { edges { node { channel } } } } }`)
    expect(data).toEqual({
      statement: { a: { edges: [{ node: { reference: 'R1' } }] }, b: { edges: [{ node: { channel: 'card' } }] } },
    })
  })
})

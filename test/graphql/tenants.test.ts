import { type GraphQLField, isNonNullType, isObjectType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { useEmbeddedDatabase } from '../support/databases.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'

const owner = parseTenantId('acme')
const stranger = 'stranger'

/** What belongs to the owner, by type. */
const ids: Readonly<Record<string, string>> = {
  Applicant: 'app_a',
  Case: 'case_a',
  CaseDocument: 'doc_a',
  Analysis: 'ana_a',
  Statement: 'stm_a',
  Transaction: 'txn_a',
  RiskAssessment: 'rsk_a',
}
/** The same for every tenant. */
const common = ['_service', '_entities', 'dataProviders']

const schema = createSchema()
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(field => !common.includes(field.name))
const single = queries.filter(field => isObjectType(field.type))
const lists = queries.filter(field => isNonNullType(field.type))
const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {})
const entities = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap(type =>
    (type.astNode?.directives ?? [])
      .filter(directive => directive.name.value === 'key')
      .flatMap(
        directive => directive.arguments?.flatMap(({ value }) => ('value' in value ? [String(value.value)] : [])) ?? [],
      )
      .map(key => ({ type: type.name, key })),
  )
  .filter(({ type }) => type !== 'DataProvider')

/** A call of a root field with the owner's id in the one argument that it must have. */
function callOf(field: GraphQLField<unknown, unknown>): string {
  const [argument, ...more] = field.args.filter(arg => isNonNullType(arg.type))
  expect(more).toEqual([])
  if (!argument) return field.name
  const id = argument.name === 'reference' ? 'app_a' : ids[String(field.type).replace('!', '')]
  if (!id) throw new Error(`The test knows nothing of the owner's that ${field.name} would find.`)
  return `${field.name}(${argument.name}: "${id}")`
}

describe('P17 tenants never see each other', () => {
  const database = useEmbeddedDatabase()
  let api: TestApi

  beforeAll(async () => {
    api = createTestApi(database())
    await insertAnalysedApplicant(database(), owner, 'a')
    const found = { applicant_id: 'app_a', collection_id: 'col_a' }
    await insertRows(database(), owner, 'documents', [{ id: 'doc_a', case_id: 'case_a', applicant_id: 'app_a' }])
    await insertRows(database(), owner, 'statements', [{ ...found, id: 'stm_a', analysis_id: 'ana_a' }])
    await insertRows(database(), owner, 'transactions', [{ ...found, id: 'txn_a', statement_id: 'stm_a' }])
    await insertRows(database(), owner, 'risk_assessments', [{ ...found, id: 'rsk_a', analysis_id: 'ana_a' }])
    api.events.append(owner, { type: 'APPLICANT_CREATED', applicantId: 'app_a' })
  })

  test.each(single.map(field => [field.name, field] as const))('by id: %s', async (name, field) => {
    const text = `{ ${callOf(field)} { id } }`
    expect(await api.ask(text)).toEqual({ data: { [name]: { id: expect.any(String) } } })
    expect(await api.ask(text, { tenant: stranger })).toEqual({ data: { [name]: null } })
  })

  test.each(lists.map(field => [field.name, field] as const))('in lists: %s', async (name, field) => {
    const text = `{ ${callOf(field)} { edges { node { id } } } }`
    expect(await api.ask(text)).toEqual({ data: { [name]: { edges: [{ node: { id: expect.any(String) } }] } } })
    expect(await api.ask(text, { tenant: stranger })).toEqual({ data: { [name]: { edges: [] } } })
  })

  test.each(entities)('by _entities: $type by $key', async ({ type, key }) => {
    const text = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }'
    const variables = { of: [{ __typename: type, [key]: ids[type] }] }
    expect(await api.ask(text, { variables })).toEqual({ data: { _entities: [{ __typename: type }] } })
    expect(await api.ask(text, { variables, tenant: stranger })).toEqual({ data: { _entities: [null] } })
  })

  test.each(subscriptions.map(field => [field.name, field] as const))('by subscription: %s', async (name, field) => {
    if (name === 'events') {
      const stream = await api.follow('subscription { events { id } }', { tenant: stranger })
      if (!(Symbol.asyncIterator in stream)) throw new Error('It could not be followed.')
      api.events.append(owner, { type: 'CASE_OPENED', caseId: 'case_a' })
      api.events.append(parseTenantId(stranger), { type: 'CASE_OPENED', id: 'evt_own' })
      expect((await stream.next()).value).toEqual({ data: { events: { id: 'evt_own' } } })
      await stream.return?.()
    } else {
      const refused = await api.follow(`subscription { ${callOf(field)} { id } }`, { tenant: stranger })
      expect(refused).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    }
  })
})

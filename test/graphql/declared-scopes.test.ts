import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  valueFromASTUntyped,
} from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { scopes as allScopes, isScope, type Scope } from '../../src/auth/caller.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { objectFieldsOf } from '../../src/graphql/object-fields.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'
import { sampleOf } from '../support/sample-input.ts'

const schema = createSchema({ scopeDirectives: true })
const declared = objectFieldsOf(schema)
  .map(one => ({ ...one, scopes: scopesOf(one.field) }))
  .filter(({ scopes }) => scopes.length > 0)
const mutations = declared.filter(({ type }) => type === schema.getMutationType())
const queries = declared.filter(({ type }) => type === schema.getQueryType())
const others = declared.filter(one => !mutations.includes(one) && !queries.includes(one))

/** An id of each entity through which fields are reached. */
const ids: Readonly<Record<string, string>> = {
  Applicant: 'app_a',
  Case: 'case_a',
  CaseDocument: 'doc_a',
  Analysis: 'ana_a',
  Statement: 'stm_a',
  Transaction: 'txn_a',
  RiskAssessment: 'rsk_a',
  BankLogin: 'blg_a',
  BankAccount: 'bac_a',
  DataProvider: 'reader',
}

describe('a field that declares scopes', () => {
  const database = useOneDatabase()
  const tenant = parseTenantId('acme')
  let api: TestApi

  beforeAll(async () => {
    const answer = { retrievedAt: new Date('2025-09-01T08:00:00Z'), stale: false }
    const company = { name: 'Kramladen', address: null, creditorIds: [], ibans: ['DE00'], logo: null }
    const unknown = { relevance: null, firstTransaction: null, lastTransaction: null, transactionCount: null }
    const money = { moneyIn: null, moneyOut: null, shareOfIncome: null, shareOfOutcome: null }
    const partner = { name: 'Kramladen', iban: 'DE00', maskedIban: '****', ...unknown, ...money }
    api = createTestApi(database(), {
      companies: { search: async () => ({ ...answer, value: [company] }) },
      paymentPartners: { read: async () => ({ ...answer, value: [partner] }) },
    })
    await insertAnalysedApplicant(database(), tenant, 'a')
    const found = { applicant_id: 'app_a', collection_id: 'col_a' }
    await insertRows(database(), tenant, 'documents', [{ id: 'doc_a', case_id: 'case_a', applicant_id: 'app_a' }])
    await insertRows(database(), tenant, 'statements', [{ ...found, id: 'stm_a', analysis_id: 'ana_a' }])
    await insertRows(database(), tenant, 'transactions', [
      { ...found, id: 'txn_a', statement_id: 'stm_a', counterparty: { name: 'Kramladen' } },
    ])
    const user = { applicant_id: 'app_a' }
    await insertRows(database(), tenant, 'bank_users', [user])
    await insertRows(database(), tenant, 'bank_logins', [{ ...user, id: 'blg_a' }])
    await insertRows(database(), tenant, 'bank_accounts', [{ ...user, id: 'bac_a', login_id: 'blg_a' }])
    await insertRows(database(), tenant, 'shipments', [{ ...user, id: 'shp_a', document_id: 'doc_a' }])
    api.events.append(tenant, { type: 'SHIPMENT_SENT', applicantId: 'app_a', shipmentId: 'shp_a' })
    await insertRows(database(), tenant, 'risk_assessments', [{ ...found, id: 'rsk_a', analysis_id: 'ana_a' }])
  })

  test.each(declared)('has them in its description: $name', ({ field, scopes }) => {
    for (const scope of scopes) expect(field.description).toContain(`Needs the scope \`${scope}\`.`)
  })

  test('is also enforced by the schema that is published without directives', async () => {
    const directives = objectFieldsOf(createSchema()).flatMap(({ field }) => field.astNode?.directives ?? [])
    expect(directives.map(({ name }) => name.value)).not.toContain('requiresScopes')
    expect(declared.length).toBeGreaterThan(mutations.length)
  })

  test('includes every mutation, which needs a scope other than those for reading', () => {
    const names = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(mutations.map(({ field }) => field.name).toSorted()).toEqual(names.toSorted())
    for (const one of mutations) expect(one.scopes.some(scope => !scope.startsWith('read'))).toBe(true)
  })

  test.each(mutations)(
    'refuses a caller that lacks one of them, and starts nothing: $name',
    async ({ field, scopes }) => {
      for (const missing of scopes) {
        const text = `mutation ($input: ${field.args[0]?.type}) { ${field.name}(input: $input) { __typename } }`
        const held = allScopes.filter(scope => scope !== missing)
        const input = sampleOf(field.args[0]?.type)
        const answer = await api.ask(text, { scopes: held, variables: { input } })
        // Starting it would throw another error in this test.
        expect(answer).toEqual({ data: { [field.name]: null }, errors: [refusalOf(missing, [field.name])] })
      }
    },
  )

  test.each(queries)('is refused to a caller that lacks one of them: $name', async ({ field, scopes }) => {
    const text = `{ ${field.name}(id: "x") { __typename } }`
    expect(await api.ask(text)).toEqual({ data: { [field.name]: null } })
    for (const missing of scopes)
      expect(await api.ask(text, { scopes: allScopes.filter(scope => scope !== missing) })).toEqual({
        data: { [field.name]: null },
        errors: [refusalOf(missing, [field.name])],
      })
  })

  test.each(others)(
    'is null for a caller that lacks one of them, with an error that names the scope: $name',
    async ({ type, field, scopes }) => {
      const { text, variables } = questionFor(type, field, scopes)

      const allowed = await api.ask(text, { variables })
      expect(allowed.errors).toBeUndefined()
      for (const missing of scopes) {
        const held = allScopes.filter(scope => scope !== missing)
        const { data, errors = [] } = await api.ask(text, { variables, scopes: held })
        expect(errors.length).toBeGreaterThan(0)
        for (const error of errors) {
          const { path: place } = z.object({ path: z.array(z.unknown()) }).parse(error)
          expect(error).toEqual(refusalOf(missing, place))
          expect(place.at(-1)).toBe(field.name)
        }
        expect(isNonNullType(field.type)).toBe(false)
        expect(data).toEqual(without(allowed.data, field.name))
      }
    },
  )
})

function refusalOf(scope: Scope, path: readonly unknown[]) {
  return expect.objectContaining({
    message: `This needs the scope ${scope}.`,
    path,
    extensions: expect.objectContaining({ code: 'FORBIDDEN', retryable: false }),
  })
}

/** The same answer with the field null everywhere. */
function without(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map(item => without(item, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === name ? null : without(member, name)]),
  )
}

/** Types that no entity leads to, with a query that returns them. */
const roots: Readonly<Record<string, string>> = { Company: 'companies(search: "x")' }

/** @returns a query that reaches the field without fields that need these scopes */
function questionFor(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, scopes: readonly Scope[]) {
  const root = roots[type.name]
  const own = `__typename ${field.name}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''}`
  if (root) return { text: `{ ${root} { ${own} } }` }
  const path = findPath(type, scopes)
  if (!path)
    throw new Error(`No entity leads to ${type.name}: add a query for it in test/graphql/declared-scopes.test.ts.`)
  const { entity, steps } = path
  const selection = steps.reduceRight((inner, step) => `${step} { ${inner} }`, own)
  const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${entity} { __typename ${selection} } } }`
  return { text, variables: { of: [{ __typename: entity, id: ids[entity] }] } }
}

const noSteps: readonly string[] = []

/** The shortest path from an entity to a type, through fields without required arguments and without these scopes. */
function findPath(
  target: GraphQLObjectType,
  without: readonly Scope[],
): { readonly entity: string; readonly steps: readonly string[] } | null {
  const union = schema.getType('_Entity')
  const entities = isUnionType(union) ? union.getTypes() : []
  let level = entities.map(type => ({ entity: type.name, type, steps: noSteps }))
  const seen = new Set<string>()
  while (level.length > 0) {
    const found = level.find(({ type }) => type === target)
    if (found) return found
    level = level.flatMap(({ entity, type, steps }) =>
      Object.values(type.getFields()).flatMap(field => {
        const next = getNamedType(field.type)
        if (!isObjectType(next) || seen.has(next.name) || field.args.some(isRequiredArgument)) return []
        if (scopesOf(field).some(scope => without.includes(scope))) return []
        seen.add(next.name)
        return [{ entity, type: next, steps: [...steps, field.name] }]
      }),
    )
  }
  return null
}

function scopesOf(field: GraphQLField<unknown, unknown>): Scope[] {
  const directive = field.astNode?.directives?.find(({ name }) => name.value === 'requiresScopes')
  const value = directive?.arguments?.[0]?.value
  if (!value) return []
  const [first = [], ...alternatives] = z.array(z.array(z.string().refine(isScope))).parse(valueFromASTUntyped(value))
  if (alternatives.length > 0) throw new Error(`${field.name} has alternatives: this test does not handle that yet.`)
  return first
}

import {
  buildSchema,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { scopes as allScopes, type Scope } from '../../src/auth/caller.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { enforceScopes } from '../../src/graphql/enforce-scopes.ts'
import { objectFieldsOf } from '../../src/graphql/object-fields.ts'
import { createSchema } from '../../src/graphql/schema.ts'
import { readScopeDirectives } from '../../src/graphql/scope-directives.ts'
import { useOneDatabase } from '../support/databases.ts'
import { createTestApi, type TestApi } from '../support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../support/rows.ts'
import { sampleOf } from '../support/sample-input.ts'

const tenant = parseTenantId('acme')
const schema = createSchema({ scopeDirectives: true })
const forbidden = (scope: string) => ({ message: `This needs the scope ${scope}.`, extensions: { code: 'FORBIDDEN' } })

describe('scopes', () => {
  const database = useOneDatabase()
  let api: TestApi

  beforeAll(async () => {
    api = createTestApi(database())
    await insertAnalysedApplicant(database(), tenant, 'a')
  })

  const read = (text: string, scopes: readonly Scope[]) => api.ask(text, { scopes })

  test('without read:account-numbers an answer has only masked account numbers', async () => {
    const numbers = { iban: 'NO9386011117947', maskedIban: 'NO*********7947' }
    const owner = { applicant_id: 'app_a', collection_id: 'col_a' }
    const account = { ...numbers, accountNumber: '86011117947', maskedNumber: '*******7947' }
    await insertRows(database(), tenant, 'statements', [{ ...owner, analysis_id: 'ana_a', id: 'stm_n', account }])
    await insertRows(database(), tenant, 'transactions', [{ ...owner, id: 'txn_n', counterparty: numbers }])
    const text = `{
      statement(id: "stm_n") { account { accountNumber maskedNumber iban maskedIban } }
      transaction(id: "txn_n") { counterparty { iban maskedIban } }
    }`
    expect(await read(text, ['read', 'read:account-numbers'])).toEqual({
      data: { statement: { account }, transaction: { counterparty: numbers } },
    })
    const result = await read(text, ['read', 'write', 'read:share-links'])
    expect(result).toMatchObject({
      data: {
        statement: { account: { ...account, accountNumber: null, iban: null } },
        transaction: { counterparty: { ...numbers, iban: null } },
      },
    })
    expect(JSON.stringify(result)).not.toMatch(/9386011117947|86011117947/)
  })

  test('every field with the name of a full number needs read:account-numbers', () => {
    const fields = objectFieldsOf(schema).filter(({ field }) => /^(iban|ibans|number|accountNumber)$/.test(field.name))
    expect(fields.map(({ name }) => name)).toContain('Counterparty.iban')
    for (const { name, field } of fields)
      expect([name, JSON.stringify(field.astNode?.directives)]).toEqual([
        name,
        expect.stringContaining('account-numbers'),
      ])
  })

  test('P32 an answer ends when the errors of its refused fields exceed the limit', async () => {
    const field = schema.getType('StatementAccount')
    const resolve = isObjectType(field) ? field.getFields().accountNumber?.resolve : undefined
    const context = { caller: { scopes: new Set(['read']) } }
    const refusal = () => {
      try {
        return Reflect.apply(resolve ?? String, undefined, [{ accountNumber: '1' }, {}, context, {}])
      } catch (error) {
        return String(error)
      }
    }
    // An assertion for each would take longer than all refusals.
    const refusals = new Set(Array.from({ length: 5_000 }, refusal))
    expect([...refusals]).toEqual([expect.stringContaining('read:account-numbers')])
    expect(refusal()).toContain('The answer has more than 500,000 values')
  })

  test('queries, entities and subscriptions need the scope read', async () => {
    expect(await read('{ applicant(id: "app_a") { id } }', ['write'])).toMatchObject({
      data: { applicant: null },
      errors: [forbidden('read')],
    })
    const entities = '{ _entities(representations: [{ __typename: "Applicant", id: "app_a" }]) { __typename } }'
    expect(await read(entities, ['write'])).toMatchObject({ errors: [forbidden('read')] })
    expect(await api.follow('subscription { events { id } }', { scopes: ['write'] })).toMatchObject({
      errors: [forbidden('read')],
    })
    expect(api.events.followers()).toBe(0)
    expect((await read('{ _service { sdl } __typename }', [])).errors).toBeUndefined()
  })

  describe('a mutation without the scope read', () => {
    const answers = fieldsBelowPayloads(schema)
    const held = allScopes.filter(scope => scope !== 'read')
    const ask = ({ path, composite }: Answered, scopes: readonly Scope[]) => {
      const [name = '', ...below] = path
      const argument = schema.getMutationType()?.getFields()[name]?.args[0]?.type
      const text = `mutation ($input: ${argument}) { ${name}(input: $input) ${below.reduceRight(
        (inner, step) => `{ ${step} ${inner} }`,
        composite ? '{ __typename }' : '',
      )} }`
      return api.ask(text, { scopes, variables: { input: sampleOf(argument) } })
    }

    test('returns the objects that it made, and ids', () => {
      const own = answers.filter(({ entity }) => !entity).map(({ path }) => path.join('.'))
      expect(own.filter(path => !path.endsWith('.id') && !path.includes('.userErrors.'))).toEqual(madeByMutations)
    })

    test.each(answers.filter(({ entity }) => entity).map(one => [one.path.join('.'), one] as const))(
      'is refused before it starts when it selects %s',
      async (_name, one) => {
        const [name = '', ...below] = one.path
        expect(await ask(one, held)).toMatchObject({
          data: { [name]: null },
          errors: [
            { message: expect.stringContaining(`scope read: ${below.join('.')}.`), extensions: { code: 'FORBIDDEN' } },
          ],
        })
        // The commands of this test throw, so with the scope it starts.
        expect(await ask(one, allScopes)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
      },
    )

    test.each(answers.filter(({ entity }) => !entity).map(one => [one.path.join('.'), one] as const))(
      'starts when it selects %s',
      async (_name, one) => {
        expect(await ask(one, held)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
      },
    )

    test.each([
      'mutation { createApplicant(input: { kind: PERSON }) { applicant { ...f } } } fragment f on Applicant { displayName }',
      'mutation { createApplicant(input: { kind: PERSON }) { applicant { id ... { displayName } } } }',
      'mutation { createApplicant(input: { kind: PERSON }) { ... { applicant { id displayName @include(if: false) } } } }',
      'mutation { createApplicant(input: { kind: PERSON }) { userErrors { code } } createApplicant(input: { kind: PERSON }) { applicant { displayName } } }',
    ])('finds selected fields anywhere: %s', async text => {
      const { errors } = await api.ask(text, { scopes: held })
      expect(errors).toContainEqual(expect.objectContaining({ message: expect.stringContaining('scope read') }))
    })
  })

  test('several scopes in one list are all needed, several lists are alternatives', () => {
    const text = `
      directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
      type Query { a: Int @requiresScopes(scopes: [["write", "erase"], ["banking"]]) }`
    const schema = enforceScopes(buildSchema(text), readScopeDirectives(parse(text)))
    const resolve = schema.getQueryType()?.getFields().a?.resolve
    const attempt = (...scopes: Scope[]) => {
      const context = { caller: { scopes: new Set(scopes) } }
      return Reflect.apply(resolve ?? String, undefined, [{ a: 1 }, {}, context, { fieldName: 'a' }])
    }
    expect(attempt('read', 'banking')).toBe(1)
    expect(attempt('read', 'write', 'erase')).toBe(1)
    expect(() => attempt('read', 'write')).toThrow('This needs the scope write and erase, or banking.')
    expect(() => attempt('banking')).toThrow('This needs the scope read.')
  })

  test('a directive that would not be enforced, or names no scope, is refused', () => {
    const directive = 'directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT'
    const onType = `${directive} type Query { a: A } type A @requiresScopes(scopes: [["read"]]) { b: Int }`
    expect(() => readScopeDirectives(parse(onType))).toThrow(/A is not enforced/)
    const unknown = `${directive} type Query { a: Int @requiresScopes(scopes: [["reed"]]) }`
    expect(() => readScopeDirectives(parse(unknown))).toThrow()
  })
})

/** Fields of objects that mutations themselves make, and so return without the scope read. */
const madeByMutations: readonly string[] = [
  ...below('createAccessToken.accessToken', ['token', 'scopes', 'expiresAt']),
  ...below('eraseApplicant.erasure', ['complete', ...below('remaining', ['reason', 'message', 'references'])]),
  ...['connectBank', 'manageBankLogins', 'synchronizeBankLogin'].flatMap(name =>
    below(name, ['redirectUrl', ...below('session', ['purpose', 'status', 'openedAt', 'expiresAt', 'returnedAt'])]),
  ),
  ...below('requestConsent.consent', ['joinUrl', 'status', 'expiresAt']),
  ...below('createDocumentUpload.upload', ['url', 'method', 'headers.name', 'headers.value', 'expiresAt']),
  ...['sendLetter', 'sendFax'].flatMap(name =>
    below(`${name}.shipment`, [
      ...['channel', 'recipient', 'subject'],
      ...below('address', ['name', 'street', 'postalCode', 'city', 'country', 'faxNumber']),
      'status',
      ...below('error', ['code', 'message', 'userMessage', 'retryable', 'retryAfterSeconds', 'providerCode']),
      ...['deadline', 'createdAt', 'updatedAt'],
    ]),
  ),
]

function below(path: string, fields: readonly string[]): string[] {
  return fields.map(field => `${path}.${field}`)
}

interface Answered {
  readonly path: readonly string[]
  /** Whether the path contains a field of an entity other than its id. */
  readonly entity: boolean
  readonly composite: boolean
}

/** Every path from a mutation to a leaf, or to the first field of an entity other than its id. */
function fieldsBelowPayloads(schema: GraphQLSchema) {
  const union = schema.getType('_Entity')
  const entities = new Set<unknown>(isUnionType(union) ? union.getTypes() : [])
  const found: Answered[] = []
  const walk = (type: unknown, path: readonly string[]): void => {
    if (!isObjectType(type)) return void found.push({ path, entity: false, composite: false })
    for (const field of Object.values(type.getFields())) {
      if (field.args.some(isRequiredArgument)) continue
      const place = [...path, field.name]
      if (entities.has(type) && field.name !== 'id')
        found.push({ path: place, entity: true, composite: isCompositeType(getNamedType(field.type)) })
      else walk(getNamedType(field.type), place)
    }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    walk(getNamedType(field.type), [field.name])
  return found
}

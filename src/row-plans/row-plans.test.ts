import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType, parse, validate } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { createTestApi, type Question, type TestApi } from '../../test/support/graphql-api.ts'
import { insertAnalysedApplicant, insertRows } from '../../test/support/rows.ts'
import { scopes } from '../auth/caller.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { fillIn, stringifyAround, WrittenJson } from '../graphql/written-json.ts'
import { createJitExecutor } from '../server/jit-executor.ts'
import { createRowPlanCompiler } from './compile-with-row-plans.ts'

const tenant = parseTenantId('acme')

/** Characters that JSON or UTF-8 treats differently from letters. */
const texts = [
  null,
  '',
  'Coffee',
  '"quoted" \\ and / slashed',
  'line\nbreak\ttab\r\b\f',
  '\u0001\u001f control \u007f',
  'ä ß € – 漢字 \u2028\u2029',
  '😀 𝒳 4 bytes 👩‍👩‍👧',
  'true',
  'null',
  '</script>',
  'x'.repeat(3_000),
] as const
const amounts = ['0', '-0.00', '12.30', '-123456789012345678.00', '999999999999999999', '0.000000000000000001'] as const
const names = ['Ladybird', null, 'a"b\\', 'ü😀'] as const

function at<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % items.length]
}

function toMovement(index: number) {
  const text = (offset: number) => at(texts, index + offset) ?? null
  const name = at(names, index) ?? null
  return {
    applicant_id: 'app_a',
    collection_id: 'col_a',
    position: index,
    status: at(['BOOKED', 'PENDING', 'OTHER'], index),
    amount: at(amounts, index),
    currency: at(['EUR', 'INR'], index),
    direction: at(['CREDIT', 'DEBIT'], index),
    booking_date: at([null, '2025-08-01', '0001-01-01'], index),
    value_date: at(['2025-08-02', null], index),
    effective_date: `2025-08-${String((index % 9) + 1).padStart(2, '0')}`,
    provider_transaction_id: text(1),
    description: text(0),
    counterparty: index % 4 === 0 ? null : { name, iban: text(2), maskedIban: '****', bic: null, creditorId: text(3) },
    channel: text(4),
    category: at([null, 'SALARY', 'SPENDING'], index),
    provider_category: index % 3 === 0 ? null : text(5),
    tags: at([[], [{ name: 'ä"b', source: null }], [{ name: 'b' }, { name: text(2) ?? '', source: 'x' }]], index),
    codes: index % 2 === 0 ? [] : Array.from({ length: 25 }, (_, code) => ({ type: 'GVC', value: String(code) })),
    mandate_reference: text(6),
    reference: text(7),
    balance_after: at([null, ...amounts], index),
    replaces_id: index % 5 === 0 ? 'txn_0' : null,
  }
}

// That both databases send the same bytes is tested with wire-rows.ts.
describeOnOneDatabase('lists that are written from rows', database => {
  let api: TestApi

  beforeAll(async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    await insertAnalysedApplicant(database(), tenant, 'empty')
    const found = { applicant_id: 'app_a', analysis_id: 'ana_a', collection_id: 'col_a' }
    await insertRows(database(), tenant, 'statements', [
      { ...found, id: 'stm_1' },
      { ...found, id: 'stm_2', duplicate_of_id: 'stm_1' },
      { ...found, id: 'stm_empty' },
    ])
    const user = { applicant_id: 'app_a' }
    await insertRows(database(), tenant, 'bank_users', [user])
    await insertRows(database(), tenant, 'bank_logins', [{ ...user, id: 'blg_a' }])
    await insertRows(database(), tenant, 'bank_accounts', [{ ...user, id: 'bac_a', login_id: 'blg_a' }])
    const movements = Array.from({ length: 48 }, (_, index) => ({ ...toMovement(index), id: `txn_${index}` }))
    await insertRows(
      database(),
      tenant,
      'transactions',
      movements.map((movement, index) => ({
        ...movement,
        ...(index % 2 === 0 ? { statement_id: 'stm_1' } : { account_id: 'bac_a' }),
      })),
    )
    await insertRows(
      database(),
      tenant,
      'duplicate_transactions',
      movements.slice(0, 12).map((movement, index) => ({
        ...movement,
        id: `txn_copy_${index}`,
        statement_id: 'stm_2',
        duplicate_of_id: `txn_${index}`,
      })),
    )
    api = createTestApi(database())
  })

  /** The answer of graphql-js and the answer that is written from rows. */
  async function answerBoth(source: string, question: Question = {}) {
    const document = parse(source)
    expect(validate(api.schema, document)).toEqual([])
    const sourceHash = createHash('sha256').update(source).digest('hex')
    const ask = () => ({
      source,
      sourceHash,
      document,
      operationName: null,
      variables: question.variables ?? {},
      contextValue: api.contextOf(question),
    })
    const interpreted = await createJitExecutor(api.schema)(ask())
    const compiled = createJitExecutor(api.schema, { compile: createRowPlanCompiler(api.schema) })
    await compiled(ask())
    const planned = await compiled(ask())
    const [expected, text] = [interpreted, planned].map(({ data, errors }) => ({
      data,
      // Fields are resolved in any order, so the errors of an answer are unordered.
      errors: errors?.toSorted((one, other) => String(one.path).localeCompare(String(other.path))),
    }))
    return {
      expected: JSON.stringify(expected),
      answer: String((await fillIn(async () => stringifyAround(text))).body),
      isPlanned: hasWritten(planned.data),
    }
  }

  /** Expects the same answer from both. @returns it */
  async function expectSame(source: string, isPlanned: boolean, question?: Question): Promise<string> {
    const both = await answerBoth(source, question)
    expect(both.answer).toBe(both.expected)
    expect(both.isPlanned).toBe(isPlanned)
    return both.answer
  }

  test('have the same bytes as the answer of graphql-js, with any selection, filter and order', async () => {
    let planned = 0
    await fc.assert(
      fc.asyncProperty(queries(api), async ({ source, question }) => {
        const both = await answerBoth(source, question)
        expect(both.answer).toBe(both.expected)
        if (both.isPlanned) planned += 1
      }),
      { numRuns: 25 },
    )
    expect(planned).toBeGreaterThan(0)
  })

  const lists = {
    'of an applicant': '{ applicant(id: "app_a") { list: transactions(first: 40) { … } } }',
    'of statements, read together':
      '{ applicant(id: "app_a") { statements(includeDuplicates: true) { edges { node { id transactions(last: 5) { … } } } } } }',
    'of a bank account': '{ bankAccount(id: "bac_a") { transactions(orderBy: AMOUNT_ASC) { … } } }',
    'of entities':
      '{ _entities(representations: [{ __typename: "Applicant", id: "app_a" }, { __typename: "Statement", id: "stm_1" }, { __typename: "Statement", id: "none" }]) { ... on Applicant { transactions { … } } ... on Statement { transactions { … } } } }',
    'without anything': '{ applicant(id: "app_empty") { transactions { … } } }',
  }
  const selections = {
    'with all plain fields':
      'edges { cursor __typename node { __typename id status direction amount { value currency __typename } balanceAfter { currency value } bookingDate valueDate effectiveDate description counterparty { name maskedIban bic creditorId iban } channel category { code providerCode } tags { name source } codes { value type } mandateReference reference providerTransactionId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
    'with selections that are merged':
      'edges { node { id amount { value } ... on Transaction { amount { sum: value currency } } } } edges { node { words: description category { __typename } } }',
    'with only cursors': 'edges { cursor }',
  }
  for (const [of, list] of Object.entries(lists))
    for (const [what, selection] of Object.entries(selections))
      test(`${of}, ${what}, are written from rows`, async () => {
        await expectSame(list.replaceAll('…', selection), true)
      })

  test('a caller who lacks a scope gets the errors of ordinary execution', async () => {
    const source = '{ applicant(id: "app_a") { transactions { edges { node { id counterparty { iban } } } } } }'
    const answer = await expectSame(source, false, { scopes: ['read'] })
    expect(answer).toContain('This needs the scope read:account-numbers.')
  })

  test.each([
    ['a condition', 'edges { node { id description @include(if: true) } }'],
    ['a condition on the edges', 'edges @skip(if: false) { node { id } }'],
    ['a field with a resolver', 'edges { node { id provider { id } } }'],
    ['two lists of edges', 'edges { node { id } } more: edges { node { status } }'],
    ['no edges', 'totalCount'],
  ])('%s is executed the ordinary way', async (_what, selection) => {
    await expectSame(`{ applicant(id: "app_a") { transactions { ${selection} } } }`, false)
  })

  test('a list that is selected in two places is executed the ordinary way', async () => {
    const first = 'applicant(id: "app_a") { transactions { edges { node { id } } } }'
    const second = 'applicant(id: "app_a") { transactions { edges { node { status } } } }'
    await expectSame(`{ ${first} ${second} }`, false)
  })

  test('errors of a page are those of ordinary execution', async () => {
    for (const args of [
      'first: 501',
      'first: 1, last: 1',
      'after: "forged"',
      'filter: { amount: { min: "2", max: "1" } }',
    ]) {
      const both = await answerBoth(`{ applicant(id: "app_a") { id transactions(${args}) { edges { node { id } } } } }`)
      expect(both.answer).toBe(both.expected)
      expect(both.answer).toContain('"errors"')
    }
  })
})

function hasWritten(value: unknown): boolean {
  if (value instanceof WrittenJson) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(hasWritten)
}

/** Random queries for lists of transactions, with fields, aliases, fragments, conditions, arguments and callers. */
function queries({ schema }: TestApi) {
  const transaction = objectOf(schema.getType('Transaction'))
  const leaves = Object.values(transaction.getFields()).filter(({ type }) => isLeafType(getNamedType(type)))
  const objects = Object.values(transaction.getFields()).flatMap(field => {
    const type = getNamedType(field.type)
    if (!isObjectType(type)) return []
    const own = Object.values(type.getFields()).filter(
      inner => isLeafType(getNamedType(inner.type)) && inner.args.length === 0,
    )
    return [{ name: field.name, members: ['__typename', ...own.map(inner => inner.name)] }]
  })
  const plain = objects.filter(({ name }) =>
    ['amount', 'balanceAfter', 'counterparty', 'category', 'tags', 'codes'].includes(name),
  )

  const alias = fc.constantFrom('', '', '', 'a: ', 'b: ', 'c: ')
  const leaf = fc.tuple(alias, fc.constantFrom('id', '__typename', ...leaves.map(field => field.name)))
  const toObject = (from: typeof objects) =>
    fc
      .constantFrom(...from)
      .chain(({ name, members }) =>
        fc
          .tuple(alias, fc.array(fc.constantFrom(...members), { minLength: 1, maxLength: 4 }))
          .map(([as, own]) => [as, `${name} { ${[...new Set(own)].join(' ')} }`] as const),
      )
  const field = fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 6, arbitrary: toObject(plain) },
    { weight: 1, arbitrary: toObject(objects) },
  )
  const condition = fc.constantFrom(...Array<string>(12).fill(''), '@include(if: $yes)', '@skip(if: $yes)')
  const wrapped = fc
    .tuple(field, condition, fc.constantFrom('', '', '', '... {', '... on Transaction {'))
    .map(([[as, text], when, fragment]) => {
      const selection = `${as}${text.replace(/( \{|$)/, ` ${when}$1`)}`
      return fragment ? `${fragment} ${selection} }` : selection
    })
  const edges = fc
    .tuple(fc.array(wrapped, { minLength: 1, maxLength: 8 }), fc.constantFrom('', 'cursor', '__typename'), fc.boolean())
    .map(([own, beside, isNamed]) =>
      isNamed ? `${beside} node { id ...Named }` : `${beside} node { id ${own.join(' ')} }`,
    )
  const filter = fc.constantFrom(
    '',
    'filter: { direction: CREDIT }',
    'filter: { categories: [SALARY, SPENDING], includeDuplicates: true }',
    'filter: { search: "coffee" }',
    'filter: { amount: { min: "-1", max: "1000" }, status: BOOKED }',
    'filter: { effectiveDate: { from: "2025-08-03" } }',
    'filter: $filter',
  )
  const args = fc
    .tuple(
      filter,
      fc.constantFrom('', 'orderBy: AMOUNT_DESC', 'orderBy: EFFECTIVE_DATE_ASC'),
      fc.constantFrom('', 'first: 3', 'last: 7', 'first: 0', 'first: $first'),
    )
    .map(parts => parts.filter(part => part !== '').join(', '))
  const list = fc
    .tuple(
      args,
      edges,
      fc.constantFrom('', 'pageInfo { hasNextPage startCursor endCursor }', 'totalCount', '__typename'),
    )
    .map(([given, own, beside]) => `transactions${given && `(${given})`} { edges { ${own} } ${beside} }`)
  const place = fc.constantFrom(
    (own: string) => `applicant(id: "app_a") { ${own} }`,
    (own: string) =>
      `applicant(id: "app_a") { id one: ${own} statements(includeDuplicates: true) { edges { node { ${own} } } } }`,
    (own: string) => `bankAccount(id: "bac_a") { ${own} }`,
    (own: string) =>
      `_entities(representations: [{ __typename: "Statement", id: "stm_2" }, { __typename: "Applicant", id: "none" }]) { ... on Statement { ${own} } }`,
  )
  const fragments = fc.array(wrapped, { minLength: 1, maxLength: 5 })
  const variables = fc.record({
    yes: fc.boolean(),
    first: fc.constantFrom(1, 50),
    filter: fc.constantFrom(null, {}, { direction: 'DEBIT' }, { accountIds: ['bac_a'] }),
  })
  return fc
    .tuple(place, list, fragments, variables, fc.constantFrom(scopes, ['read'] as const))
    .map(([toQuery, own, fragment, given, held]) => {
      const selected = toQuery(own)
      const used = ['yes: Boolean! = true', 'first: Int', 'filter: TransactionFilter']
      const named = selected.includes('...Named') ? `fragment Named on Transaction { ${fragment.join(' ')} }` : ''
      const body = `{ ${selected} } ${named}`
      const declared = used.map(one => `$${one}`).filter(one => body.includes(one.slice(0, one.indexOf(':'))))
      return {
        source: `query${declared.length > 0 ? ` (${declared.join(', ')})` : ''} ${body}`,
        question: { scopes: held, variables: given },
      }
    })
    .filter(({ source }) => validate(schema, parse(source)).length === 0)
}

function objectOf(type: unknown): GraphQLObjectType {
  if (isObjectType(type)) return type
  throw new Error('The schema has no such type.')
}

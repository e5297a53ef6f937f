import fc from 'fast-check'
import { buildSchema, getIntrospectionQuery, getOperationAST, graphql, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createOperationCost } from './operation-cost.ts'

const schema = buildSchema(`
  directive @listSize(assumedSize: Int) on FIELD_DEFINITION
  scalar _Any
  union _Entity = Thing
  type Query {
    thing: Thing
    list: [Thing!]! @listSize(assumedSize: 10)
    long: [Thing!]! @listSize(assumedSize: 1000)
    words: [String!]! @listSize(assumedSize: 7)
    unbounded: [Thing!]!
    things(first: Int, last: Int): ThingConnection!
    _entities(representations: [_Any!]!): [_Entity]!
  }
  type Thing { id: ID! name: String things(first: Int, last: Int): ThingConnection! }
  type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type ThingEdge { node: Thing! cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
`)

/** The number of fields of the type with the most fields, `__Type`. */
const maxFields = Math.max(
  ...Object.values(schema.getTypeMap()).map(type => ('getFields' in type ? Object.keys(type.getFields()).length : 0)),
)

function costOf(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('There is no operation.')
  const cost = createOperationCost(schema, document, operation)
  return { lists: cost.lists, values: cost.values(variables) }
}
const valuesOf = (text: string, variables?: Record<string, unknown>) => costOf(text, variables).values

describe('the estimated number of values', () => {
  test.each([
    ['a list of words', '{ words }', 7],
    ['an object and its fields', '{ thing { id name } }', 3],
    ['a list without pages: its declared size', '{ list { id name } }', 30],
    ['a list with a usual length', '{ long { id name } }', 3_000],
    // The list, its look-up, and 50 times edge, node and id.
    ['a page: fifty', '{ things { edges { node { id } } } }', 1 + 20 + 50 * 3],
    ['a page of its own size', '{ things(first: 3) { edges { node { id } } } }', 1 + 20 + 3 * 3],
    ['a page from the end', '{ things(last: 3) { edges { cursor } } }', 1 + 20 + 3 * 2],
    ['a page that is too long', '{ things(first: 9999) { edges { cursor } } }', 1 + 20 + 500 * 2],
    ['no page', '{ things(first: 0) { edges { cursor } pageInfo { hasNextPage } } }', 1 + 20 + 2],
    ['a count', '{ things(first: 0) { totalCount } }', 1 + 20 + 1 + 20],
    [
      'a page in a page',
      '{ things(first: 3) { edges { node { things(first: 5) { edges { cursor } } } } } }',
      21 + 3 * (2 + 21 + 5 * 2),
    ],
    [
      'a fragment, as often as it is spread',
      '{ a: thing { ...f } b: thing { ...f } } fragment f on Thing { id name }',
      6,
    ],
    ['what is skipped is counted', '{ thing { id @skip(if: true) } }', 2],
    // Every introspection of a type is estimated by the type with the most fields.
    ['introspection: its real answer', '{ __type(name: "Thing") { fields { name } } }', 1 + maxFields * 2],
    ['the name of a type', '{ __typename thing { __typename } }', 3],
    ['representations', '{ _entities(representations: [1, 2, 3]) { ... on Thing { id } } }', 3 * 2],
  ])('%s', (_name, text, values) => {
    expect(valuesOf(text)).toBe(values)
  })

  test('a size from a variable costs the same as from a literal', () => {
    const inner = 'edges { node { things(first: 2) { edges { cursor } } } }'
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 1_000 }), size => {
        const literal = valuesOf(`{ things(first: ${size}) { ${inner} } }`)
        const text = (type: string) => `query ($n: ${type}) { things(first: $n) { ${inner} } }`
        expect(valuesOf(text('Int'), { n: size })).toBe(literal)
        expect(valuesOf(text(`Int = ${size}`))).toBe(literal)
      }),
    )
    const text = 'query ($n: Int = 3) { things(first: $n) { edges { cursor } } }'
    expect(valuesOf(text, { n: null })).toBe(valuesOf('{ things { edges { cursor } } }'))
    expect(valuesOf(text, { n: 'many' })).toBe(valuesOf('{ things { edges { cursor } } }'))
  })

  test('representations from a variable are counted', () => {
    const text =
      'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Thing { id things { totalCount } } } }'
    expect(valuesOf(text, { all: [1, 2, 3, 4] })).toBe(4 * (1 + 1 + 21 + 21))
    expect(valuesOf(text, { all: [] })).toBe(0)
  })

  test('paged lists are counted as often as their fragment is spread', () => {
    expect(costOf('{ things { edges { node { a: things { totalCount } b: things { totalCount } } } } }').lists).toBe(3)
    expect(costOf('{ a: thing { ...f } b: thing { ...f } } fragment f on Thing { things { totalCount } }').lists).toBe(
      2,
    )
  })

  test('a list without a declared size cannot be queried', () => {
    expect(() => valuesOf('{ unbounded { id } }')).toThrow('Query.unbounded does not say how long it may be')
  })

  test.each([
    ['the whole', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
    [
      'types within types',
      '{ __schema { types { name possibleTypes { fields { args { type { ofType { name } } } } } fields { type { ofType { ofType { fields { name } } } } } } } }',
    ],
    ['fragments', '{ __schema { types { ...f fields { type { ...f } } } } } fragment f on __Type { kind name }'],
    ['lists of words', '{ __schema { directives { name locations } } }'],
  ])('introspection is estimated with its real number of values: %s', async (_name, text) => {
    const { data } = await graphql({ schema, source: text })
    // A list counts as its items; null is one value.
    const count = (value: unknown): number =>
      Array.isArray(value)
        ? value.reduce((total: number, item) => total + count(item), 0)
        : 1 +
          (typeof value === 'object' && value !== null
            ? Object.values(value).reduce((total: number, item) => total + count(item), 0)
            : 0)
    expect(valuesOf(text)).toBe(count(data) - 1)
  })
})

import { buildSchema, type ExecutionResult, execute, getNullableType, isListType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createJitExecutor } from '../../server/jit-executor.ts'
import { subscribeAfresh } from '../../server/subscribe-afresh.ts'
import { objectFieldsOf } from '../object-fields.ts'
import { createSchema } from '../schema.ts'
import { boundLists } from './bound-lists.ts'

const small = 100
const text = `
  directive @listSize(assumedSize: Int) on FIELD_DEFINITION
  scalar JSON
  type Query { things: [Thing!] @listSize(assumedSize: 50) words: [String!]! @listSize(assumedSize: 5) json: JSON }
  type Thing { id: ID! name: String inner: Thing things: [Thing!] @listSize(assumedSize: 50) }`

/** A schema with lists of a given length and answers of at most 100 values, and the number of calls of `things`. */
function createSample(length: number) {
  const schema = boundLists(buildSchema(text), small)
  let lookedUp = 0
  const things = () => {
    lookedUp += 1
    return Promise.resolve(
      Array.from({ length }, (_, id) => ({ id, name: 'x', things, inner: { id, name: 'y', things } })),
    )
  }
  const rootValue = { things, words: Array.from({ length }, () => 'word'), json: Array.from({ length }, () => 'text') }
  return { schema, rootValue, lookedUp: () => lookedUp }
}

const tooLarge = {
  message:
    'The answer has more than 100 values, but may have at most 100. Ask for smaller pages (first, last), or in several requests.',
}

describe('lists', () => {
  test('every list of the schema returns no more items than it declares', async () => {
    const schema = createSchema()
    const lists = objectFieldsOf(schema).filter(({ field }) => isListType(getNullableType(field.type)))
    expect(lists.length).toBeGreaterThan(30)
    for (const { field } of lists) {
      // The resolvers are replaced by one that returns more than any list may, and bounded again.
      field.resolve = () => Promise.resolve(Array.from({ length: 20_000 }, (_, index) => String(index)))
    }
    boundLists(schema, Number.POSITIVE_INFINITY)
    for (const { name, field } of lists) {
      const info = { fieldNodes: [], fragments: {}, returnType: field.type, schema }
      const answered: unknown = await Reflect.apply(field.resolve ?? String, undefined, [{}, {}, {}, info])
      const declared = field.astNode?.directives?.find(directive => directive.name.value === 'listSize')
      const size = declared?.arguments?.find(argument => argument.name.value === 'assumedSize')?.value
      const bound = size?.kind === 'IntValue' ? Number(size.value) : { edges: 500, _entities: 10_000 }[field.name]
      expect([name, Array.isArray(answered) && answered.length]).toEqual([name, bound])
      if (size?.kind === 'IntValue' && !name.endsWith('Updated'))
        expect([name, saysBound(field.description ?? '', Number(size.value))]).toEqual([name, true])
    }
  })

  test('a schema with a list without a declared size cannot be built', () => {
    expect(() => boundLists(buildSchema('type Query { things: [Int!] }'))).toThrow(
      'Query.things does not say how long it may be: declare @listSize(assumedSize:).',
    )
  })
})

describe.each([
  ['graphql-js', 'first'],
  ['a compiled operation', 'again'],
])('P32 an answer that becomes too large while it is created, by %s', (_name, when) => {
  async function answer(source: string, length: number) {
    const { schema, rootValue, lookedUp } = createSample(length)
    for (const [name, value] of Object.entries(rootValue)) {
      const field = schema.getQueryType()?.getFields()[name]
      const resolve = field?.resolve
      if (field && resolve)
        field.resolve = (_source, args, context, info) => resolve({ [name]: value }, args, context, info)
    }
    const run = createJitExecutor(schema)
    const once = () =>
      run({ source, sourceHash: source, document: parse(source), operationName: null, variables: {}, contextValue: {} })
    let result: ExecutionResult = await once()
    if (when === 'again') result = await once()
    return { result, lookedUp: lookedUp() }
  }

  test('is refused as a whole', async () => {
    const { result } = await answer('{ words things { id things { id things { id } } } }', 20)
    expect(result.data).toBeNull()
    expect(result.errors).toMatchObject([tooLarge])
  })

  test('calls no further resolvers of lists', async () => {
    const { lookedUp } = await answer('{ things { things { things { things { id } } } } }', 40)
    // Without the limit there would be 40 ** 3 lists.
    expect(lookedUp).toBeLessThan(200)
  })

  test('counts values in objects and fragments', async () => {
    const { result } = await answer('{ things { ...f inner { ...f } } } fragment f on Thing { id name }', 20)
    expect(result.errors).toMatchObject([tooLarge])
  })

  test('counts JSON by its text', async () => {
    const { result } = await answer('{ json }', 2_000)
    expect(result.errors).toMatchObject([tooLarge])
  })

  test('is returned up to the limit', async () => {
    const { result } = await answer('{ things { id name inner { id } } }', 20)
    expect(result.errors).toBeUndefined()
    expect(result.data).toMatchObject({ things: { length: 20 } })
  })
})

test('each execution has its own count', async () => {
  const { schema, rootValue } = createSample(30)
  const ask = () => execute({ schema, rootValue, document: parse('{ things { id name } }'), contextValue: {} })
  for (const _time of [1, 2, 3]) expect((await ask()).errors).toBeUndefined()
})

function saysBound(description: string, bound: number): boolean {
  const said = new Intl.NumberFormat('en').format(bound)
  return description.includes(said) || description.includes(String(bound)) || description.includes('A short list')
}

test('P32 an event of a subscription whose answer becomes too large ends as an error, and the next one is answered', async () => {
  const schema = boundLists(
    buildSchema(
      `${text} type Subscription { thing: Thing! }`.replace('type Query', 'extend type Query { a: Int } type Query'),
    ),
    small,
  )
  const field = schema.getSubscriptionType()?.getFields().thing
  if (!field) throw new Error('There is no subscription.')
  field.subscribe = async function* () {
    yield { thing: { id: '1', things: Array.from({ length: 50 }, (_, id) => ({ id, name: 'x' })) } }
    yield { thing: { id: '2', things: [] } }
  }
  const context = { forEvent: () => ({ ...context }), eventIdOf: () => null, audience: () => 'all' }
  const document = parse('subscription { thing { id things { id name } } }')
  const events = await subscribeAfresh({ schema, document }, context)
  if (!(Symbol.asyncIterator in events)) throw new Error('It did not begin.')
  expect((await events.next()).value).toMatchObject({ data: null, errors: [tooLarge] })
  expect((await events.next()).value).toEqual({ data: { thing: { id: '2', things: [] } } })
})

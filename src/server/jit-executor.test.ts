import { createHash } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { ExecutionResult } from 'graphql'
import {
  buildSchema,
  GraphQLError,
  GraphQLScalarType,
  getIntrospectionQuery,
  isEnumType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import type { JitExecutorOptions, Operation } from './jit-executor.ts'
import { compileOperation, createJitExecutor } from './jit-executor.ts'

const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Day
  enum Shade { LIGHT DARK }
  input Range { from: Day to: Day = "2025-12-31" shades: [Shade!] }
  interface Named { name: String! }
  type Person implements Named @key(fields: "id") {
    id: ID! name: String! age: Int born: Day nickname: String friends(first: Int = 2): [Person!]! parent: Person
    shade: Shade broken: String strict: String! lazy: String day: Day
  }
  type Pet implements Named { name: String! owner: Person! }
  union Being = Person | Pet
  type Query {
    person(id: ID!): Person
    people: [Person]
    beings: [Being!]!
    named: [Named!]!
    echo(text: String, number: Int! = 7, flags: [Boolean!], range: Range): String
    fails: String
    failsAsIntended: String
    failsLater: Person
    context: String
  }
  type Mutation { add(amount: Int!): Int! addLater(amount: Int!): Int! fail: Int }
`)

const people = ['ada', 'bob', 'cyd'].map((name, index) => ({
  __typename: 'Person',
  id: String(index + 1),
  name,
  age: 30 + index,
  born: new Date(Date.UTC(1990, index, 1)),
  nickname: null,
  shade: index % 2 === 0 ? 'LIGHT' : 'DARK',
  strict: index === 1 ? null : 'here',
  day: index === 2 ? 'someday' : '2025-01-01',
}))
const pets = people.map(owner => ({ __typename: 'Pet', name: `${owner.name}'s cat`, owner }))
const later = async <Value>(value: Value) => value
let total = 0
const add = (amount: number) => {
  total += amount
  return total
}

const dayScalar = new GraphQLScalarType({
  name: 'Day',
  serialize(value) {
    if (value === 'someday') throw new TypeError('A Day was expected.')
    return value
  },
})

const schema = buildSubgraphSchema([
  {
    typeDefs,
    resolvers: {
      Day: dayScalar,
      Person: {
        __resolveReference: ({ id }: { id: string }) => later(people.find(person => person.id === id)),
        friends: (_: unknown, { first }: { first: number }) => people.slice(0, first),
        parent: (person: { id: string }) => later(people.find(other => other.id === String(Number(person.id) - 1))),
        broken: ({ name }: { name: string }) => {
          throw new AppError('PROVIDER_TIMEOUT', `${name} did not answer`)
        },
        lazy: ({ name }: { name: string }) => later(`lazy ${name}`),
        born: ({ born }: { born: Date }) => born.toISOString().slice(0, 10),
      },
      Query: {
        person: (_: unknown, { id }: { id: string }) => people.find(person => person.id === id),
        people: () => [later(people[0]), null, people[1], new Error('lost')],
        beings: () => later([people[0], pets[1]]),
        named: () => [pets[0], later(people[2])],
        echo: (_: unknown, args: object) => JSON.stringify(Object.entries(args).sort(([a], [b]) => a.localeCompare(b))),
        fails: () => {
          throw new Error('the disk is on fire')
        },
        failsAsIntended: () => {
          throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } })
        },
        failsLater: async () => {
          throw new AppError('PROVIDER_UNAVAILABLE', 'no answer', { retryAfterSeconds: 5 })
        },
        context: (_: unknown, __: unknown, { who }: { who: string }) => who,
      },
      Mutation: {
        add: (_: unknown, { amount }: { amount: number }) => add(amount),
        addLater: async (_: unknown, { amount }: { amount: number }) => later(add(amount)),
        fail: () => Promise.reject(new Error('no')),
      },
    },
  },
])

function toOperation(source: string, variables = {}, operationName: string | null = null): Operation {
  const document = parse(source)
  expect(validate(schema, document)).toEqual([])
  const sourceHash = createHash('sha256').update(source).digest('hex')
  return { source, sourceHash, document, operationName, variables, contextValue: { who: 'me' } }
}

/** What a client sees and what error formatting uses. The errors of an answer are unordered. */
function visible({ data, errors }: ExecutionResult) {
  const described = errors?.map(error => ({
    error: error.toJSON(),
    isGraphQLError: error instanceof GraphQLError,
    cause: error.originalError?.message,
  }))
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    keys: JSON.stringify(data),
    errors: described?.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  }
}

const always = 'query ($yes: Boolean = true, $no: Boolean = false)'
const operations: [string, string, Record<string, unknown>?, string?][] = [
  ['fields and aliases', '{ a: person(id: "1") { id name born shade } b: person(id: 2) { name } }'],
  [
    'an order beyond graphql-jit: a field that is skipped and selected again later',
    `${always} { person(id: "1") { name @skip(if: $yes) id age @skip(if: $no) name age } }`,
  ],
  [
    'an order beyond graphql-jit: the same in a fragment, and below a field that is selected twice',
    `${always} { a: person(id: "3") { ... @include(if: $no) { name } id name parent { ...N @skip(if: $yes) id } parent { age name } } } fragment N on Person { name }`,
  ],
  [
    'an order beyond graphql-jit: below a field that is skipped and selected again later',
    `${always} { person(id: "3") { parent @skip(if: $yes) { name } parent { id name } age @skip(if: $no) } }`,
  ],
  ['nothing found', '{ person(id: "9") { name } }'],
  ['__typename', '{ __typename person(id: "1") { __typename } }'],
  ['lists of promises, nulls and errors', '{ people { name friends(first: 1) { name } } }'],
  ['unions', '{ beings { __typename ... on Person { age } ... on Pet { owner { name } } } }'],
  ['interfaces', '{ named { name ... on Pet { owner { lazy } } ...P } } fragment P on Person { id parent { name } }'],
  ['nested promises', '{ person(id: "3") { lazy parent { lazy parent { lazy parent { name } } } } }'],
  ['default arguments', '{ echo person(id: "1") { friends { name } } }'],
  ['literal input', '{ echo(text: "é\\n\\"", number: 1, flags: [true], range: {from: "2025-01-01", shades: [DARK]}) }'],
  ['a single value for a list', '{ echo(flags: true, range: {shades: LIGHT}) }'],
  ['null for an argument', '{ echo(text: null, flags: null, range: null) }'],
  [
    'variables',
    'query ($t: String, $n: Int!, $r: Range) { echo(text: $t, number: $n, range: $r) }',
    { t: 'x', n: 2, r: { from: '2025-01-01', shades: ['DARK'] } },
  ],
  ['a single value for a list variable', 'query ($f: [Boolean!]) { echo(flags: $f) }', { f: true }],
  [
    'a variable inside an input',
    'query ($d: Day, $s: [Shade!]) { echo(range: {from: $d, shades: $s}) }',
    { d: '2025-02-03', s: ['LIGHT'] },
  ],
  ['a variable inside a list', 'query ($s: Shade!) { echo(range: {shades: [DARK, $s]}) }', { s: 'LIGHT' }],
  ['absent variables', 'query ($t: String, $r: Range, $n: Int = 3) { echo(text: $t, range: $r, number: $n) }'],
  ['null variables', 'query ($t: String, $r: Range) { echo(text: $t, range: $r) }', { t: null, r: null }],
  ['null for a variable with a default in a non-null place', 'query ($n: Int = 3) { echo(number: $n) }', { n: null }],
  ['undeclared variables', '{ echo }', { stray: 1 }],
  ['a variable of the wrong type', 'query ($n: Int!) { echo(number: $n) }', { n: 'seven' }],
  ['a missing variable', 'query ($id: ID!) { person(id: $id) { name } }'],
  ['a variable with a wrong member', 'query ($r: Range) { echo(range: $r) }', { r: { shades: ['PINK'] } }],
  ['several wrong variables', 'query ($a: Int!, $b: [Boolean!]) { echo(number: $a, flags: $b) }', { a: 1.5, b: ['x'] }],
  ['an integer beyond 32 bits', 'query ($n: Int!) { echo(number: $n) }', { n: 2 ** 40 }],
  [
    '@skip and @include',
    `${always} { echo @include(if: $yes) context @skip(if: $yes) person(id: 1) @include(if: $no) { name } }`,
  ],
  [
    'the same field under two conditions',
    `${always} { person(id: 1) { name @skip(if: $yes) name @include(if: $yes) age @include(if: $no) } }`,
  ],
  [
    'a fragment under two conditions',
    `${always} { a: person(id: 1) { ...F @include(if: $no) } b: person(id: 2) { ...F @include(if: $yes) } } fragment F on Person { name lazy }`,
  ],
  [
    'an inline fragment that is left out',
    `${always} { person(id: 1) { ... @skip(if: $yes) { name } ... on Person @include(if: $yes) { lazy } ... @include(if: $no) { age } } }`,
  ],
  [
    'a fragment before fields',
    '{ person(id: 1) { ...P age ... on Person { shade } born } echo } fragment P on Person { name id }',
  ],
  [
    'fragments in fragments, among fields',
    '{ named { ...N name ... on Pet { owner { ... { born } name ...P } } ...P } } fragment N on Named { ... on Person { age ...P } name } fragment P on Person { lazy id parent { ...Q name } } fragment Q on Person { shade age }',
  ],
  [
    'the same fields in several fragments',
    '{ person(id: 3) { ...A parent { id } ...B name } } fragment A on Person { friends { ...C id } parent { age } } fragment B on Person { id friends { name } } fragment C on Person { shade }',
  ],
  [
    'a fragment spread twice in one selection under two conditions',
    `${always} { person(id: 1) { age ...F @include(if: $no) ...F @include(if: $yes) } } fragment F on Person { name lazy }`,
  ],
  ['merged fields', '{ person(id: 1) { parent { name } friends(first: 1) { id } friends(first: 1) { name } } }'],
  ['a resolver that throws', '{ fails context }'],
  ['a resolver that throws a GraphQLError', '{\n  context\n  failsAsIntended\n}'],
  ['a resolver that rejects', '{ failsLater { name } context }'],
  ['an error in a list', '{ person(id: 1) { friends(first: 3) { broken name } } }'],
  ['null for a non-null field', '{ people { strict } }'],
  ['null for a non-null field in a list of non-null items', '{ person(id: 1) { name friends(first: 3) { strict } } }'],
  ['a value that cannot be serialised', '{ person(id: 3) { day name } }'],
  ['an answer that is null from the root', '{ beings { ... on Pet { owner { strict } } } }'],
  ['the context', '{ context }'],
  ['one operation of several', 'query A { context } query B { echo }', {}, 'B'],
  ['no operation of several', 'query A { context } query B { echo }'],
  ['an unknown operation', 'query A { context }', {}, 'C'],
  [
    'entities',
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { name lazy } } }',
    {
      r: [
        { __typename: 'Person', id: '2' },
        { __typename: 'Person', id: '9' },
      ],
    },
  ],
  ['the subgraph SDL', '{ _service { sdl } }'],
  ['introspection', getIntrospectionQuery({ inputValueDeprecation: true })],
  [
    'mutations in order',
    'mutation { a: add(amount: 1) b: addLater(amount: 2) c: add(amount: 3) d: addLater(amount: 4) fail }',
  ],
]

describe('createJitExecutor', () => {
  test.each(operations)('answers as graphql-js does: %s', async (_what, source, variables, operationName) => {
    const operation = toOperation(source, variables, operationName ?? null)
    const execute = createJitExecutor(schema)
    total = 0
    const interpreted = await execute(operation)
    for (const _sight of ['second', 'third']) {
      total = 0
      expect(visible(await execute(operation))).toEqual(visible(interpreted))
    }
  })

  test('all of these are compiled, except unknown operations and wrong variables', async () => {
    for (const [what, source, variables, operationName] of operations) {
      let compiled = 0
      const execute = createJitExecutor(schema, {
        compile: (...args) => {
          const found = compileOperation(...args)
          if (found) compiled += 1
          return found
        },
      })
      const operation = toOperation(source, variables, operationName ?? null)
      for (const _sight of ['first', 'second', 'third']) await execute(operation)
      const expected = /wrong|missing|beyond|no operation|unknown operation/.test(what) ? 0 : 1
      expect({ what, compiled }).toEqual({ what, compiled: expected })
    }
  })

  /** An executor, and the operations that it compiles. */
  function createRecording(options: JitExecutorOptions = {}) {
    const compiled: Operation[] = []
    const execute = createJitExecutor(schema, {
      ...options,
      compile: (...args) => {
        compiled.push(args[1])
        return compileOperation(...args)
      },
    })
    return { execute, compiled }
  }

  test('compiles each operation of a document once, when it is sent for the second time', async () => {
    const { execute, compiled } = createRecording()
    const names = () => compiled.map(({ operationName }) => operationName)
    const source = 'query A { context } query B { echo }'
    await execute(toOperation(source, {}, 'A'))
    await execute(toOperation(source, {}, 'B'))
    expect(names()).toEqual([])
    await execute(toOperation(source, {}, 'A'))
    await execute(toOperation(source, {}, 'A'))
    expect(names()).toEqual(['A'])
    expect(await execute(toOperation(source, {}, 'B'))).toMatchObject({ data: { echo: '[["number",7]]' } })
    expect(names()).toEqual(['A', 'B'])
  })

  test('P19 a flood of new documents compiles nothing and evicts no compiled operation', async () => {
    const { execute, compiled } = createRecording({ maxCompiled: 2 })
    const usual = toOperation('{ context }')
    await execute(usual)
    await execute(usual)
    for (let index = 0; index < 50; index += 1) await execute(toOperation(`{ a${index}: context }`))
    await execute(usual)
    expect(compiled).toEqual([usual])
  })

  const [a, b, c] = ['{ a: context }', '{ b: context }', '{ c: context }'] as const
  const bytesOf = (source: string) => compileOperation(schema, toOperation(source))?.bytes ?? 0

  test.each([
    ['P19 the number', () => ({ maxCompiled: 2 })],
    ['P32 the estimated memory', () => ({ maxCompiledBytes: bytesOf(a) * 2.5 })],
  ])('%s of compiled operations is limited: those unused for longest are evicted', async (_what, limit) => {
    const { execute, compiled } = createRecording(limit())
    for (const source of [a, a, b, b, a, c, c, a, c, b]) await execute(toOperation(source))
    expect(compiled.map(({ source }) => source)).toEqual([a, b, c, b])
  })

  test('P32 the memory of a compiled operation is estimated by its fields after inlining', () => {
    const once = bytesOf('{ person(id: "1") { ...f } } fragment f on Person { id name age }')
    const often = bytesOf(
      '{ a: person(id: "1") { ...f } b: person(id: "1") { ...f } c: person(id: "1") { ...f } } fragment f on Person { id name age }',
    )
    expect(often).toBeGreaterThan(once + 30_000)
  })

  test('P32 an operation with more than 400 fields and fragments is always executed by graphql-js', async () => {
    const size = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: context`).join(' ')} }`
    expect(compileOperation(schema, toOperation(size(400)))).not.toBeNull()
    expect(compileOperation(schema, toOperation(size(401)))).toBeNull()
    const execute = createJitExecutor(schema)
    for (const _sight of ['first', 'second', 'third'])
      expect((await execute(toOperation(size(401)))).data).toMatchObject({ a400: 'me' })
  })

  test('an operation that cannot be compiled is executed by graphql-js', async () => {
    const execute = createJitExecutor(schema, { compile: () => null })
    for (const _sight of ['first', 'second', 'third'])
      expect(await execute(toOperation('{ context }'))).toEqual({ data: { context: 'me' } })
  })

  test('an argument that is refused at run time is not an internal error', async () => {
    const execute = createJitExecutor(schema)
    const source = 'query ($n: Int = 3) { echo(number: $n) person(id: "1") { friends { strict } } }'
    for (const _sight of ['first', 'second']) {
      const { errors } = await execute(toOperation(source, { n: null }))
      const kinds = errors?.map(({ path, extensions, originalError }) => ({
        field: path?.[0],
        code: extensions.code,
        ours: !(originalError instanceof GraphQLError),
      }))
      expect(kinds?.sort((a, b) => `${a.field}`.localeCompare(`${b.field}`))).toEqual([
        { field: 'echo', code: 'BAD_USER_INPUT', ours: false },
        { field: 'person', code: undefined, ours: true },
      ])
    }
  })

  test('a schema with an enum whose values are not their names is refused', () => {
    const shades = buildSchema('enum Shade { LIGHT } type Query { shade: Shade }')
    expect(() => createJitExecutor(shades)).not.toThrow()
    const shade = shades.getType('Shade')
    if (isEnumType(shade)) for (const value of shade.getValues()) value.value = 'light'
    expect(() => createJitExecutor(shades)).toThrow('Shade.LIGHT')
  })

  test('the error for a wrong variable names it correctly and is a BAD_USER_INPUT', async () => {
    const execute = createJitExecutor(schema)
    const operation = toOperation('query ($t: String, $n: Int!) { echo(text: $t, number: $n) }', { t: 'x', n: 'seven' })
    for (const _sight of ['first', 'second']) {
      const { errors } = await execute(operation)
      expect(errors?.map(error => error.toJSON())).toMatchObject([
        {
          message: expect.stringMatching(/^Variable "\$n" got invalid value "seven"/),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ])
    }
  })
})

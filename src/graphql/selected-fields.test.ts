import { buildSchema, type GraphQLResolveInfo, graphqlSync } from 'graphql'
import { expect, test } from 'vitest'
import { selectedFields } from './selected-fields.ts'

const schema = buildSchema(`
  type Query { list(first: Int): List }
  type List { edges: [Edge!]!, total: Int }
  type Edge { node: Node!, cursor: String }
  type Node { id: ID!, name: String, owner: Node }
`)

function select(source: string): string[] {
  let found: string[] = []
  const list = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    found = [...selectedFields(info, ['edges', 'node'])].sort()
    return null
  }
  const { errors } = graphqlSync({ schema, source, rootValue: { list }, variableValues: { no: false } })
  expect(errors).toBeUndefined()
  return found
}

test.each([
  ['fields', '{ list { edges { node { id name } } } }', ['id', 'name']],
  ['under aliases', '{ a: list { b: edges { c: node { d: name __typename } } } }', ['__typename', 'name']],
  [
    'in fragments, named or not',
    '{ list { ...L } } fragment L on List { edges { ... on Edge { node { ...N } } } } fragment N on Node { ... { name } }',
    ['name'],
  ],
  ['in several places that are merged', '{ list { edges { node { id } } edges { node { name } } } }', ['id', 'name']],
  [
    'that a condition leaves out',
    'query ($no: Boolean!) { list { edges { node { name @include(if: $no) } } } }',
    ['name'],
  ],
  ['but not fields below them', '{ list { edges { node { owner { name } } } } }', ['owner']],
  ['none if the path ends early', '{ list { total edges { cursor } } }', []],
])('finds the fields at the end of a path: %s', (_what, source, fields) => {
  expect(select(source)).toEqual(fields)
})

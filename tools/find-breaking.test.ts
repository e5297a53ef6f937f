import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { findBreaking } from './find-breaking.ts'
import { readReleasedSchema } from './released-schema.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

const link = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@shareable"])
`
const released = `
  type Query
  extend type Query { person(id: ID!): Person }
  "Somebody."
  type Person @key(fields: "id") @key(fields: "number") @shareable {
    id: ID!
    number: String!
    name(short: Boolean): String
    kind: Kind!
    secret: String
  }
  enum Kind { NATURAL LEGAL }
  input PersonInput { name: String }
`
const breaking = (change: (sdl: string) => string) =>
  findBreaking(parse(link + released), parse(link + change(released)))

describe('breaking changes of a released schema', () => {
  test.each([
    ['a field removed', 'secret: String', '', 'Person.secret was removed.'],
    ['a field that may now be null', 'kind: Kind!', 'kind: Kind', 'Person.kind changed type from Kind! to Kind.'],
    ['an argument removed', '(short: Boolean)', '', 'Person.name arg short was removed.'],
    ['an argument now required', 'Boolean)', 'Boolean, as: ID!)', 'A required arg as on Person.name was added.'],
    ['an enum value removed', 'NATURAL ', '', 'NATURAL was removed from enum type Kind.'],
    [
      'an input now required',
      '{ name: String }',
      '{ name: String! }',
      'PersonInput.name changed type from String to String!.',
    ],
    ['a key removed', '@key(fields: "number")', '', 'Person lost @key(fields: "number").'],
    ['a type no longer shareable', '@shareable', '', 'Person lost @shareable.'],
    [
      'a scope now required',
      'secret: String',
      'secret: String @requiresScopes(scopes: [["write"]])',
      'Person.secret now has @requiresScopes(scopes: [["write"]]).',
    ],
  ])('%s', (_what, from, to, sentence) => {
    expect(breaking(sdl => sdl.replace(from, to))).toEqual([sentence])
  })

  test.each([
    ['nothing changed', '', ''],
    ['a description changed', '"Somebody."', '"A person."'],
    ['a field added', 'secret: String', 'secret: String more: Int'],
    ['an optional argument added', 'Boolean)', 'Boolean, as: ID)'],
    ['a field that can no longer be null', 'secret: String', 'secret: String!'],
    ['an enum value added', 'LEGAL', 'LEGAL OTHER'],
    ['a key added', '@shareable', '@shareable @key(fields: "number id")'],
    ['a field deprecated', 'secret: String', 'secret: String @deprecated(reason: "Use number.")'],
  ])('not: %s', (_what, from, to) => {
    expect(breaking(sdl => sdl.replace(from, to))).toEqual([])
  })

  test('the schema is compatible with its last release', () => {
    expect(findBreaking(readReleasedSchema(), loadTypeDefs())).toEqual([])
  })
})

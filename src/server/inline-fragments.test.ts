import { type DocumentNode, parse, print, visit } from 'graphql'
import { expect, test } from 'vitest'
import { inlineFragments } from './inline-fragments.ts'

const often = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

function countSelections(document: DocumentNode): number {
  let count = 0
  const enter = () => {
    count += 1
  }
  visit(document, { Field: { enter }, InlineFragment: { enter }, FragmentSpread: { enter } })
  return count
}

test('fragments are written out where they are spread, with the conditions of each place', () => {
  const text =
    'query A($x: Boolean!) { a { ...f @include(if: $x) ... { b } } } query B { c } fragment f on T { ...g d } fragment g on T { e }'
  const inlined = inlineFragments(parse(text), 'A', 100)
  expect(print(inlined?.document ?? parse('{ none }'))).toBe(
    print(parse('query A($x: Boolean!) { a { ... on T @include(if: $x) { ... on T { e } d } ... { b } } }')),
  )
  expect(inlined?.selections).toBe(7)
  expect(inlineFragments(parse(text), 'C', 100)).toBeNull()
})

test('each place has nodes of its own', () => {
  const document = inlineFragments(parse('{ a { ...f } b { ...f } } fragment f on T { c }'), null, 100)?.document
  const seen = new Set<unknown>()
  let fields = 0
  visit(document ?? parse('{ none }'), {
    Field(node) {
      fields += 1
      seen.add(node)
    },
  })
  expect([fields, seen.size]).toEqual([4, 4])
})

test.each([10, 40, 160])(
  'P32 a chain of %i fragments is walked once for each place, not again at each level',
  length => {
    const chain = often(length, i => `fragment f${i} on T { ...f${i + 1} }`)
    const inlined = inlineFragments(
      parse(`{ a { ...f0 ...f0 } } ${chain} fragment f${length} on T { b }`),
      null,
      10_000,
    )
    expect(inlined?.selections).toBe(1 + 2 * (length + 2))
    expect(countSelections(inlined?.document ?? parse('{ none }'))).toBe(inlined?.selections)
  },
)

test('P32 what would be more selections than allowed is left as soon as that shows', () => {
  // Written out these are 2 ** 60 fields.
  const bomb = often(60, i => `fragment f${i} on T { ...f${i + 1} ...f${i + 1} }`)
  expect(inlineFragments(parse(`{ ...f0 } ${bomb} fragment f60 on T { a }`), null, 1_000)).toBeNull()
})

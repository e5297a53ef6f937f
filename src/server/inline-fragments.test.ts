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

test('fragments are inlined where they are spread, with the conditions of each place', () => {
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
  'P32 a chain of %i fragments is visited once for each place, not again at each level',
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

test('P32 inlining stops as soon as there are more selections than allowed', () => {
  // Inlined, these are 2 ** 60 fields.
  const bomb = often(60, i => `fragment f${i} on T { ...f${i + 1} ...f${i + 1} }`)
  expect(inlineFragments(parse(`{ ...f0 } ${bomb} fragment f60 on T { a }`), null, 1_000)).toBeNull()
})

test('an operation in which conditions decide about the order of fields is not inlined', () => {
  for (const [selections, isInlined] of [
    ['a @skip(if: $x) b', true],
    ['a b a @skip(if: $x)', true],
    ['a @skip(if: $x) b a', false],
    ['a @skip(if: $x) a b', true],
    ['...f @skip(if: $x) b', true],
    ['...f @skip(if: $x) b c', false],
    ['...f @skip(if: $x) ...f @include(if: $x)', true],
    ['... @include(if: $x) { b } a @include(if: $x) b', true],
    ['... @include(if: $x) { b } a @skip(if: $x) b', false],
    ['d { a @include(if: $x) } b d { c a }', false],
    ['d { a @include(if: $x) } b e: d { c a }', true],
  ] as const) {
    const document = parse(`query ($x: Boolean!) { t { ${selections} } } fragment f on T { c b }`)
    expect([selections, inlineFragments(document, null, 100) !== null]).toEqual([selections, isInlined])
  }
})

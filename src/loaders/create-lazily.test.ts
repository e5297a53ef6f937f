import { expect, test } from 'vitest'
import { createLazily } from './create-lazily.ts'

interface Counter {
  readonly of: string
  cleared: number
  clearAll(): void
}

function createSample() {
  const made: string[] = []
  const makeNamed =
    (name: string) =>
    (of: string): Counter => {
      made.push(`${name} of ${of}`)
      return {
        of,
        cleared: 0,
        clearAll() {
          this.cleared += 1
        },
      }
    }
  return { made, create: createLazily<string>()({ cases: makeNamed('cases'), banks: makeNamed('banks') }) }
}

test('a member is made once, on its first use, of what its object was given', () => {
  const { made, create } = createSample()
  const acme = create('acme')
  const globex = create('globex')
  expect(made).toEqual([])
  expect(globex.cases).toMatchObject({ of: 'globex' })
  expect(acme.cases).toMatchObject({ of: 'acme' })
  expect(acme.cases).toBe(acme.cases)
  expect(made).toEqual(['cases of globex', 'cases of acme'])
})

test('an object that inherits from another shares its members, whichever of the two is used first', () => {
  const { create } = createSample()
  const original = create('acme')
  const derived: typeof original = Object.create(original, { banks: { value: original.cases } })
  expect(derived.cases).toBe(original.cases)
  expect(derived.banks).toBe(original.cases)
  const other = create('acme')
  const derivedOther: typeof other = Object.create(other)
  const first = derivedOther.banks
  expect(other.banks).toBe(first)
})

test('forget clears the members that were made, and makes none', () => {
  const { made, create } = createSample()
  const acme = create('acme')
  const { cases } = acme
  acme.forget()
  expect(cases.cleared).toBe(1)
  expect(made).toEqual(['cases of acme'])
})

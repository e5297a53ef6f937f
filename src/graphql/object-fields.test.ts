import { Kind } from 'graphql'
import { expect, test } from 'vitest'
import { objectFieldsOf } from './object-fields.ts'
import { createSchema } from './schema.ts'
import { loadTypeDefs } from './type-defs.ts'

// Scopes and bounds are enforced for these fields, and the tests of them ask for the same ones.
test('P19 every field of every object that the schema declares is found, and none of introspection', () => {
  const declared = loadTypeDefs().definitions.flatMap(definition =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (definition.fields ?? []).map(field => `${definition.name.value}.${field.name.value}`)
      : [],
  )
  const added = ['Query._entities', 'Query._service', '_Service.sdl']
  const found = objectFieldsOf(createSchema()).map(({ name }) => name)
  expect(found.toSorted()).toEqual([...declared, ...added].toSorted())
})

import { findBreaking } from './find-breaking.ts'
import { readReleasedSchema, writeReleasedSchema } from './released-schema.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'

// Stores the present schema as the released one, with which later changes are compared. Part of every release.

const typeDefs = loadTypeDefs()
const breaking = findBreaking(readReleasedSchema(), typeDefs)
writeReleasedSchema(typeDefs)
for (const change of breaking) process.stdout.write(`This release breaks: ${change}\n`)
if (breaking.length > 0) process.stdout.write('Its version needs a new major number.\n')
